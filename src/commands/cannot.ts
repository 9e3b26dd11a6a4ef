import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { BeyondTopic } from './beyond';
import said from './lexicon/cannot.json';
import { SparingPattern } from './sparing-pattern';

/**
 * What people ask of a bot that this one does not do, and what its words mean. Such a sentence shares its words with a
 * command ("cancel the Litware subscription", "what is GDAP?") and is not answered with what that command shows. The
 * expressions are data: `lexicon/cannot.json`.
 */
export interface CannotAsked {
  readonly topic: BeyondTopic;
  readonly language: Language;
}

interface Said {
  /** What may stand before all of it. */
  readonly please: string;
  /** Words of ours that people ask the meaning of. */
  readonly terms: readonly { readonly topic: BeyondTopic; readonly term: string }[];
  readonly languages: Readonly<Record<Language, SaidIn>>;
}

interface SaidIn {
  /** Stands where `asked` has {LICENCE}. */
  readonly licence: string;
  /** How a meaning is asked for, with TERM where the word stands. */
  readonly means: readonly string[];
  readonly asked: Partial<Record<BeyondTopic, readonly string[]>>;
}

// The lists have these shapes; to TypeScript the keys of JSON are texts.
const SAID = said as Said;

/** A word by itself: "Visio Partners" may be a company, "Invisio" is no licence. */
const word = (text: string): string => `(?<![\\p{L}\\p{N}])${text}(?![\\p{L}\\p{N}])`;

interface Compiled extends CannotAsked {
  readonly pattern: RegExp;
}

const whole = (text: string): RegExp =>
  new SparingPattern(
    `^[¿¡\\s]*${SAID.please}${text}(?:,? (?:please|pls|bitte|por favor|graag|thanks))?\\s*[?.!]*$`,
    'iu',
  );

const PATTERNS: readonly Compiled[] = LANGUAGES.flatMap((language) => {
  const { licence, means, asked } = SAID.languages[language];
  return [
    ...means.flatMap((frame) =>
      SAID.terms.map(({ topic, term }) => ({ topic, language, pattern: whole(frame.replace('TERM', term)) })),
    ),
    // The lexicon's keys are topics; to TypeScript those of JSON are texts.
    ...(Object.entries(asked) as [BeyondTopic, readonly string[]][]).flatMap(([topic, texts]) =>
      texts.map((text) => ({ topic, language, pattern: whole(text.replaceAll('{LICENCE}', word(licence))) })),
    ),
  ];
});

const LONGEST = 200;

/** What the text asks that nothing here does, and no command is asked for; undefined for anything else. */
export function cannotAsked(plain: string): CannotAsked | undefined {
  if (plain.length > LONGEST) return undefined;
  const found = PATTERNS.find(({ pattern }) => pattern.test(plain));
  return found === undefined ? undefined : { topic: found.topic, language: found.language };
}
