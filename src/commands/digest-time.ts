import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import { timesIn } from './clock-time';
import type { Intent } from './intent';
import { tokenise } from './token';

interface Asking {
  readonly tell: RegExp;
  readonly daily: RegExp;
}

/** Who says nothing but "tell me", a time and "every day" means the summary, in whichever order. */
const ASKING: Readonly<Record<Language, Asking>> = {
  en: {
    tell: /^(?:(?:can you |could you )?(?:(?:tell|remind|inform|update|brief|ping|message|notify) me|(?:write|report) (?:to )?me|send me (?:it|that|everything|an? (?:update|overview)))|(?:i want |i'd like )?(?:the |a |my )?(?:digest|summary)(?: should| to)?(?: come| arrive)?)$/iu,
    daily: /(?:every|each) (?:single )?(?:(?:working |week)?day|morning)|(?<!\p{L})daily/iu,
  },
  de: {
    tell: /^(?:(?:sag|gib|schreib)e? mir(?: bescheid)?|(?:informiere?|erinnere?|benachrichtige?) mich|schicke? mir (?:das|alles|eine? (?:übersicht|zusammenfassung))|(?:die )?(?:übersicht|zusammenfassung)(?: soll)?(?: kommen)?)$/iu,
    daily: /(?:jeden (?:tag|morgen|werktag))|(?<!\p{L})(?:täglich|werktags)/iu,
  },
  fr: {
    tell: /^(?:(?:préviens|informe|rappelle|dis|écris|prévenez|informez)-moi|envoie-moi (?:ça|cela|tout)|(?:le )?résumé(?: doit)?(?: arriver)?)$/iu,
    daily: /chaque (?:jour|matin)|tous les (?:jours|matins)|(?<!\p{L})quotidiennement/iu,
  },
  es: {
    tell: /^(?:avísame|infórmame|recuérdame|escríbeme|mándame(?:lo| todo)|(?:el )?resumen(?: debe)?(?: llegar)?)$/iu,
    daily: /cada (?:día|mañana)|todos los días|todas las mañanas|(?<!\p{L})(?:a diario|diariamente)/iu,
  },
  nl: {
    tell: /^(?:(?:zeg|meld|schrijf|stuur)(?: het)? (?:me|mij)(?: het)?|laat (?:het )?(?:me|mij)(?: het)? weten|(?:herinner|informeer) (?:me|mij)|(?:het |de )?(?:overzicht|samenvatting)(?: moet)?(?: komen)?)$/iu,
    daily: /(?:elke|iedere) (?:dag|ochtend|werkdag)|(?<!\p{L})dagelijks/iu,
  },
};

const COURTESY =
  /(?<!\p{L})(?:please|pls|thanks|bitte|danke|s'il (?:te|vous) plaît|stp|svp|merci|por favor|gracias|graag|aub|alsjeblieft)(?!\p{L})/giu;
/** What is left of "at nine" without the nine. */
const BEFORE_TIME = /(?<!\p{L})(?:at|by|around|um|gegen|à|vers|a las|a la|om|rond)(?!\p{L})/giu;
const LONGEST = 100;

/** "Tell me at 9 every day": when the summary is to come; undefined when anything else is said as well. */
export function digestTime(plain: string): { readonly intent: Intent; readonly language: Language } | undefined {
  if (plain.length > LONGEST || plain.trimEnd().endsWith('?')) return undefined;
  const tokens = tokenise(plain);
  const [time, another] = timesIn(tokens);
  const first = tokens[time?.start ?? -1];
  const last = tokens[(time?.end ?? 0) - 1];
  const value = time?.phrase.entry.value;
  if (first === undefined || last === undefined || value === undefined || another !== undefined) return undefined;
  const said = `${plain.slice(0, first.start)} ${plain.slice(last.end)}`.replace(COURTESY, ' ');
  const language = LANGUAGES.find((one) => {
    const { tell, daily } = ASKING[one];
    if (!daily.test(said)) return false;
    const rest = said
      .replace(daily, ' ')
      .replace(BEFORE_TIME, ' ')
      .replace(/[\s,.!]+/gu, ' ')
      .trim();
    return tell.test(rest);
  });
  if (language === undefined) return undefined;
  return { intent: { name: 'settings', topic: 'digest', value: 'daily', time: value }, language };
}
