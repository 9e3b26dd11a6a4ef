import { automaticFrom, figuresOf } from './figures';
import type { Account } from './data';
import type { RankedRow } from './validate';

/** Accuracy by kind and by evidence: what is easy and what is not. */
export function printGroups(accounts: readonly Account[], rows: readonly RankedRow[], thisOne: number): void {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  printBy('kind', rows, thisOne, (row) => byId.get(row.id)?.kind ?? '');
  printBy('evidence', rows, thisOne, (row) => byId.get(row.id)?.evidence ?? '');
}

function printBy(title: string, rows: readonly RankedRow[], thisOne: number, of: (row: RankedRow) => string): void {
  const groups = new Map<string, RankedRow[]>();
  for (const row of rows) groups.set(of(row), [...(groups.get(of(row)) ?? []), row]);
  console.log(`  by ${title.padEnd(30)}     n   hit@1  @3    @5    this one, wrong`);
  for (const [name, list] of [...groups].sort((a, b) => b[1].length - a[1].length)) {
    const f = figuresOf(list);
    const hits = list.some((row) => row.truth !== null)
      ? [f.hit1, f.hit3, f.hit5].map((x) => (100 * x).toFixed(1).padStart(6)).join('')
      : ' '.repeat(18);
    const { made, wrong } = automaticFrom(list, thisOne);
    const label = name === '' ? 'no customer' : name;
    console.log(`    ${label.padEnd(30)} ${String(list.length).padStart(5)} ${hits}   ${made}, ${wrong}`);
  }
}
