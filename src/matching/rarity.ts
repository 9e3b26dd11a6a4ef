import type { RecordTable } from './record-table';

/** As many names of the background stand beside the names of the index: in a short customer list every word looks rare. */
const BACKGROUND_NAMES = 3000;

/** How much a word tells: near 0 for words of every second name, 1 for a word seen nowhere. */
export class Rarity {
  constructor(
    private readonly table: RecordTable,
    /** Share of company names that hold the word. */
    private readonly background: ReadonlyMap<string, number>,
  ) {}

  of(word: string): number {
    return this.ofKey(this.table.words.key(word), word);
  }

  /** The same for a word whose key in the table is known. */
  ofKey(key: number, word: string): number {
    const { table } = this;
    const count = table.words.count(key) + (this.background.get(word) ?? 0) * BACKGROUND_NAMES;
    const total = table.names + BACKGROUND_NAMES;
    return Math.log((total + 1) / (count + 1)) / Math.log(total + 1);
  }
}
