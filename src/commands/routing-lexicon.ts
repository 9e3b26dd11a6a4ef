import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import { foldAsked } from './filters/words';
import words from './routing-words.json';

/** What a word or phrase can be where somebody says of which accounts a conversation is to hear. */
export type RoutingRole = keyof (typeof words)['en'];

/** A phrase, with all that it can be. */
interface Phrase {
  readonly words: readonly string[];
  readonly roles: RoutingRole[];
}

interface Lexicon {
  /** By their first word, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** Beginnings of words, such as `announc*`. */
  readonly stems: readonly (readonly [string, RoutingRole])[];
}

const lexicons = new Map<Language, Lexicon>();

export interface RoutingWord {
  readonly length: number;
  readonly roles: readonly RoutingRole[];
}

/** The longest phrase of the language that stands there. */
export function phraseAt(folded: readonly string[], at: number, language: Language): RoutingWord | undefined {
  const { phrases, stems } = lexiconOf(language);
  const word = folded[at] ?? '';
  const phrase = phrases.get(word)?.find((one) => one.words.every((each, n) => folded[at + n] === each));
  if (phrase !== undefined) return { length: phrase.words.length, roles: phrase.roles };
  const stem = stems.find(([begins]) => word.startsWith(begins));
  return stem === undefined ? undefined : { length: 1, roles: [stem[1]] };
}

/** What every message about routing has one of. */
const LEADING = ['announce', 'tell', 'here', 'rest'] as const satisfies readonly RoutingRole[];

interface Leads {
  /** Words, and the first two of phrases. */
  readonly begins: ReadonlySet<string>;
  readonly stems: readonly string[];
}

let leads: Leads | undefined;

/** A quick look that spares most messages the others. */
export function mayRoute(folded: readonly string[]): boolean {
  const { begins, stems } = (leads ??= leadsOf());
  return folded.some(
    (word, at) =>
      begins.has(word) || begins.has(`${word} ${folded[at + 1] ?? ''}`) || stems.some((stem) => word.startsWith(stem)),
  );
}

function leadsOf(): Leads {
  const all = LANGUAGES.flatMap((language) => LEADING.flatMap((role) => listed(words[language][role])));
  const [whole, begun] = [all.filter((phrase) => !phrase.endsWith('*')), all.filter((phrase) => phrase.endsWith('*'))];
  return {
    begins: new Set(whole.map((phrase) => phrase.split(' ').slice(0, 2).join(' '))),
    stems: begun.map((phrase) => phrase.slice(0, -1)),
  };
}

function lexiconOf(language: Language): Lexicon {
  const known = lexicons.get(language);
  if (known !== undefined) return known;
  const phrases = new Map<string, Phrase[]>();
  const beginnings: (readonly [string, RoutingRole])[] = [];
  for (const [name, list] of Object.entries(words[language])) {
    // The lexicon's keys are roles; to TypeScript those of JSON are texts.
    const role = name as RoutingRole;
    for (const text of listed(list)) {
      if (text.endsWith('*')) beginnings.push([text.slice(0, -1), role]);
      else addPhrase(phrases, text.split(' '), role);
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  const lexicon = { phrases, stems: beginnings };
  lexicons.set(language, lexicon);
  return lexicon;
}

function addPhrase(phrases: Map<string, Phrase[]>, parts: readonly string[], role: RoutingRole): void {
  const [first = ''] = parts;
  const list = phrases.get(first) ?? [];
  phrases.set(first, list);
  const known = list.find((one) => one.words.join(' ') === parts.join(' '));
  if (known === undefined) list.push({ words: parts, roles: [role] });
  else known.roles.push(role);
}

function listed(list: string): readonly string[] {
  return list.split(', ').map(foldAsked);
}
