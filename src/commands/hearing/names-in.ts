import type { HearingModel } from './model';
import { nameFeatures } from './name-features';
import type { KnownMark } from './name-features';
import { BEGINS_NAME, bestTags, IN_NAME, TAGS } from './viterbi';
import type { HeardWords } from './words';

/** What the tokens of a message are, and how it is found with more names or fewer. */
export class NamesIn {
  readonly tags: Uint8Array;
  private readonly scores: Float64Array;
  private readonly moves: readonly number[];

  constructor(
    readonly words: HeardWords,
    known: readonly KnownMark[],
    model: HearingModel,
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

  /** The likeliest tags with at least `least` names, where that is not far from what is likeliest. */
  withAtLeast(least: number): Uint8Array {
    if (namesOf(this.tags) >= least) return this.tags;
    for (const help of HELPS) {
      const tags = bestTags(
        this.scores.map((score, at) => (at % TAGS === BEGINS_NAME ? score + help : score)),
        this.moves,
      );
      if (namesOf(tags) >= least) return tags;
    }
    return this.tags;
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
      const name = withoutJoin(withoutOwner(end === at + 1 ? first.raw : text.slice(first.start, last.end)));
      if (/\p{L}{2}|\d.*\p{L}|\p{L}.*\d|\d{4}/u.test(name) && !DATE.test(name)) names.push(name);
    }
    return names;
  }
}

/** "12th", "3rd": never a company. */
const DATE = /^\d+(?:st|nd|rd|th|\.)?$/i;

/** How much the beginning of a name is helped, step by step, where a name must be. */
const HELPS = [2, 4, 7, 11, 16];

function namesOf(tags: Uint8Array): number {
  return tags.reduce((count, tag) => count + (tag === BEGINS_NAME ? 1 : 0), 0);
}

/** "Contoso's" is Contoso. */
function withoutOwner(name: string): string {
  return name.replace(/^["'[(]+(?=.)|["'\]]+$/g, '').replace(/['’]s$/i, '');
}

/** What joins a name to the next belongs to neither. */
function withoutJoin(name: string): string {
  return name.replace(/(?:\s*[,;&]|\s+(?:and|or|und|oder|et|ou|y|o|en|of))+$/iu, '');
}
