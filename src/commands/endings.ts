import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { Span } from '../domain/span';
import type { Command } from './command';
import { EVERYWHERE } from './command';
import { dayIn } from './day-before';
import type { Intent } from './intent';

/** What ends this month? Said whole: what ends of one company stands on its card. */
export const endings: Command = {
  name: 'endings',
  help: 'help.endings',
  summary: 'Lists what ends soon, and agreements that lack.',
  scopes: EVERYWHERE,
  listed: false,
  cues: [],
  frames: [],
  examples: {
    en: ['what ends this month?', 'what ends soon?'],
    de: ['was endet diesen Monat?', 'was läuft bald ab?'],
    fr: ['qu’est-ce qui se termine ce mois-ci ?', 'qu’est-ce qui expire bientôt ?'],
    es: ['¿qué termina este mes?', '¿qué caduca pronto?'],
    nl: ['wat loopt deze maand af?', 'wat verloopt binnenkort?'],
  },
  build: () => undefined,
};

const WHEN = String.raw`(?<when>\S.{0,60}?)`;
const SAID: Readonly<Record<Language, readonly string[]>> = {
  en: [
    `what(?:'s| is| will)?(?: all)? (?:ends?|expires?|ending|expiring|runs? out|running out|about to (?:end|expire))(?: ${WHEN})?`,
    `(?:show|list)(?: me| us)? (?:what|everything that) (?:ends|expires|runs out)(?: ${WHEN})?`,
    `what ${WHEN} (?:ends|expires)`,
  ],
  de: [
    `was (?:endet|läuft)(?: alles)?(?: ${WHEN})?(?: (?:ab|aus))?`,
    `was (?:endet|läuft) (?:ab|aus)(?: ${WHEN})?`,
    `zeige?(?: mir| uns)?,? was (?:${WHEN} )?(?:endet|abläuft|ausläuft)`,
  ],
  fr: [
    `qu'est-ce qui (?:se termine|expire|prend fin|arrive à (?:échéance|terme))(?: ${WHEN})?`,
    `que se termine(?:-t-il)?(?: ${WHEN})?`,
  ],
  es: [`¿?qué (?:termina|caduca|vence|expira|acaba)(?: ${WHEN})?`],
  nl: [`wat (?:loopt|eindigt|verloopt)(?: er)?(?: ${WHEN})?(?: af)?`],
};
const SOON: Readonly<Record<Language, RegExp>> = {
  en: /^(?:soon|shortly|next)$/iu,
  de: /^(?:bald|demnächst|als nächstes)$/iu,
  fr: /^(?:bientôt|prochainement)$/iu,
  es: /^(?:pronto|próximamente)$/iu,
  nl: /^(?:binnenkort|snel|er binnenkort)$/iu,
};

const PATTERNS = LANGUAGES.map((language) => ({
  language,
  patterns: SAID[language].map(
    (text) => new RegExp(`^[¿\\s]*${text}(?:,? (?:please|bitte|svp|por favor|graag))?\\s*[?.!]*$`, 'iu'),
  ),
}));

/** That somebody asks what ends; undefined when anything else is said as well. */
export function endingsPhrase(plain: string): { readonly intent: Intent; readonly language: Language } | undefined {
  const text = plain.trim().replaceAll('’', "'");
  for (const { language, patterns } of PATTERNS) {
    for (const pattern of patterns) {
      const found = pattern.exec(text);
      if (found === null) continue;
      const when = found.groups?.['when']?.trim();
      if (when === undefined || SOON[language].test(when)) return { intent: { name: 'endings' }, language };
      const span = spanOf(when, language);
      if (span !== undefined) return { intent: { name: 'endings', span }, language };
    }
  }
  return undefined;
}

function spanOf(when: string, language: Language): Span | undefined {
  const day = dayIn(when, language);
  return day !== undefined && 'span' in day ? day.span : undefined;
}
