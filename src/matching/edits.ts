/** More edits than this are as good as any number of them. */
export const MOST_EDITS = 4;
/** Letters beyond this are not compared. */
const LONGEST_COMPARED = 48;
const WIDTH = LONGEST_COMPARED + MOST_EDITS + 1;
/** Three rows of the table of distances, used in turns; what they hold between two calls says nothing. */
const ROWS: readonly Uint8Array[] = [new Uint8Array(WIDTH), new Uint8Array(WIDTH), new Uint8Array(WIDTH)];

const NOTHING = new Uint8Array(0);

export interface Edits {
  /** Letters to be added, dropped, changed or swapped with their neighbour until `typed` is the whole text; at most MOST_EDITS. */
  readonly toWhole: number;
  /** The same until it is some beginning of the text. */
  readonly toBeginning: number;
  /** Length of that beginning: of several, the one nearest to the length of what was typed. */
  readonly length: number;
}

/** How many slips of the finger lie between what was typed and a text, or its beginning for those who stop in the middle. */
export function editsTo(typed: string, text: string): Edits {
  const n = Math.min(typed.length, LONGEST_COMPARED);
  const m = Math.min(text.length, n + MOST_EDITS);
  const last = fill(typed, text, n, m);
  let toBeginning = MOST_EDITS;
  let length = 0;
  for (let j = Math.max(0, n - MOST_EDITS); j <= m; j++) {
    const edits = last[j] ?? MOST_EDITS;
    if (edits < toBeginning || (edits === toBeginning && Math.abs(j - n) < Math.abs(length - n))) {
      toBeginning = edits;
      length = j;
    }
  }
  const whole = text.length === m && typed.length === n && n - m <= MOST_EDITS;
  return { toWhole: whole ? (last[m] ?? MOST_EDITS) : MOST_EDITS, toBeginning, length };
}

/** The last row of the table: the edits from all `n` letters typed to each beginning of the text, near the diagonal only. */
function fill(typed: string, text: string, n: number, m: number): Uint8Array {
  let [before = NOTHING, last = NOTHING, row = NOTHING] = ROWS;
  for (let j = 0; j <= m; j++) last[j] = Math.min(j, MOST_EDITS);
  for (let i = 1; i <= n; i++) {
    const a = typed.charCodeAt(i - 1);
    const from = Math.max(1, i - MOST_EDITS);
    const to = Math.min(m, i + MOST_EDITS);
    row[from - 1] = from === 1 ? Math.min(i, MOST_EDITS) : MOST_EDITS;
    for (let j = from; j <= to; j++) {
      const b = text.charCodeAt(j - 1);
      const changed = (last[j - 1] ?? 0) + (a === b ? 0 : 1);
      let edits = Math.min(changed, (row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, MOST_EDITS);
      if (i > 1 && j > 1 && a === text.charCodeAt(j - 2) && b === typed.charCodeAt(i - 2))
        edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      row[j] = edits;
    }
    // The next row reads one place further, and the one after it leaves what it does not reach.
    for (let j = to + 1; j <= Math.min(m, to + 2); j++) row[j] = MOST_EDITS;
    [before, last, row] = [last, row, before];
  }
  return last;
}
