import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import { namesJoined } from './assign';
import { dayIn } from './day-said';
import { foldAsked } from './filters/words';
import type { Intent } from './intent';
import type { KnownNames } from './known-names';
import said from './lexicon/by-roles.json';
import { SENTENCES } from './roles';
import type { SentenceKind, SentenceRole } from './roles';
import type { HeardPhrase } from './understanding';

/** Reads sentences by the parts that their words play; which sentences: `roles.ts`. The words are data: `lexicon/by-roles.json`. */

interface Lexicon {
  readonly language: Language;
  readonly small: ReadonlySet<string>;
  /** Which roles a phrase may play. */
  readonly roles: ReadonlyMap<string, ReadonlySet<SentenceRole>>;
}

const LEXICONS: readonly Lexicon[] = LANGUAGES.map((language) => {
  const { small, roles } = said[language];
  const map = new Map<string, Set<SentenceRole>>();
  // The keys are those of all languages; to TypeScript those of JSON are texts.
  for (const [role, phrases] of Object.entries(roles) as [SentenceRole, string][])
    for (const phrase of phrases.split('|')) {
      const key = foldAsked(phrase);
      map.set(key, (map.get(key) ?? new Set<SentenceRole>()).add(role));
    }
  return { language, small: new Set(small.split('|').map(foldAsked)), roles: map };
});

const KEY_ROLES = [
  'invite',
  'ends',
  'sync',
  'announce',
  'talk',
  'noMore',
  'remind',
  'board',
  'unshelve',
  'giveUp',
  'away',
  'got',
] as const;

/** No such sentence lacks all of these: the longest word of each phrase that says what it is about. */
const KEYS: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap((language) => KEY_ROLES.flatMap((role) => said[language].roles[role].split('|'))).map(
    (phrase) =>
      foldAsked(phrase)
        .split(' ')
        .sort((a, b) => b.length - a.length)[0] ?? '',
  ),
);

interface Part {
  readonly start: number;
  readonly end: number;
  /** Empty for a word that plays none. */
  readonly roles: ReadonlySet<SentenceRole>;
  readonly isSmall: boolean;
}

const LONGEST = 140;
const MOST_WORDS = 18;
const LONGEST_PHRASE = 4;
const MOST_OF_NAME = 6;
const NONE: ReadonlySet<SentenceRole> = new Set<SentenceRole>();

/** Undefined for a sentence of which any word plays no part. */
export function byRoles(plain: string, known: KnownNames | undefined, own: Language): HeardPhrase | undefined {
  const text = plain.trim().replaceAll('’', "'");
  if (text.length > LONGEST || text.includes('\n')) return undefined;
  const words = [...text.matchAll(/[\p{L}\p{N}&][\p{L}\p{N}'&.-]*(?<![.-])/gu)];
  if (words.length < 2 || words.length > MOST_WORDS || known?.has(text) === true) return undefined;
  if (!words.some(([word]) => KEYS.has(foldAsked(word)))) return undefined;
  const ordered = [own, ...LANGUAGES.filter((language) => language !== own)];
  for (const language of ordered) {
    const lexicon = LEXICONS.find((one) => one.language === language);
    const heard = lexicon && heardIn(partsOf(words, lexicon), { text, known, lexicon });
    if (heard !== undefined) return heard;
  }
  return undefined;
}

interface Looking {
  readonly text: string;
  readonly known: KnownNames | undefined;
  readonly lexicon: Lexicon;
}

function partsOf(words: readonly RegExpExecArray[], { small, roles }: Lexicon): readonly Part[] {
  const folded = words.map(([word]) => foldAsked(word));
  const parts: Part[] = [];
  for (let at = 0; at < words.length;) {
    let count = Math.min(LONGEST_PHRASE, words.length - at);
    while (count > 1 && !isListed(folded.slice(at, at + count).join(' '), small, roles)) count -= 1;
    const key = folded.slice(at, at + count).join(' ');
    const last = words[at + count - 1];
    const start = words[at]?.index ?? 0;
    const end = (last?.index ?? 0) + (last?.[0].length ?? 0);
    parts.push({ start, end, roles: roles.get(key) ?? NONE, isSmall: small.has(key) });
    at += count;
  }
  return parts;
}

function isListed(key: string, small: Lexicon['small'], roles: Lexicon['roles']): boolean {
  return roles.has(key) || small.has(key);
}

function heardIn(parts: readonly Part[], look: Looking): HeardPhrase | undefined {
  for (const kind of SENTENCES) {
    const row = kind.needs.find((needs) => needs.every((role) => parts.some(({ roles }) => roles.has(role))));
    if (row === undefined || (kind.changes === true && look.text.endsWith('?'))) continue;
    const mine = new Set<SentenceRole>([...row, ...(kind.may ?? [])]);
    const left = parts.filter(({ roles, isSmall }) => !isSmall && [...roles].every((role) => !mine.has(role)));
    const intent = left.every(({ roles }) => roles.size === 0) ? meant(kind, left, look) : undefined;
    if (intent === undefined) continue;
    const { language } = look.lexicon;
    return { intent, language, ...(kind.changes === true ? { proposed: true } : {}) };
  }
  return undefined;
}

function meant(
  { means, left: wants, isBehind }: SentenceKind,
  left: readonly Part[],
  look: Looking,
): Intent | undefined {
  const { language } = look.lexicon;
  const [first, last] = [left[0], left.at(-1)];
  if (first === undefined || last === undefined)
    return wants === 'none' || wants === 'time' ? means([], '', language) : undefined;
  // Whoever is spoken to first is somebody: "Paul, stop talking in here".
  if (wants === 'none' || (isBehind === true && first.start === 0)) return undefined;
  if (wants === 'time') return means([], look.text.slice(first.start, last.end), language);
  if (wants === 'name') return named(left, look, (companies) => means(companies, '', language));
  for (let count = Math.min(3, left.length - 1); count > 0; count -= 1)
    for (const at of [left.length - count, 0]) {
      const day = left.slice(at, at + count);
      const rest = [...left.slice(0, at), ...left.slice(at + count)];
      const words = look.text.slice(day[0]?.start, day.at(-1)?.end);
      const intent =
        dayIn(words) === undefined ? undefined : named(rest, look, (names) => means(names, words, language));
      if (intent !== undefined) return intent;
    }
  return undefined;
}

/** Each word begins large, or joins two that do; where all is written large, that says nothing. */
function looksLikeName(name: string, text: string): boolean {
  if (!/\p{Ll}/u.test(text)) return false;
  return (
    /^[\p{Lu}\p{N}]/u.test(name) &&
    name.split(/\s+/u).every((word) => /^[\p{Lu}\p{N}&]/u.test(word) || JOINS.test(word))
  );
}

const JOINS =
  /^(?:of|and|the|by|de|la|le|du|des|et|del|los|las|y|e|von|der|und|am|zum|van|den|het|en|d'\p{L}+|l'\p{L}+|-|–)$/u;

/** One run of words, of which the first begins as names do, or that somebody bears. */
function named(
  left: readonly Part[],
  { text, known }: Looking,
  means: (companies: readonly string[]) => Intent | undefined,
): Intent | undefined {
  const [first, last] = [left[0], left.at(-1)];
  if (first === undefined || last === undefined || left.length > MOST_OF_NAME) return undefined;
  const name = text.slice(first.start, last.end);
  if (/[,;:!?]/u.test(name) || (!looksLikeName(name, text) && known?.has(name) !== true)) return undefined;
  return means(namesJoined(name));
}
