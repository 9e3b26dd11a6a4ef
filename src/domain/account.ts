import { createHash } from 'node:crypto';
import type { Acceptance, SubscriptionsFact } from './acceptance';
import type { Assignment } from './assignment';
import type { Creation } from './creation';
import type { Decision, LateClick, Mapping } from './decision';
import type { ToldNews } from './news';
import type { Notice } from './notice';
import type { Drift } from './drift';
import { guidIn } from './one-form';
import type { Person } from './person';
import type { Request } from './request';
import type { Sister } from './sister';
import type { Snooze } from './snooze';
import { nameAt } from './tenant';
import type { FormerName, Tenant } from './tenant';
import type { Trouble } from './source';
import type { Instant } from './time';
import type { Awake } from './waited';
import type { WriteBack } from './write-back';

/** Identity of a provider account: never a name, never a domain. */
export interface AccountKey {
  /** Of a Partner Center of ours its own tenant id; of a provider that only Work 365 knows what `rowProviderId` makes. */
  readonly providerId: string;
  /** The provider's own id of the account: at Partner Center the customer's tenant id, elsewhere whatever they have. */
  readonly tenantId: string;
}

/** The row of this account in Work 365, as last read. */
export interface DirectoryRow {
  readonly rowId: string;
  readonly name: string;
  /** The directory's own version of the row, sent back as `If-Match`. */
  readonly etag: string;
  /** When Work 365 created the row, that is, when its daily job first saw the tenant. */
  readonly createdAt?: Instant;
  /** The customer that the row points to now. */
  readonly customerId?: string;
  readonly customerName?: string;
  /** Who changed the row last, as Work 365 names them. */
  readonly modifiedBy?: string;
  /** Work 365 does not read subscriptions of a row whose sync is switched off; it then needs no mapping. */
  readonly syncEnabled?: boolean;
}

/** Several rows of one provider in Work 365 for one account. Until a person has chosen, none of them is written. */
export interface RowChoice {
  /** As last read, the oldest first. */
  readonly rows: readonly DirectoryRow[];
  readonly chosen?: { readonly rowId: string; readonly by: Person; readonly at: Instant };
}

/** Why the provider could not be asked about a tenant: whether it is there at all, or what it has agreed to. */
export interface MissedLook {
  readonly of: 'tenant' | 'details';
  readonly at: Instant;
  readonly trouble: Trouble;
}

/**
 * The one document per provider account. All that must change together changes here, by one compare-and-swap.
 * `version` rises with every change that a reader of a card would see; notices and the write-back remember which
 * version they carry, and whoever is behind is owed an update.
 */
export interface AccountRecord {
  readonly kind: 'account';
  readonly id: string;
  readonly partnerId: string;
  readonly format: number;
  readonly version: number;

  readonly providerId: string;
  readonly tenantId: string;
  readonly tenant: Tenant;
  /** What the tenant was called before, oldest first; absent when nobody has seen it renamed. */
  readonly formerNames?: readonly FormerName[];
  /** When the provider was last asked about this tenant alone, which tells more than its lists do. */
  readonly lookedAt?: Instant;
  /** The last look could not be made, or one of its facts is still the one from before. Gone with the next good one. */
  readonly missed?: MissedLook;
  /** When we first heard of the tenant, from whichever source. */
  readonly firstSeenAt: Instant;
  readonly acceptance: Acceptance;
  /** Absent until somebody looked. */
  readonly subscriptions?: SubscriptionsFact;
  readonly directoryRow?: DirectoryRow;
  /** Absent while there is one row, or none. */
  readonly rowChoice?: RowChoice;
  /** When we last read the row or wrote it: what was read before that is older than what we know. */
  readonly rowSeenAt?: Instant;

  /** What the company has under other providers, as the cards show it; absent when it has nothing there. */
  readonly sisters?: readonly Sister[];
  /** What of that does not go together; absent when all does. */
  readonly drift?: readonly Drift[];

  readonly mapping: Mapping;
  /** The version at which the mapping last changed: what the write-back has to reach. */
  readonly mappingVersion: number;
  /** The newest decisions, oldest first; older ones live in documents of their own. */
  readonly decisions: readonly Decision[];
  /** How many older decisions have moved out. */
  readonly decisionsArchived: number;
  /** Clicks after the latest decision that changed nothing. */
  readonly lateClicks?: readonly LateClick[];
  /** Who is on it, while it is open. */
  readonly assignment?: Assignment;
  /** Who was asked to take it, while it is open. */
  readonly request?: Request;
  /** Until when it waits, while it is open, or that it has come back. */
  readonly snooze?: Snooze;
  /** When it came back from a snooze, and how long it had waited before. */
  readonly awake?: Awake;
  /** A customer that somebody has created for this account, until it is there. */
  readonly creation?: Creation;

