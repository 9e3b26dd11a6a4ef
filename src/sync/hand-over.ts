import { notOurs } from '../domain/acceptance';
import { accountId, rowProviderId } from '../domain/account';
import type { AccountRecord } from '../domain/account';
import { isOurs } from '../domain/decision';
import { firstSight } from '../domain/observe';
import { observeRows } from '../domain/row-choice';
import { settle } from '../domain/settle';
import type { Instant } from '../domain/time';
import { noteRowGone } from '../domain/write-backs';
import type { ListedRow } from '../directory';
import type { Ports } from '../ports';
import { changeAccount } from '../records/change-document';

/**
 * An account that was taken for ours because of a row alone, and whose row is another provider's: what a person decided
 * about it goes over to the account of that provider, and it is no account any more.
 */
export async function handOver(ports: Ports, wrong: AccountRecord, listed: ListedRow): Promise<void> {
  if (isOurs(wrong.mapping)) await giveDecision(ports, wrong, listed);
  const at = ports.clock.now();
  await changeAccount(ports, wrong.id, (r) => (r.mappingVersion === wrong.mappingVersion ? emptied(r, at) : r));
}

async function giveDecision(ports: Ports, wrong: AccountRecord, listed: ListedRow): Promise<void> {
  const { providerRowId, ownId } = listed;
  if (providerRowId === undefined || ownId === undefined) return;
  const key = { providerId: rowProviderId(providerRowId), tenantId: ownId };
  const at = ports.clock.now();
  const take = (record: AccountRecord): AccountRecord => taken(record, wrong, listed, at);
  const changed = await changeAccount(ports, accountId(key), take);
  if (changed.changed === 'not-there') {
    const sight = { ...key, partnerId: ports.partnerId, tell: [], writesBack: true, at };
    const tenant = { tenantId: ownId, name: listed.row.name };
    const acceptance = notOurs(listed.providerName ?? providerRowId);
    const document = take(firstSight({ ...sight, tenant, acceptance }));
    const inserted = await ports.store.write({ write: 'insert', document });
    if (inserted.outcome === 'saved') ports.register.apply(document);
    else await changeAccount(ports, document.id, take);
  }
}

/** With the decision of the other one; who decided here meanwhile is not overruled. */
function taken(record: AccountRecord, wrong: AccountRecord, { row }: ListedRow, at: Instant): AccountRecord {
  if (isOurs(record.mapping)) return record;
  const { directoryRow: _read, rowSeenAt: _then, ...rest } = record;
  const version = record.version + 1;
  const decided: AccountRecord = {
    ...rest,
    version,
    mapping: wrong.mapping,
    mappingVersion: version,
    decisions: [...record.decisions, ...wrong.decisions],
    writeBack: { state: 'owed', writtenVersion: version - 1, attempts: 0 },
  };
  return observeRows(settle(decided, at), [row], at);
}

/** Its story stays, and nobody is shown it. */
function emptied(record: AccountRecord, at: Instant): AccountRecord {
  const gone = noteRowGone(record, at);
  const { version } = gone;
  return settle(
    {
      ...gone,
      takenInWrongly: true,
      mapping: { state: 'open' },
      mappingVersion: version,
      writeBack: { state: 'idle', writtenVersion: version, attempts: 0 },
    },
    at,
  );
}
