import type { HearingModel } from './model';
import { nameFeatures } from './name-features';
import type { KnownMark } from './name-features';
import { BEGINS_NAME, bestTags, IN_NAME, TAGS, tagsWithNames } from './viterbi';
import type { HeardWords } from './words';

export type TrainedNames = Pick<HearingModel, 'names' | 'moves'>;

/** What the tokens of a message are, and how it is found with more names or fewer. */
export class NamesIn {
  readonly tags: Uint8Array;
  private readonly scores: Float64Array;
  private readonly moves: readonly number[];

  constructor(
    readonly words: HeardWords,
    known: readonly KnownMark[],
    model: TrainedNames,
  ) {
    const rows = nameFeatures(words, known);
    const { values, unit } = model.names;
    this.scores = new Float64Array(rows.length * TAGS);
    rows.forEach((row, at) => {
      for (let tag = 0; tag < TAGS; tag += 1) {
        let sum = 0;
        for (const place of row) sum += values[place * TAGS + tag] ?? 0;
        this.scores[at * TAGS + tag] = sum * unit;
      }
    });
    this.moves = model.moves;
    this.tags = bestTags(this.scores, this.moves);
  }

  /** The likeliest tags with so many names, where they are not far from what is likeliest. */
  withNames(least: number, most: number): Uint8Array {
    const found = namesOf(this.tags);
    if (found >= least && (found <= most || most === 0)) return this.tags;
    return tagsWithNames(this.scores, this.moves, { least, most, slack: SLACK }) ?? this.tags;
  }

  /** The names in their order, as typed, without what does not belong to them. */
  named(tags: Uint8Array): readonly string[] {
    const { tokens, text } = this.words;
    const names: string[] = [];
    for (let at = 0; at < tags.length; at += 1) {
      if (tags[at] !== BEGINS_NAME) continue;
      let end = at + 1;
      while (tags[end] === IN_NAME) end += 1;
      const first = tokens[at];
      const last = tokens[end - 1];
      if (!first || !last) continue;
      const until = endWithForm(text, last.end);
      // A quoted name is a token without its quotes.
      const typed = end === at + 1 && until === last.end ? first.raw : text.slice(first.start, until);
      const name = withoutNextSentence(withoutJoin(withoutOwner(typed)));
      if (/\p{L}{2}|\d.*\p{L}|\p{L}.*\d|\d{4}/u.test(name) && !DATE.test(name)) names.push(name);
    }
    return names;
  }
}

/** What says what kind of firm it is; two letters only as they are written. */
const FORM =
  /^(?:,? (?:&|und|and|et|y) [Cc]o\.?|,? (?:[Ll](?:td|TD)|[Ll]imited|LTD|[Ii]nc|INC|LLC|llc|LLP|PLC|[Pp]lc|[Gg](?:mb|MB)[Hh]|AG|KG|OHG|GbR|e\.[VvKkGg]|eG|SA|SAS|SARL|[Ss]arl|EURL|SL|SLU|S\.[AL]|S\.A\.S|BV|B\.V|NV|N\.V|AB|ApS|A\/S|Oy|SpA|S\.p\.A|[Pp]ty|[Pp]vt|[Ss]p\.? z ?o\. ?o|z ?o\. ?o|de C\.V))(?!\p{L})\.?/u;

/** Where a name ends with the form of the firm that stands right behind it. */
function endWithForm(text: string, end: number): number {
  let at = end;
  for (let form = FORM.exec(text.slice(at, at + 16)); form !== null; form = FORM.exec(text.slice(at, at + 16)))
    at += form[0].length;
  // The full stop that ends the sentence is no part of the name.
  return text[at - 1] === '.' && at > end && !/\p{L}\.\p{L}\.$/u.test(text.slice(0, at)) ? at - 1 : at;
}

/** "12th", "3rd": never a company. */
const DATE = /^\d+(?:st|nd|rd|th|\.)?$/i;

/** How much less likely than the likeliest tags those with a further name may be. */
const SLACK = 16;

function namesOf(tags: Uint8Array): number {
  return tags.reduce((count, tag) => count + (tag === BEGINS_NAME ? 1 : 0), 0);
}

/** "Contoso's" is Contoso. */
function withoutOwner(name: string): string {
  return name.replace(/^["'[(]+(?=.)|["'\]]+$/g, '').replace(/['’]s$/i, '');
}

/** "Delta Transport Ltd. Carry out.": behind the form of a firm and a full stop another sentence begins. */
function withoutNextSentence(name: string): string {
  return name.replace(/(?<=\s(?:Ltd|Limited|LLC|LLP|PLC|plc|GmbH|AG|KG|BV|NV|SL|SARL))\.\s.*$/u, '');
}

/** What joins a name to the next belongs to neither. */
function withoutJoin(name: string): string {
  return name.replace(/(?:\s*[,;&]|\s+(?:and|or|und|oder|et|ou|y|o|en|of))+$/iu, '');
}

const BETWEEN =
  /^\s*(?:[,;/&+]|[,;]?\s(?:and|und|et|y|e|en|or|oder|ou|o|of|sowie|nor|ni|as well as)\b)+\s*(?:the|die|der|das|la|le|les|el|los|las|de|het)?\s*$/iu;

/**
 * The names of a change: a word by itself that does not stand with the others, or is part of the first, is a person or
 * said once more ("stop watching Penarth Pianos, Bethan has them now").
 */
export function ofOneChange(names: readonly string[], text: string): readonly string[] {
  const [first = ''] = names;
  if (names.length < 2 || standTogether(names, text)) return names;
  return names.filter(
    (name) => name === first || (name.includes(' ') && !first.toLowerCase().includes(name.toLowerCase())),
  );
}

/** Whether several names follow each other with nothing between them but what joins a list. */
export function standTogether(names: readonly string[], text: string): boolean {
  let from = -1;
  for (const name of names) {
    const at = text.indexOf(name, Math.max(from, 0));
    if (at < 0 || (from >= 0 && !BETWEEN.test(text.slice(from, at)))) return false;
    from = at + name.length;
  }
  return names.length > 1;
}
