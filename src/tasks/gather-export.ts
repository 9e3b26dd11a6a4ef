import type { AccountRecord } from '../domain/account';
import { wasFoundDecided } from '../domain/decision';
import type { Decision } from '../domain/decision';
import { isWithin } from '../domain/export';
import type { ExportedAccount, ExportWanted } from '../domain/export';
import type { Range } from '../domain/span';
import { givingWay, sortedFrom } from '../matching/slices';
import type { Ports } from '../ports';
import { allDecisions } from './tell-history';

const { compare } = new Intl.Collator('en');

/** What a file is made of: accounts by name, each with the decisions of the period. */
export async function gatherExport(
  ports: Ports,
  { what, range, provider }: ExportWanted,
): Promise<readonly ExportedAccount[]> {
  const found: ExportedAccount[] = [];
  const giveWay = givingWay();
  for (const record of [...ports.register.allAccounts()]) {
    const way = giveWay();
    if (way !== undefined) await way;
    if (record.providerId !== (provider ?? record.providerId)) continue;
    if (what === 'mappings' && !standsSince(record, range)) continue;
    const decisions = (await allDecisions(ports, record)).filter((one) => isOf(one, record, range));
    if (what === 'mappings' || decisions.length > 0) found.push({ record, decisions });
  }
  return sortedFrom(
    found,
    (a, b) => compare(a.record.tenant.name, b.record.tenant.name) || (a.record.id < b.record.id ? -1 : 1),
  );
}

/** What Work 365 had decided before we first saw an account was decided nobody knows when: it is of no period. */
function isOf(
  { by, at }: Pick<Decision, 'by' | 'at'>,
  { firstSeenAt }: AccountRecord,
  range: Range | undefined,
): boolean {
  return range === undefined || (isWithin(at, range) && !wasFoundDecided(by, at, firstSeenAt));
}

/** Whether what counts now was decided in that time; all accounts where no time was said. */
function standsSince(record: AccountRecord, range: Range | undefined): boolean {
  const { mapping } = record;
  return range === undefined || (mapping.state !== 'open' && isOf(mapping, record, range));
}