  readonly notices: readonly Notice[];
  /** Conversations that are told of it once it is known whether it is meant for them; absent while there are none. */
  readonly awaitedBy?: readonly string[];
  /** What people were told that happened behind our back. */
  readonly told?: ToldNews;
  readonly writeBack: WriteBack;
  /** It was taken for ours because of a row of another provider, whose account it is: nobody is shown it any more. */
  readonly takenInWrongly?: true;
  /** When somebody was told that this record keeps failing; gone as soon as nothing in it fails any more. */
  readonly stuckToldAt?: Instant;
  /** Derived by `settle`: when the next thing that this record owes may be tried; absent when nothing is owed. */
  readonly dueAt?: Instant;
}

export const ACCOUNT_FORMAT = 2;

/** The longest part of an account's id; what would be longer is named by its hash. */
const LONGEST_PART = 80;

/** Document id of an account. Made of the ids of provider and account only, so that renaming breaks nothing. */
export function accountId(key: AccountKey): string {
  return `account:${key.providerId.toLowerCase()}:${idPart(key.tenantId.toLowerCase())}`;
}

/** GUIDs are of this kind; a sync makes these ids by the hundred thousand. */
const PLAIN_ID = /^[0-9a-z-]{1,80}$/;

/** A tenant id as it is; ids of other providers may hold anything, which not every store takes. */
function idPart(ownId: string): string {
  if (PLAIN_ID.test(ownId)) return ownId;
  const whole = ownId.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
  const part = encodeURIComponent(whole).replaceAll('%', '~');
  return part.length <= LONGEST_PART ? part : `sha256-${createHash('sha256').update(part).digest('hex')}`;
}

const ROW_PROVIDER = 'work365-';

/** The id of a provider that is known by its row in Work 365 alone. */
export function rowProviderId(providerRowId: string): string {
  return `${ROW_PROVIDER}${providerRowId.toLowerCase()}`;
}

/** Whether only Work 365 knows the account: nobody of ours can ask its provider. */
export function isKnownByRow({ providerId }: Pick<AccountKey, 'providerId'>): boolean {
  return providerId.startsWith(ROW_PROVIDER);
}

/** The customer's tenant; of other providers than Partner Center only where their own id has the form of one. */
export function tenantIdOf(key: AccountKey): string | undefined {
  return isKnownByRow(key) ? guidIn(key.tenantId) : key.tenantId;
}

/** The name under which somebody decided: nobody has said of a later one that it is this customer. */
export function taughtName({ mapping, tenant, formerNames }: AccountRecord): string {
  if (mapping.state === 'open') return tenant.name;
  return nameAt(formerNames, tenant.name, mapping.at)?.name ?? tenant.name;
}

/** The tenant that taught a name; ids of another kind may be anybody's, so the account itself stands for them. */
export function taughtBy(record: AccountRecord): string {
  return tenantIdOf(record) ?? record.id;
}

/**
 * Why an undecided account needs no customer: Work 365 bills nothing of a row whose sync is switched off, and nothing
 * can be ordered for a tenant that is no customer of ours, or is not there any more.
 */
export type NoNeed = 'sync-off' | 'no-reseller' | 'row-gone';

export function noNeed(record: AccountRecord): NoNeed | undefined {
  const { acceptance, directoryRow, rowChoice } = record;
  // Of what only Work 365 knew nothing is left when its row is gone.
  const isByRowAlone = isKnownByRow(record) || acceptance.reseller.state === 'not-listed';
  if (isByRowAlone && directoryRow === undefined && rowChoice === undefined) return 'row-gone';
  if (directoryRow?.syncEnabled === false) return 'sync-off';
  return acceptance.reseller.state === 'other-relation' ? 'no-reseller' : undefined;
}

/** Nobody has decided, and it needs a customer. */
export function needsCustomer(record: AccountRecord): boolean {
  return record.mapping.state === 'open' && noNeed(record) === undefined;
}

export interface Needless {
  readonly name: string;
  readonly why: NoNeed;
}

/** The undecided accounts that no count of what waits holds, and why not. */
export function needless(accounts: readonly AccountRecord[]): readonly Needless[] {
  return accounts.flatMap((account) => {
    const why = noNeed(account);
    return why === undefined ? [] : [{ name: account.tenant.name, why }];
  });
}

/** Since when it waits, as far as anybody knows: the acceptance, else its row in Work 365, else when we first saw it. */
export function waitingSince({ acceptance, directoryRow, firstSeenAt }: AccountRecord): Instant {
  const { reseller } = acceptance;
  if (reseller.state === 'accepted' && reseller.since.basis !== 'before-first-look') return reseller.since.at;
  return directoryRow?.createdAt ?? firstSeenAt;
}
