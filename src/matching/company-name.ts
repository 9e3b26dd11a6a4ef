import { LEGAL_FORMS, SMALL_WORDS } from './legal-forms';
import { foldName, wordsOf } from './text';

/** A company name brought to the form in which two spellings of it are equal. */
export interface CompanyName {
  /** The words that name something: folded, without legal forms and small words. Empty only if the name has no letter or digit. */
  readonly words: readonly string[];
  /** The same with the small words ("of", "the"), for labels and acronyms. */
  readonly spoken: readonly string[];
  /** Legal forms in canonical spelling, in the order in which they were found, each once. */
  readonly legal: readonly string[];
}

interface FormNode {
  readonly next: Map<string, FormNode>;
  form?: string;
}

type Place = 'anywhere' | 'end' | 'start';

function buildTries(): Readonly<Record<Place, FormNode>> {
  const tries = { anywhere: newNode(), end: newNode(), start: newNode() };
  const canonical = new Map<string, string>();
  for (const { place, forms } of LEGAL_FORMS) {
    const name = canonical.get(forms[0] ?? '') ?? forms[0] ?? '';
    for (const spelling of forms) {
      if (!canonical.has(spelling)) canonical.set(spelling, name);
      insert(tries[place], spelling.split(' '), canonical.get(spelling) ?? name);
    }
  }
  return tries;
}

function newNode(): FormNode {
  return { next: new Map() };
}

function insert(root: FormNode, words: readonly string[], form: string): void {
  let node = root;
  for (const word of words) {
    const next = node.next.get(word) ?? newNode();
    node.next.set(word, next);
    node = next;
  }
  node.form ??= form;
}

const TRIES = buildTries();
const HAN_FORMS = /株式会社|有限会社|合同会社|股份有限公司|有限责任公司|有限公司|주식회사/g;
const DOTTED = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])/gu;
const LONGEST_FORM = 8;
/** Forms that are also a business, unlike the "Co" of "Foo & Co". */
const JOINED: ReadonlySet<string> = new Set(['trust']);

export function companyName(raw: string): CompanyName {
  const legal: string[] = [];
  let folded = raw.normalize('NFC').replace(HAN_FORMS, ' $& ');
  folded = foldName(folded).replaceAll('&', ' and ').replaceAll('+', ' and ');
  if (folded.includes('.')) folded = folded.replace(DOTTED, (letters) => ` ${letters.replaceAll('.', '')} `);
  let spoken = joinLetters(wordsOf(folded));
  spoken = withoutForms(spoken, legal);
  let words = contentWords(spoken);
  // Taking one thing away can bring the next to the edge; going on until nothing moves makes the form its own normal form.
  for (let before = -1; before !== words.length;) {
    before = words.length;
    words = contentWords(withoutForms(joinLetters(words), legal));
  }
  return { words, spoken: spoken.length >= words.length ? spoken : words, legal };
}

function contentWords(words: readonly string[]): readonly string[] {
  const content = words.filter((word) => !SMALL_WORDS.has(word));
  return content.length === 0 ? words : content;
}

/** "m j international" is "mj international": two or more letters in a row are initials. */
function joinLetters(words: readonly string[]): string[] {
  const out: string[] = [];
  let joining = false;
  for (const word of words) {
    const letter = word.length === 1 && (word < '0' || word > '9');
    const last = out.length - 1;
    if (letter && joining) out[last] = (out[last] ?? '') + word;
    else out.push(word);
    joining = letter;
  }
  return out;
}

function withoutForms(given: readonly string[], found: string[]): string[] {
  let words = stripAnywhere([...given], found);
  for (let before = -1; before !== words.length;) {
    before = words.length;
    words = stripEnd(words, found);
    words = stripStart(words, found);
  }
  return words;
}

function note(found: string[], form: string): void {
  if (!found.includes(form)) found.push(form);
}

function longest(trie: FormNode, words: readonly string[], from: number): { form: string; length: number } | undefined {
  let node: FormNode | undefined = trie;
  let best: { form: string; length: number } | undefined;
  for (let i = from; i < words.length; i++) {
    node = node.next.get(words[i] ?? '');
    if (node === undefined) break;
    if (node.form !== undefined) best = { form: node.form, length: i + 1 - from };
  }
  return best;
}

function stripAnywhere(words: string[], found: string[]): string[] {
  for (let i = 1; i < words.length;) {
    const hit = longest(TRIES.anywhere, words, i);
    if (hit === undefined) i++;
    else {
      note(found, hit.form);
      words.splice(i, hit.length);
    }
  }
  return words;
}

function stripEnd(words: string[], found: string[]): string[] {
  for (let length = Math.min(LONGEST_FORM, words.length - 1); length > 0; length--) {
    const from = words.length - length;
    const hit = longest(TRIES.end, words, from);
    if (hit?.length === length) {
      // "Bank & Trust": what is joined to the name is a part of it.
      if (JOINED.has(hit.form) && words[from - 1] === 'and') return words;
      note(found, hit.form);
      return trimSmall(words.slice(0, from));
    }
  }
  return words;
}

/** "Foo & Co": without the form, the "and" before it joins nothing. */
function trimSmall(words: string[]): string[] {
  let end = words.length;
  while (end > 1 && SMALL_WORDS.has(words[end - 1] ?? '')) end--;
  return words.slice(0, end);
}

function stripStart(words: string[], found: string[]): string[] {
  const hit = longest(TRIES.start, words, 0);
  if (hit === undefined || hit.length >= words.length) return words;
  note(found, hit.form);
  return words.slice(hit.length);
}
