import { saysTheSame } from './acceptance';
import type { Acceptance } from './acceptance';
import { ACCOUNT_FORMAT, accountId } from './account';
import type { AccountKey, AccountRecord, DirectoryRow } from './account';
import { isOurs } from './decision';
import type { CustomerRef, Decision, Mapping } from './decision';
import type { Notice } from './notice';
import { UNTRIED } from './post';
import { settle, wantedCustomerId } from './settle';
import { isNamed, renamed } from './tenant';
import type { Tenant } from './tenant';
import type { Instant } from './time';
import type { WriteBack } from './write-back';
import { theirsOf, versionBefore } from './write-backs';

/** What is known when an account is seen for the first time. */
export interface FirstSight extends AccountKey {
  readonly partnerId: string;
  readonly tenant: Tenant;
  readonly acceptance: Acceptance;
  readonly row?: DirectoryRow;
  /** False when the directory takes no write-back (a customer file). */
  readonly writesBack: boolean;
  /** Conversations that are to be told; none when the account was there before we first looked. */
  readonly tell: readonly string[];
  readonly at: Instant;
}

export function firstSight(sight: FirstSight): AccountRecord {
  const { partnerId, providerId, tenant, acceptance, at } = sight;
  const record: AccountRecord = {
    kind: 'account',
    id: accountId(sight),
    partnerId,
    format: ACCOUNT_FORMAT,
    version: 1,
    providerId,
    tenantId: sight.tenantId,
    tenant,
    firstSeenAt: at,
    acceptance,
    mapping: { state: 'open' },
    mappingVersion: 1,
    decisions: [],
    decisionsArchived: 0,
    notices: sight.tell.map((conversationId) => newNotice(conversationId, 'announcement', at)),
    writeBack: { state: sight.writesBack ? 'idle' : 'not-applicable', writtenVersion: 1, attempts: 0 },
  };
  return sight.row === undefined ? settle(record, at) : observeRow(record, sight.row, at);
}

/** Facts of the provider. The same record comes back when a reader would see no difference. */
export function observeTenant(record: AccountRecord, news: Tenant, acceptance: Acceptance, at: Instant): AccountRecord {
  const tenant = isNamed(news) ? news : { ...news, name: record.tenant.name };
  if (addsNothing(record.tenant, tenant) && saysTheSame(record.acceptance, acceptance)) return record;
  const formerNames = renamedIn(record, tenant.name, at);
  return settle(
    {
      ...record,
      version: record.version + 1,
      tenant: merged(record.tenant, tenant),
      acceptance,
      ...(formerNames === undefined ? {} : { formerNames }),
    },
    at,
  );
}

/** Most of what a list says is known: compared field by field, since a sync does this for every tenant. */
function addsNothing(known: Tenant, news: Tenant): boolean {
  const fields = new Map<string, unknown>(Object.entries(known));
  return Object.entries(news).every(([name, value]: [string, unknown]) => {
    const before = fields.get(name);
    return before === value || JSON.stringify(before) === JSON.stringify(value);
  });
}

/** Until the provider lists a tenant, its name is what Work 365 calls it: then it has no other name, but its own. */
function renamedIn(record: AccountRecord, name: string, at: Instant): AccountRecord['formerNames'] {
  if (record.acceptance.reseller.state === 'not-listed') return record.formerNames;
  return renamed(record.formerNames, record.tenant.name, name, at);
}

/** Lists give only some of the fields; what an earlier, fuller look told us stays. */
function merged(known: Tenant, news: Tenant): Tenant {
  return { ...known, ...news };
}

/**
 * The row in Work 365 as it was at `readAt`; a listing takes a while, and what it holds from before our own last write is
 * not news. Where nobody has decided here, Work 365 decides, and that is adopted. What a person decided here, or what
 * waits to be written, is never replaced: when Work 365 says otherwise, a person has to say which is right.
 */
export function observeRow(record: AccountRecord, row: DirectoryRow, at: Instant, readAt: Instant = at): AccountRecord {
  if (isOlder(record, row, readAt)) return record;
  if (record.writeBack.begun !== undefined) return record;
  if (sameRow(record.directoryRow, row)) return record;
  const withRow: AccountRecord = { ...record, version: record.version + 1, directoryRow: row, rowSeenAt: readAt };
  const ourDecisionWaits = record.writeBack.writtenVersion < record.mappingVersion;
  if (row.customerId === wantedCustomerId(record)) return settle(withRow, at);
  if (!ourDecisionWaits && !isOurs(record.mapping)) return adopt(withRow, row, at);
  return settle({ ...withRow, writeBack: contradicted(record, row) }, at);
}

