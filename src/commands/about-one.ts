import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { Intent } from './intent';
import type { KnownNames } from './known-names';
import said from './lexicon/about-one.json';
import { isOne } from './of-one';
import { SparingPattern } from './sparing-pattern';

/**
 * What is asked of one company beside what it has and whether it has accepted: why it is still open (`why-open`), whose
 * matter it is (`who-on`), who that is at all (`what-is`), and whether it is mapped more than once (`twice`). The words
 * are data: `lexicon/about-one.json`, where {N} is the company and what else stands in { } is a brick of the language.
 */
export type AboutOne = 'why-open' | 'who-on' | 'what-is' | 'twice';

const KINDS: readonly AboutOne[] = ['why-open', 'twice', 'who-on', 'what-is'];
const LONGEST = 140;
const NAME = '(?<name>[^,;?!]{1,80}?)';

const LIKE_A_NAME = /^(?:[\p{Lu}\p{N}&][^\s]*(?: |$))+$/u;

/** Whoever the talk is about. */
const POINTS =
  /^(?:it|that|this|they|them|he|she|(?:that|this|the) (?:one|account|customer|company|tenant)|das|es|dies(?:es)?|er|sie|den|die|(?:das|dieses) konto|d(?:ie|iese) firma|de[rn] kunden?|ce|ça|cela|c'|il|elle|(?:ce|le) (?:compte|client)|(?:cette|la) société|eso|esto|él|ella|(?:la|esta|esa) (?:cuenta|empresa)|(?:el|este|ese) cliente|dat|het|dit|deze|hij|ze|(?:dat|het|dit) (?:account|bedrijf)|(?:die|de|deze) klant)$/iu;

type Said = Readonly<Record<AboutOne, readonly string[]>> & { readonly bricks: Readonly<Record<string, string>> };

const PATTERNS = LANGUAGES.flatMap((language) => {
  // The lists have this shape; to TypeScript the bricks of each language are a type of their own.
  const { bricks, ...kinds }: Said = said[language];
  return KINDS.flatMap((asks) =>
    kinds[asks].map((way) => {
      const words = way.replaceAll(/\{([A-Z]+)\}/g, (_, brick: string) =>
        brick === 'N' ? NAME : (bricks[brick] ?? ''),
      );
      return { asks, language, pattern: new SparingPattern(`^[¿¡\\s]*${words}\\s*$`, 'iu') };
    }),
  );
});

interface AskedOfOne {
  readonly intent: Intent;
  readonly language: Language;
}

/** With the company that the message names; undefined where it names none, or asks something else. */
export function aboutOneAsked(plain: string, known: KnownNames | undefined): AskedOfOne | undefined {
  for (const { asks, name, language } of readings(plain)) {
    if (name === undefined || POINTS.test(name)) continue;
    // "What is new?" asks of nobody who is not known; where names are free, they are written like names.
    if (known?.has(name) === true || (asks !== 'what-is' && LIKE_A_NAME.test(name) && isOne(name, known)))
      return { intent: intentOf(asks, [name]), language };
  }
  return undefined;
}

/** Of whoever the talk is about, who is to be filled in. */
export function aboutItAsked(plain: string): AskedOfOne | undefined {
  for (const { asks, name, language } of readings(plain))
    if (name === undefined || POINTS.test(name)) return { intent: intentOf(asks, []), language };
  return undefined;
}

function* readings(plain: string): Generator<{ asks: AboutOne; language: Language; name: string | undefined }> {
  // The bricks of words that may follow end with a blank.
  const text = `${plain
    .trim()
    .replaceAll('’', "'")
    .replace(/[\s?!.…]+$/u, '')} `;
  if (text.length > LONGEST) return;
  for (const { asks, language, pattern } of PATTERNS) {
    const found = pattern.exec(text);
    if (found !== null) yield { asks, language, name: found.groups?.['name']?.trim().replace(/^"(.+)"$/, '$1') };
  }
}

function intentOf(asks: AboutOne, companies: readonly string[]): Intent {
  // To whom it is mapped, or why it is not; who has it stands on its card.
  if (asks === 'why-open' || asks === 'twice') return { name: 'who_mapped', companies };
  return { name: 'show', companies, what: 'overview' };
}
