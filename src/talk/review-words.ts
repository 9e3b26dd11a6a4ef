import { LANGUAGES, localeLanguage } from '../domain/language';
import type { Language } from '../domain/language';
import type { ReviewSaid, RowNamed } from '../domain/review-said';
import { apart, talkWords } from './tokens';
import type { Word } from './tokens';
import { vocabularyOf } from './vocabulary';
import type { Vocabulary } from './vocabulary';

/** What somebody said of the page of a review. */
export interface ReviewWords extends ReviewSaid {
  /** To take back what the page before saved. */
  readonly undo: boolean;
  /** Absent where only numbers were written. */
  readonly language?: Language;
}

/** Longer messages say something else. */
const LONGEST = 160;
/** No page has so many rows. */
const MOST = 99;
const NUMBERS = /^(\d{1,2})(?:-(\d{1,2}))?([a-e])?$/;

type Mode = 'take' | 'leave' | 'ignore';

/** Undefined when the message says anything besides. */
export function reviewWords(message: string, locale?: string): ReviewWords | undefined {
  const text = message.trim();
  if (text === '' || text.length > LONGEST || text.includes('?')) return undefined;
  const plain = apart(text)
    .replaceAll(/(\d)\s*[-–—]\s*(\d)/g, '$1-$2')
    .replaceAll(/\bno\.\s*(?=\d)/giu, '');
  const own = localeLanguage(locale);
  for (const language of new Set([...(own === undefined ? [] : [own]), ...LANGUAGES])) {
    const found = new Reading(vocabularyOf(language)).read(plain);
    if (found === undefined) continue;
    return /\p{L}{2}/u.test(plain) ? { ...found, language } : found;
  }
  return undefined;
}

class Reading {
  private all = false;
  private none = false;
  private undo = false;
  private saves = false;
  private excepts = false;
  /** The present clause speaks of all, or of the rest. */
  private clauseAll = false;
  /** In the present clause a yes or no stands behind its number. */
  private answersBehind = false;
  private points = false;
  private mode: Mode = 'take';
  private readonly take: RowNamed[] = [];
  private readonly leave: number[] = [];
  private readonly ignore: number[] = [];
  /** The numbers of the present clause that what follows may be about, one list for each that was said. */
  private pending: RowNamed[][] = [];

  constructor(private readonly vocabulary: Vocabulary) {}

  read(text: string): Omit<ReviewWords, 'language'> | undefined {
    for (const clause of text.split(/[,;.!\n]+/)) {
      const words = talkWords(clause);
      for (let at = 0; at < words.length;) {
        const step = this.step(words, at);
        if (step === 0) return undefined;
        at += step;
      }
      this.put();
      this.answersBehind = false;
    }
    const { take, leave, ignore, undo } = this;
    const named = take.length + leave.length + ignore.length > 0;
    if (!named && !this.all && !this.none && !undo && !this.saves) return undefined;
    // "The third one" alone asks to see it.
    if (this.points && !this.all && !this.saves && leave.length + ignore.length === 0) return undefined;
    // "All but Contoso", "all but one": whom it leaves out was not understood.
    if (this.excepts && leave.length === 0) return undefined;
    // "Without 3": all the others. "Save": what is ticked. "3 later" says nothing of the others.
    const all = this.all || (take.length === 0 && (this.excepts || (this.saves && ignore.length === 0)));
    return { all, take, leave, ignore, undo };
  }

  /** How many words it could make something of; 0 when it is none of ours. */
  private step(words: readonly Word[], at: number): number {
    const numbers = this.numbersAt(words, at);
    if (numbers > 0) return numbers;
    const length = (list: Parameters<Vocabulary['phrases']>[0]): number => this.vocabulary.phrases(list).at(words, at);
    const found = LISTS.map((list) => ({ list, words: length(list) })).reduce((a, b) => (b.words > a.words ? b : a));
    if (found.words === 0) return 0;
    const isBeforeNumbers = this.isNumberAt(words, at + found.words);
    return this.say(found.list, isBeforeNumbers) ? found.words : 0;
  }

  /** "Not 3", "not the 3". */
  private isNumberAt(words: readonly Word[], at: number): boolean {
    const filler = this.vocabulary.phrases('reviewFiller').at(words, at);
    if (filler > 0) return this.isNumberAt(words, at + filler);
    return this.vocabulary.number(words[at]?.folded ?? '') !== undefined;
  }

  private say(list: (typeof LISTS)[number], isBeforeNumbers: boolean): boolean {
    switch (list) {
      case 'reviewAll':
        this.clauseAll = true;
        return true;
      case 'reviewBut':
        this.begin('leave');
        this.excepts = true;
        return true;
      case 'reviewIgnoreOne':
      case 'reviewIgnoreMany':
        return this.sayIgnored(list === 'reviewIgnoreMany', isBeforeNumbers);
      case 'reviewNo':
      case 'reviewLater':
        return this.sayLeft(list, isBeforeNumbers);
      case 'reviewYes':
        this.answersBehind ||= this.pending.length > 0;
        this.put();
        return true;
      case 'reviewNext':
        this.none = true;
        return true;
      case 'reviewSave':
        this.saves = true;
        this.begin('take');
        return true;
      case 'reviewUndo':
        this.undo = true;
        return true;
      case 'and':
      case 'reviewFiller':
        return true;
    }
  }

