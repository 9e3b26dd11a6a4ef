import type { AccountRecord } from '../domain/account';
import { FirstOf } from '../domain/first-of';
import { byKey } from '../domain/list-order';
import type { Key, Keyed } from '../domain/list-order';
import { inSlices, sortedFrom } from '../matching/slices';

/** With more than so many pages before it, a page costs no more when everything is sorted. */
const FEW = 128;

/** The first `count` of the records by their key and then by name, in slices: of some hundred thousand nobody looks at more than a few pages. */
export async function firstInOrder(
  records: readonly AccountRecord[],
  count: number,
  key: Key,
): Promise<readonly AccountRecord[]> {
  const first = new FirstOf<Keyed>(count, byKey);
  const keyed: Keyed[] = [];
  const take = (record: AccountRecord): void => {
    const one = { record, at: key(record) };
    if (count > FEW) keyed.push(one);
    else first.add(one);
  };
  await inSlices(records, take);
  const found = count > FEW ? await sortedFrom(keyed, byKey) : first.inOrder();
  return found.slice(0, count).map(({ record }) => record);
}
