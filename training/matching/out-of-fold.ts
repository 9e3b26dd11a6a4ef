import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RankedRow } from './validate';

/** What `npm run train` ranked for each account with trees that had not seen it: the benches compare with this. */
const FILE = join(process.cwd(), 'training', 'matching', 'out-of-fold.jsonl');
const KEPT = 5;

/** One line per account: its id, then customer and probability in turn, best first. */
export function writeOutOfFold(rows: readonly RankedRow[]): void {
  const lines = rows.map(({ id, ranked }) =>
    JSON.stringify([id, ...ranked.slice(0, KEPT).flatMap((one) => [one.customerId, Number(one.score.toFixed(4))])]),
  );
  writeFileSync(FILE, lines.join('\n') + '\n');
}

export function readOutOfFold(
  accounts: readonly { readonly id: string; readonly truth: string | null }[],
): RankedRow[] {
  const lines = new Map(
    readFileSync(FILE, 'utf8')
      .trim()
      .split('\n')
      .map((line) => {
        const [id, ...rest] = JSON.parse(line) as [string, ...(string | number)[]];
        return [id, rest];
      }),
  );
  return accounts.map(({ id, truth }) => {
    const kept = lines.get(id);
    if (kept === undefined) throw new Error(`${FILE} is of other data. Run: npm run train`);
    const ranked = kept.flatMap((value, i) =>
      i % 2 === 0 ? [{ customerId: String(value), score: Number(kept[i + 1]) }] : [],
    );
    return { id, truth, ranked };
  });
}
