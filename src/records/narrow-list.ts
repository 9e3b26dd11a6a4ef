import { looksAt, looksOf } from '../domain/account-filter';
import type { AccountFilter, Condition, FilterContext, Unknown } from '../domain/account-filter';
import type { AccountRecord } from '../domain/account';
import type { ListLine, Narrowed } from '../domain/answers';
import type { TimeZone } from '../domain/calendar';
import { judge } from '../domain/judge-account';
import { arrivedBy } from '../domain/list-order';
import { FirstOf } from '../domain/first-of';
import { ALWAYS, before, rangeOf } from '../domain/span';
import type { Instant } from '../domain/time';
import { inSlices } from '../matching/slices';
import { isAccepted } from '../domain/acceptance';
import type { Ports } from '../ports';
import { accountsNamed } from './accounts-named';
import { allProviders } from './all-providers';
import type { ProviderDeps } from './all-providers';
import { accountLine } from './draw-account';

type Deps = Pick<Ports, 'register' | 'clock' | 'directory' | 'providers'>;

export interface NarrowedList {
  /** All that are known to fit. */
  readonly records: readonly AccountRecord[];
  readonly narrowed: Narrowed;
}

/** All accounts to which every condition applies; those of which it cannot be known are counted by the reason. */
export async function narrow(deps: Deps, filter: AccountFilter, zone: TimeZone): Promise<NarrowedList> {
  const context = contextOf(deps, zone, await namedIn(deps, filter));
  const named = filter.filter(({ is, not }) => (is === 'company' || is === 'provider') && not !== true);
  const isNamed = (record: AccountRecord): boolean => judge(record, named, context) === 'yes';
  const unknown: Partial<Record<Unknown, number>> = {};
  const records: AccountRecord[] = [];
  let over = 0;
  const undated: AccountRecord[] = [];
  let oldestLook: Instant | undefined;
  const look = (record: AccountRecord): void => {
    if (!looksAt(filter, record) || !isNamed(record)) return;
    over += 1;
    const at = lookOf(record, filter);
    if (at !== undefined) oldestLook = Math.min(oldestLook ?? at, at);
    const judged = judge(record, filter, context);
    if (judged === 'yes') records.push(record);
    else if (judged !== 'no') unknown[judged] = (unknown[judged] ?? 0) + 1;
    if (judged === 'no-date') undated.push(record);
  };
  await inSlices(deps.register.allAccounts(), look);
  const narrowed: Narrowed = {
    filter,
    over,
    among: amongWhom(filter, named),
    unknown,
    undated: (await likeliest(undated, filter, context)).map((record) => listLine(deps, record)),
    ...(oldestLook === undefined ? {} : { oldestLook }),
    ahead: filter.some((condition) => isAhead(condition, context)),
    providers: providersOfFilter(deps, filter),
    zone,
  };
  return { records, narrowed };
}

/** The names of the providers that a filter speaks of, by id. */
export function providersOfFilter(deps: ProviderDeps, filter: AccountFilter): ReadonlyMap<string, string> {
  const spoken = new Set(filter.flatMap((one) => (one.is === 'provider' ? [one.provider] : [])));
  const named = spoken.size === 0 ? [] : allProviders(deps).filter(({ id }) => spoken.has(id));
  return new Map(named.map(({ id, name }) => [id, name]));
}

function amongWhom(filter: AccountFilter, named: AccountFilter): Narrowed['among'] {
  if (named.some(({ is }) => is === 'company')) return 'named';
  if (named.length > 0) return 'there';
  return filter.some(({ is }) => LOOKS[is] !== undefined && is !== 'country') ? 'accepted' : 'all';
}

/** So many of those whose date is not known are named. */
const UNDATED = 5;

/** Whose earliest trace lies in the period comes first, and the latest of them: Work 365 knows most within a day. */
async function likeliest(records: readonly AccountRecord[], filter: AccountFilter, context: FilterContext) {
  const dated = filter.find((one) => one.is === 'accepted' && one.not !== true);
  const span = dated?.is === 'accepted' ? dated.span : undefined;
  const { from, to } = span === undefined ? ALWAYS : rangeOf(span, 'back', context.now, context.zone);
  const isWithin = (record: AccountRecord): boolean => arrivedBy(record) >= from && arrivedBy(record) < to;
  const likelierFirst = (a: AccountRecord, b: AccountRecord): number =>
    Number(isWithin(b)) - Number(isWithin(a)) ||
    arrivedBy(b) - arrivedBy(a) ||
    a.tenant.name.localeCompare(b.tenant.name, 'en');
  const first = new FirstOf<AccountRecord>(UNDATED, likelierFirst);
  await inSlices(records, (record) => {
    first.add(record);
  });
  return first.inOrder();
}