/**
 * Rows are ordered by the version that Work 365 gives them, which rises with every change of a row. Our own clocks count
 * only where there is none to compare: two machines need not agree about the time.
 */
function isOlder({ directoryRow: known, rowSeenAt = 0 }: AccountRecord, row: DirectoryRow, readAt: Instant): boolean {
  const [before, now] = [known?.rowId === row.rowId ? versionOf(known) : undefined, versionOf(row)];
  return before === undefined || now === undefined ? readAt < rowSeenAt : now < before;
}

/** Dataverse's etag is the row's version number, `W/"1234567"`. */
function versionOf(row: DirectoryRow | undefined): bigint | undefined {
  const digits = /^W\/"(\d{1,19})"$/.exec(row?.etag ?? '')?.[1];
  return digits === undefined ? undefined : BigInt(digits);
}

/** What has the same version is the same, whatever a damaged answer says. */
function sameRow(a: DirectoryRow | undefined, b: DirectoryRow): boolean {
  if (a?.rowId !== b.rowId || a.etag !== b.etag) return false;
  // Whether it is synced may be read only since a later start than the rest.
  return a.syncEnabled !== undefined || b.syncEnabled === undefined;
}

/** The row points elsewhere than our decision. A row that never had ours, or is a new one, was only not written yet. */
function contradicted(record: AccountRecord, row: DirectoryRow): WriteBack {
  const { writeBack, directoryRow, mapping } = record;
  const writtenVersion = versionBefore(record);
  const hadOurs = writeBack.writtenVersion >= record.mappingVersion || writeBack.theirs?.replaced === true;
  if (row.customerId === undefined) {
    const isGone = mapping.state === 'mapped' && mapping.customerGoneAt !== undefined;
    if (isGone) return { state: 'refused', writtenVersion, attempts: 0, refusal: { kind: 'customer-gone' } };
    const isAnother = directoryRow !== undefined && directoryRow.rowId !== row.rowId;
    if (writeBack.state === 'refused' && !isAnother) return triedAtOnce(writeBack);
    if (!hadOurs || isAnother) return { state: 'owed', writtenVersion, attempts: 0 };
  }
  const at = writeBack.at === undefined ? {} : { at: writeBack.at };
  return { state: 'conflict', writtenVersion, attempts: 0, theirs: theirsOf(row, hadOurs), ...at };
}

/** Somebody touched the row: what was refused may be mended. */
function triedAtOnce({ notBefore: _over, ...writeBack }: WriteBack): WriteBack {
  return writeBack;
}

function customerOf(row: DirectoryRow): CustomerRef {
  const id = row.customerId ?? '';
  return { id, name: row.customerName ?? id };
}

function adopt(record: AccountRecord, row: DirectoryRow, at: Instant): AccountRecord {
  const by = { kind: 'work365' as const, ...(row.modifiedBy === undefined ? {} : { name: row.modifiedBy }) };
  const id = `work365:${row.rowId}:${row.etag}`;
  const before = record.mapping;
  // An account that is "not a customer" here and empty there agrees already.
  if (row.customerId === undefined && before.state !== 'mapped') return settle(record, at);
  const mapping: Mapping =
    row.customerId === undefined
      ? { state: 'open' }
      : { state: 'mapped', customer: customerOf(row), by, at, decisionId: id, teaches: true };
  const decision: Decision =
    row.customerId === undefined
      ? { id, at, by, verdict: 'reopened', before, ...(before.state === 'mapped' ? { customer: before.customer } : {}) }
      : { id, at, by, verdict: 'mapped', customer: customerOf(row), before };
  const writeBack: AccountRecord['writeBack'] = {
    state: row.customerId === undefined ? 'idle' : 'written',
    writtenVersion: record.version,
    attempts: 0,
  };
  return settle(
    { ...record, mapping, mappingVersion: record.version, decisions: [...record.decisions, decision], writeBack },
    at,
  );
}

/** One more card about this account is wanted in a conversation; the same record when one is there already. */
export function wantNotice(
  record: AccountRecord,
  conversationId: string,
  reason: Notice['reason'],
  at: Instant,
): AccountRecord {
  if (record.notices.some((n) => n.conversationId === conversationId && n.state !== 'dropped')) return record;
  const others = record.notices.filter((n) => n.conversationId !== conversationId);
  return settle({ ...record, notices: [...others, newNotice(conversationId, reason, at)] }, at);
}

function newNotice(conversationId: string, reason: Notice['reason'], wantedAt: Instant): Notice {
  return { ...UNTRIED, id: conversationId, conversationId, reason, wantedAt };
}
