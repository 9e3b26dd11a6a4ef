import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import said from './lexicon/small-talk.json';
import { SparingPattern } from './sparing-pattern';

/**
 * What people say to the bot, and not of an account: that they leave (`goodbye`), that an answer is wrong (`complaint`),
 * that all of it is no use (`useless`), that nobody told them (`untold`), or that it did well (`praise`). Said whole: in
 * another sentence the same words mean other things. The words are data: `lexicon/small-talk.json`, where what stands in
 * { } is one of the language's bricks.
 */
export type SmallTalk = 'goodbye' | 'complaint' | 'useless' | 'untold' | 'praise';

const KINDS: readonly SmallTalk[] = ['goodbye', 'praise', 'complaint', 'useless', 'untold'];

/** Whoever says more says something of an account. */
const LONGEST = 90;

type Said = Readonly<Record<SmallTalk, readonly string[]>> & { readonly bricks: Readonly<Record<string, string>> };

const PATTERNS = LANGUAGES.flatMap((language) => {
  // The lists have this shape; to TypeScript the bricks of each language are a type of their own.
  const { bricks, ...kinds }: Said = said[language];
  return KINDS.map((kind) => {
    const ways = kinds[kind].map((way) => way.replaceAll(/\{([A-Z]+)\}/g, (_, brick: string) => bricks[brick] ?? ''));
    const said = `(?:${ways.join('|')})`;
    // People say the same twice: "see you, bye for today".
    return { kind, language, pattern: new SparingPattern(`^[¿¡\\s]*${said}(?:[,;.!]* ${said})?\\s*[?.!…]*$`, 'iu') };
  });
});

export interface SmallTalkSaid {
  readonly kind: SmallTalk;
  readonly language: Language;
}

/** Undefined for anything else; `own` is the language of the person's client, which counts where a word is in several. */
export function smallTalk(plain: string, own: Language): SmallTalkSaid | undefined {
  if (plain.length > LONGEST) return undefined;
  const text = plain.trim().replaceAll('’', "'");
  const found = PATTERNS.filter(({ pattern }) => pattern.test(text));
  const first = found.find(({ language }) => language === own) ?? found[0];
  return first === undefined ? undefined : { kind: first.kind, language: first.language };
}
