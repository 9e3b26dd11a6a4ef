import { saysTheSame } from './acceptance';
import type { Acceptance } from './acceptance';
import { ACCOUNT_FORMAT, accountId } from './account';
import type { AccountKey, AccountRecord, DirectoryRow } from './account';
import type { Notice } from './notice';
import { UNTRIED } from './post';
import { observeRows } from './row-choice';
import { includesFields } from './same-fields';
import { settle } from './settle';
import { isNamed, renamed } from './tenant';
import type { Tenant } from './tenant';
import type { Instant } from './time';

/** What is known when an account is seen for the first time. */
export interface FirstSight extends AccountKey {
  readonly partnerId: string;
  readonly tenant: Tenant;
  readonly acceptance: Acceptance;
  /** Of Work 365; more than one where it has several for this account. */
  readonly rows?: readonly DirectoryRow[];
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
  return observeRows(settle(record, at), sight.rows ?? [], at);
}

/** Facts of the provider. The same record comes back when a reader would see no difference. */
export function observeTenant(record: AccountRecord, news: Tenant, acceptance: Acceptance, at: Instant): AccountRecord {
  const tenant = isNamed(news) ? news : { ...news, name: record.tenant.name };
  if (includesFields(record.tenant, tenant) && saysTheSame(record.acceptance, acceptance)) return record;
  const formerNames = renamedIn(record, tenant.name, at);
  // Our provider knows it now.
  const { takenInWrongly: _before, ...rest } = record;
  return settle(
    {
      ...rest,
      version: record.version + 1,
      tenant: merged(record.tenant, tenant),
      acceptance,
      ...(formerNames === undefined ? {} : { formerNames }),
    },
    at,
  );
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
