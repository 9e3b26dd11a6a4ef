import { normalise } from '../commands/normalise';
import { whenIn } from '../commands/remind';
import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { CarriedOn, TalkHearing } from './carry-on';
import { asFilled, resolved } from './commands';
import { targetOf } from './targets';

/** "Remind me on Friday", "recuérdamelo el viernes": of whoever the talk is about. */
const WORDS: Readonly<Record<Language, string>> = {
  en: '(?:please |can you |could you )?remind me(?: again)?(?: (?:about|of)? ?(?:it|that|this|them))? (?<day>.+?)(?: (?:about|of) (?:it|that|this|them))?',
  de: '(?:bitte )?erinner[ne]? mich (?:bitte )?(?:an (?:das|sie|ihn|es) |daran )?(?<day>.+?)(?: (?:dran|daran|wieder|noch ?mal|an (?:das|sie|ihn|es)))*',
  fr: '(?:rappelle|rappelez|relance|relancez)(?:-(?:le|la|les))?-moi(?: ça| de ça)? (?<day>.+)',
  es: 'recu[eé]rdame(?:l[oa]s?)?(?: (?:de )?eso)? (?<day>.+)',
  nl: '(?:herinner (?:me|mij)) (?:er |eraan |daaraan )?(?<day>.+?)(?: (?:eraan|daaraan|hieraan|aan))?',
};
const POLITE = /(?:,? (?:please|pls|bitte|stp|svp|por favor|graag|aub))+$/iu;
const PATTERNS = LANGUAGES.map((language) => ({ language, pattern: new RegExp(`^${WORDS[language]}$`, 'iu') }));
const LONGEST = 100;

export function remindedOf({
  spoken,
  memory,
  names,
}: Pick<TalkHearing, 'spoken' | 'memory' | 'names'>): CarriedOn | undefined {
  const text = normalise(spoken.text)
    .replaceAll('’', "'")
    .replace(/[\s.!?]+$/u, '')
    .replace(POLITE, '');
  if (memory?.last === undefined || text.length > LONGEST) return undefined;
  for (const { language, pattern } of PATTERNS) {
    const said = pattern.exec(text)?.groups?.['day'];
    const when = said === undefined ? undefined : whenIn(said);
    if (when === undefined) continue;
    return resolved(
      asFilled({ name: 'remind', companies: [], ...when }, language),
      targetOf({ kind: 'they' }, memory) ?? NOBODY,
      names,
    );
  }
  return undefined;
}

const NOBODY = { target: 'which', among: [] } as const;
