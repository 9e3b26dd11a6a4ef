import { isDeepStrictEqual } from 'node:util';
import { hasArrived } from '../domain/acceptance';
import type { AccountRecord } from '../domain/account';
import { NameIndex } from '../matching/name-index';
import { inSlices } from '../matching/slices';
import type { Register } from '../register/register';

/** The accounts whose names, domains or acceptance changed since the last time. */
export interface AccountNews {
  /** Whether a name may mean one of them, or meant one before; when in doubt, it may. */
  mayBe(query: string): boolean;
  /** They count as seen from now on. */
  done(): void;
}

/** With more news than this an index over them would save nothing. */
const MOST_INDEXED = 300;

/** Compares the accounts with what they were; the first time all of them are news. */
export function createAccountNews(register: Pick<Register, 'allAccounts'>): { since(): Promise<AccountNews> } {
  const seen = new Map<string, AccountRecord>();
  return {
    async since() {
      const changed: AccountRecord[] = [];
      const compare = (record: AccountRecord): void => {
        const before = seen.get(record.id);
        if (before === record) return;
        if (before !== undefined && saysTheSame(before, record)) seen.set(record.id, record);
        else changed.push(record);
      };
      await inSlices([...register.allAccounts()], compare);
      const index = await indexOf(changed, seen);
      return {
        mayBe: (query) => changed.length > 0 && (index === undefined || index.lookup(query, 1).length > 0),
        done() {
          for (const record of changed) seen.set(record.id, record);
        },
      };
    },
  };
}

/** By their names of now and of before: an account that goes by another name may leave its old one to others. */
async function indexOf(
  changed: readonly AccountRecord[],
  seen: ReadonlyMap<string, AccountRecord>,
): Promise<NameIndex | undefined> {
  // An index takes megabytes, and mostly there is no news at all.
  if (changed.length === 0 || changed.length > MOST_INDEXED) return undefined;
  const index = new NameIndex();
  const put = (record: AccountRecord): void => {
    const tenants = [record.tenant, ...[seen.get(record.id)?.tenant ?? []].flat()];
    index.put({
      id: record.id,
      names: tenants.map(({ name }) => name),
      domains: tenants.flatMap(({ defaultDomain, domains = [] }) => [...[defaultDomain ?? []].flat(), ...domains]),
      tenantId: record.tenantId,
    });
  };
  await inSlices(changed, put);
  return index;
}

function saysTheSame(a: AccountRecord, b: AccountRecord): boolean {
  return (
    hasArrived(a.acceptance) === hasArrived(b.acceptance) &&
    otherwise(a) === otherwise(b) &&
    isDeepStrictEqual(sinceOf(a), sinceOf(b)) &&
    (a.tenant === b.tenant || isDeepStrictEqual(a.tenant, b.tenant))
  );
}

/** What it has instead of a reseller relationship. */
function otherwise({ acceptance: { reseller, admin } }: AccountRecord): string {
  return reseller.state === 'not-listed' ? `${reseller.state} ${admin.state}` : reseller.state;
}

function sinceOf({ acceptance: { reseller } }: AccountRecord): unknown {
  return reseller.state === 'accepted' ? reseller.since : undefined;
}
