import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { Intent } from './intent';
import said from './lexicon/said-whole.json';
import { SparingPattern } from './sparing-pattern';

/**
 * Sentences that mean one thing whatever stands in them, and whose words mean others: "send me the digest now" sets no
 * digest, "where do French accounts go?" is not about a language. The expressions are data: `lexicon/said-whole.json`.
 */
const MEANT = {
  /** When it comes, and how to have it otherwise. */
  digest: { name: 'settings', topic: 'digest' },
  /** "Only when it is urgent": what may come at quiet hours is chosen there. */
  quiet: { name: 'settings', topic: 'quiet' },
  sure: { name: 'review', only: 'sure' },
  help: { name: 'help' },
  /** Of which accounts a conversation hears stands among its settings. */
  routed: { name: 'settings', topic: 'notifications' },
} as const satisfies Readonly<Record<string, Intent>>;

type Meant = keyof typeof MEANT;

const LONGEST = 120;

const LEAD = "(?:(?:hey|hi|ok|okay|so|and|please|pls|bitte|und|s'il (?:te|vous) plaît|et|por favor|y|graag|en),? )*";
const END =
  "(?:,? (?:please|pls|thanks|bitte|danke|stp|svp|s'il (?:te|vous) plaît|merci|por favor|gracias|aub|graag))*";

const PATTERNS = LANGUAGES.flatMap((language) =>
  // The list has these keys and no other; to TypeScript those of JSON are texts.
  (Object.entries(said[language]) as [Meant, readonly string[]][]).map(([meant, ways]) => ({
    language,
    meant,
    pattern: new SparingPattern(`^[¿¡\\s]*${LEAD}(?:${ways.join('|')})${END}\\s*[?.!]*$`, 'iu'),
  })),
);

/** What the whole sentence means; undefined for anything else. */
export function saidWhole(plain: string): { readonly intent: Intent; readonly language: Language } | undefined {
  if (plain.length > LONGEST) return undefined;
  const text = plain.trim().replaceAll('’', "'");
  const found = PATTERNS.find(({ pattern }) => pattern.test(text));
  return found === undefined ? undefined : { intent: MEANT[found.meant], language: found.language };
}
