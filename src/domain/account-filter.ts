import type { AccountRecord } from './account';
import type { TimeZone } from './calendar';
import type { Duration, Range, Span } from './span';
import type { Instant } from './time';

/** Who decided: one of us by the Entra object id, or somebody in Work 365 as it names them (all of them without a name). */
export type Decider =
  | { readonly kind: 'person'; readonly id: string; readonly name: string }
  | { readonly kind: 'work365'; readonly name?: string };

interface Negatable {
  /** The opposite; what is not known stays not known. */
  readonly not?: true;
}

/** One kind of condition each, so that a rule can be asked for every one. */
type Is<K extends string, More = object> = K extends string ? Negatable & More & { readonly is: K } : never;

/** One thing that an account can be asked to be. */
export type Condition =
  | Is<'open' | 'mapped' | 'ignored' | 'admin' | 'admin-pending' | 'subscribed' | 'shared' | 'drift' | 'snoozed'>
  /** `in-work365`: its row was made in the span. */
  | Is<'accepted' | 'ended' | 'signed' | 'admin-ended' | 'in-work365', { readonly span?: Span }>
  /** The day on which the admin access ends, or ended, lies in the span. */
  | Is<'admin-ends', { readonly span: Span }>
  | Is<'waiting', { readonly longer: Duration }>
  | Is<'country', { readonly countries: readonly string[] }>
  | Is<'provider', { readonly provider: string }>
  /** The companies of these names, as they were typed. With `not` all that bear one, else those that are meant. */
  | Is<'company', { readonly names: readonly string[] }>
  /** Somebody mapped or ignored it, or either; what was taken back does not count. */
  | Is<'decided', { readonly verdict?: 'mapped' | 'ignored'; readonly by?: Decider; readonly span?: Span }>;

export type ConditionKind = Condition['is'];

/** All of them hold. */
export type AccountFilter = readonly Condition[];

/**
 * Why it cannot be told whether a condition holds:
 * - `not-looked-up`: the source tells it one account at a time, and this one's turn has not come
 * - `could-not-look`: the source did not answer
 * - `not-set-up`: a setting is missing
 * - `not-ours`: only Work 365 knows the account, and its provider is not ours to ask
 * - `no-date`: it is so, and since when nobody can tell
 * - `not-said`: the source does not say
 */
export type Unknown = 'not-looked-up' | 'could-not-look' | 'not-set-up' | 'not-ours' | 'no-date' | 'not-said';

export type Judgement = 'yes' | 'no' | Unknown;

/** A condition that may hold within a period. */
export type Dated = Extract<Condition, { readonly span?: unknown }>;

/** What judging needs besides the record; what is the same for all records is worked out once. */
export interface FilterContext {
  readonly now: Instant;
  readonly zone: TimeZone;
  /** The moments of the condition's period; undefined where it has none. */
  readonly rangeOf: (condition: Dated) => Range | undefined;
  /** The moment so long ago. */
  readonly longAgo: (duration: Duration) => Instant;
  /** How far the rows of Work 365 are known. */
  readonly rows: 'read' | 'not-read' | 'no-work365';
  /** Where our own record says that the customer is. */
  readonly countryOf: (customerId: string) => string | undefined;
  /** How many accounts are mapped to the customer. */
  readonly accountsOf: (customerId: string) => number;
  /** The ids of the accounts that the names of the condition mean. */
  readonly named: (condition: Extract<Condition, { readonly is: 'company' }>) => ReadonlySet<string>;
}

/** Facts that the provider tells one tenant at a time, and only of those who accepted. */
const ONE_AT_A_TIME: ReadonlySet<ConditionKind> = new Set<ConditionKind>([
  'signed',
  'admin',
  'admin-pending',
  'admin-ended',
  'admin-ends',
  'subscribed',
]);

/** Over which accounts a filter looks: where it asks for such facts, over those who accepted. */
export function looksAt(filter: AccountFilter, { acceptance }: Pick<AccountRecord, 'acceptance'>): boolean {
  return !filter.some(({ is }) => ONE_AT_A_TIME.has(is)) || acceptance.reseller.state === 'accepted';
}

/** A span that lies ahead has no past in it: nothing can have happened there yet. */
export function looksOf({ is }: Condition): 'back' | 'ahead' {
  return is === 'admin-ends' ? 'ahead' : 'back';
}