/** The line of an account, with the facts that the view tells of it. */
export function listLine(deps: Deps, record: AccountRecord): ListLine {
  const { register } = deps;
  const { mapping, tenant } = record;
  const own = mapping.state === 'mapped' ? register.customer(mapping.customer.id)?.country : undefined;
  const country = tenant.country ?? own;
  return {
    ...accountLine(deps, record),
    record,
    ...(country === undefined ? {} : { country }),
  };
}

type Company = Extract<Condition, { readonly is: 'company' }>;

/** The ids of the accounts that each condition names. */
async function namedIn({ register }: Deps, filter: AccountFilter): Promise<ReadonlyMap<Company, ReadonlySet<string>>> {
  const named = new Map<Company, ReadonlySet<string>>();
  for (const condition of filter) {
    if (condition.is !== 'company') continue;
    const accounts = [...(await accountsNamed(register, condition.names, condition.not === true)).values()].flat();
    named.set(condition, new Set(accounts.map(({ id }) => id)));
  }
  return named;
}

const NOBODY: ReadonlySet<string> = new Set();

function contextOf(
  { register, clock, directory }: Deps,
  zone: TimeZone,
  named: ReadonlyMap<Company, ReadonlySet<string>>,
): FilterContext {
  const read = [...register.allSources()].some(
    ({ part, lastCompleteAt }) => part.startsWith('rows') && lastCompleteAt !== undefined,
  );
  const now = clock.now();
  return {
    now,
    zone,
    rangeOf: once((condition) =>
      condition.span === undefined ? undefined : rangeOf(condition.span, looksOf(condition), now, zone),
    ),
    longAgo: once((duration) => before(now, duration, zone)),
    rows: !directory.writesBack ? 'no-work365' : read ? 'read' : 'not-read',
    countryOf: (customerId) => register.customer(customerId)?.country,
    accountsOf: (customerId) => register.accountsOfCustomer(customerId).length,
    named: (condition) => named.get(condition) ?? NOBODY,
  };
}

/** What a condition means is worked out once for a list, not for every account. */
function once<K, V>(find: (key: K) => V): (key: K) => V {
  const found = new Map<K, V>();
  return (key) => {
    const known = found.get(key) ?? find(key);
    found.set(key, known);
    return known;
  };
}

/** Which facts are looked up one account at a time, and when that was done. */
const LOOKS: Readonly<Partial<Record<Condition['is'], (record: AccountRecord) => Instant | undefined>>> = {
  'signed': ({ acceptance: { agreement } }) => checkedAt(agreement),
  'admin': ({ acceptance: { admin } }) => checkedAt(admin),
  'admin-pending': ({ acceptance: { admin } }) => checkedAt(admin),
  'admin-ended': ({ acceptance: { admin } }) => checkedAt(admin),
  'admin-ends': ({ acceptance: { admin } }) => checkedAt(admin),
  'subscribed': ({ subscriptions }) => (subscriptions === undefined ? undefined : checkedAt(subscriptions)),
  'country': (record) => (isAccepted(record.acceptance) ? record.lookedAt : undefined),
};

function lookOf(record: AccountRecord, filter: AccountFilter): Instant | undefined {
  const looks = filter.map(({ is }) => LOOKS[is]?.(record)).filter((at) => at !== undefined);
  return looks.length === 0 ? undefined : Math.min(...looks);
}

function checkedAt(fact: object): Instant | undefined {
  return 'checkedAt' in fact && typeof fact.checkedAt === 'number' ? fact.checkedAt : undefined;
}

/** Nothing can have happened in a period that has not begun. */
function isAhead(condition: Condition, { now, zone }: FilterContext): boolean {
  const span = 'span' in condition ? condition.span : undefined;
  if (span === undefined || looksOf(condition) === 'ahead') return false;
  return rangeOf(span, 'back', now, zone).from > now;
}