  /** "3 and 5 later", "3 no" and "the rest later" are of what stands before, "not 3" and "skip 3" of what follows; "later" of all. */
  private sayLeft(list: 'reviewNo' | 'reviewLater', isBeforeNumbers: boolean): boolean {
    const named = this.pending.flat();
    // "1 no 2": which of them? After "1 yes" it is clear.
    if (isBeforeNumbers && named.length > 0 && !this.answersBehind) return false;
    if (isBeforeNumbers && named.length === 0) {
      this.begin('leave');
      return true;
    }
    if (named.length === 0 && !this.clauseAll && list === 'reviewNo') return false;
    if (named.length === 0) this.none = true;
    this.leave.push(...named.map(({ number }) => number));
    this.pending = [];
    this.clauseAll = false;
    this.answersBehind ||= named.length > 0;
    return true;
  }

  /** "7 and 9 are not customers" is of both, "1 to 5 and 7 is not a customer" of the last one, "ignore 4" of what follows. */
  private sayIgnored(many: boolean, isBeforeNumbers: boolean): boolean {
    if (isBeforeNumbers) {
      this.begin('ignore');
      return true;
    }
    const meant = many ? this.pending.flat() : (this.pending.at(-1) ?? []);
    if (meant.length === 0) return false;
    this.pending = many ? [] : this.pending.slice(0, -1);
    this.ignore.push(...meant.map(({ number }) => number));
    return true;
  }

  /** "3", "3b", "1-5", "1 to 5", "the first five". */
  private numbersAt(words: readonly Word[], at: number): number {
    const { number, ordinal, phrases } = this.vocabulary;
    const isFirst = (one: string): boolean => ordinal(one) === 1 || ordinal(one.replace(/s$/, '')) === 1;
    const word = words[at]?.folded ?? '';
    const [, from, to, letter] = NUMBERS.exec(word) ?? [];
    const next = words[at + 1]?.folded ?? '';
    if (from !== undefined) {
      if (to !== undefined) return this.range(Number(from), Number(to), 1);
      if (letter !== undefined) return this.name(Number(from), letter, 1);
      const step = phrases('reviewTo').at(words, at + 1);
      const end = step === 0 ? undefined : number(words[at + 1 + step]?.folded ?? '');
      if (end !== undefined) return this.range(Number(from), end, step + 2);
      if (isFirst(next)) return this.range(1, Number(from), 2);
      // "1 a 5" is a range in other languages.
      const isLetter = /^[a-e]$/.test(next) && number(words[at + 2]?.folded ?? '') === undefined;
      return isLetter ? this.name(Number(from), next, 2) : this.name(Number(from), undefined, 1);
    }
    const written = number(next);
    if (isFirst(word) && written !== undefined) return this.range(1, written, 2);
    // "The third one", "the last one".
    const placed = ordinal(word);
    if (placed !== undefined && (placed !== 1 || (this.mode === 'leave' && written === undefined))) {
      this.points = true;
      return this.name(placed, undefined, number(next) === 1 ? 2 : 1);
    }
    const own = number(word);
    // "All but one" names no row.
    if (own === undefined || own === 1) return 0;
    return isFirst(next) ? this.range(1, own, 2) : this.name(own, undefined, 1);
  }

  private name(number: number, letter: string | undefined, words: number): number {
    const choice = letter === undefined ? {} : { choice: letter.charCodeAt(0) - 'a'.charCodeAt(0) };
    this.pending.push([{ number, ...choice }]);
    return words;
  }

  private range(from: number, to: number, words: number): number {
    if (from > to || to > MOST) return 0;
    this.pending.push(Array.from({ length: to - from + 1 }, (_, n) => ({ number: from + n })));
    return words;
  }

  private begin(mode: Mode): void {
    this.put();
    this.mode = mode;
  }

  private put(): void {
    this.all ||= this.clauseAll;
    this.clauseAll = false;
    const named = this.pending.flat();
    this.pending = [];
    if (this.mode === 'take') this.take.push(...named);
    // What follows a row with its letter is chosen, whatever was left out before: "all but 3, 8b".
    else {
      this.take.push(...named.filter(({ choice }) => choice !== undefined));
      const rest = named.filter(({ choice }) => choice === undefined).map(({ number }) => number);
      this[this.mode].push(...rest);
    }
  }
}

const LISTS = [
  'reviewIgnoreMany',
  'reviewIgnoreOne',
  'reviewUndo',
  'reviewAll',
  'reviewBut',
  'reviewNo',
  'reviewLater',
  'reviewNext',
  'reviewYes',
  'reviewSave',
  'and',
  'reviewFiller',
] as const;
