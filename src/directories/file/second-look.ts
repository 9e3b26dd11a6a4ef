/** A file as it was read: a mark of its state, how it ends, and how many customers are in it. */
interface Seen {
  readonly mark: string;
  readonly end: 'whole' | 'open' | 'cut';
  readonly customers: readonly unknown[];
}

/**
 * A file that may have been cut off is believed only when it is the same at the next look: one that ends in the middle
 * of a row, and one whose last line has no end although the file before it had, or held a tenth more.
 */
export function createSecondLook(): { allows(seen: Seen): boolean } {
  let doubted: string | undefined;
  let before: { readonly end: Seen['end']; readonly count: number } | undefined;
  return {
    allows({ mark, end, customers }) {
      const count = customers.length;
      const isLess = before !== undefined && (before.end === 'whole' || count < before.count * 0.9);
      const isDoubtful = end === 'cut' || (end === 'open' && isLess);
      if (isDoubtful && doubted !== mark) {
        doubted = mark;
        return false;
      }
      doubted = undefined;
      before = { end, count };
      return true;
    },
  };
}
