import { isAccepted } from '../domain/acceptance';
import { needless } from '../domain/account';
import type { AccountRecord } from '../domain/account';
import { arrivedBy, KEYS, keyOf } from '../domain/list-order';
import type { Key, ListOrder } from '../domain/list-order';
import type { AccountFilter } from '../domain/account-filter';
import { UTC } from '../domain/calendar';
import type { TimeZone } from '../domain/calendar';
import type { ListAnswer, Period } from '../domain/answers';
import { chosenFrom } from '../matching/slices';
import { countByProvider } from './all-providers';
import { accountLine, freshness } from './draw-account';
import { nothingReadYet } from './source-health';
import { firstInOrder } from './first-in-order';
import { listLine, narrow } from './narrow-list';
import { inviterOf } from '../domain/invitation';
import { isLive } from '../domain/retention';
import type { Ports } from '../ports';

const PAGE = 8;

/** Whose own watches a list may name; `others`: everybody's, which administrators see in their own chat. */
export interface ListReader {
  readonly personId: string;
  readonly others: boolean;
}

export interface ListOptions {
  readonly period?: Period['name'];
  readonly offset?: number;
  readonly reader?: ListReader;
  /** Then the list is of all accounts that it fits, whatever `what` and `period` say. */
  readonly filter?: AccountFilter;
  readonly order?: ListOrder;
  /** Of the accounts that nobody has decided, those alone. */
  readonly among?: (account: AccountRecord) => boolean;
  /** By whose calendar periods are meant; UTC without it. */
  readonly zone?: TimeZone;
}

/**
 * The lists that people ask for. `unmapped`: accepted and not decided, the oldest first. `pending`: companies that
 * somebody watches or invited and that have not turned up, before the unmapped ones (no source lists open invitations).
 * `accepted`: who has accepted, the newest first. In a period it is a list that is narrowed down: of some accounts nobody
 * can tell when they accepted.
 */
export async function listAccounts(
  ports: Ports,
  what: ListAnswer['what'],
  options: ListOptions = {},
): Promise<ListAnswer> {
  const filter = options.filter ?? inPeriod(what, options.period);
  if (filter !== undefined) return narrowedList(ports, what, filter, options);
  const { register, clock } = ports;
  const { order, among = () => true } = options;
  const all = await (what === 'accepted' ? accepted(ports) : chosenFrom(register.openAccounts(), among));
  const offset = offsetIn(all, options.offset);
  const key = order === undefined ? BY_ITSELF[what] : KEYS[order];
  const shown = key === undefined ? all : await firstInOrder(all, offset + PAGE, key);
  const providers = countByProvider(ports, all);
  return {
    what,
    ...(providers === undefined ? {} : { providers }),
    ...(all.length === 0 && nothingReadYet(ports) ? { nothingRead: true } : {}),
    ...(order === undefined ? {} : { order }),
    lines: shown
      .slice(offset, offset + PAGE)
      .map((record) => ({ ...accountLine(ports, record), ...(order && { record }) })),
    total: all.length,
    ...(what === 'accepted' ? {} : { needless: needless(register.accountsWithoutNeed().filter(among)) }),
    ...(what === 'pending' ? { awaited: awaited(ports, options.reader) } : {}),
    offset,
    freshness: freshness(ports),
    now: clock.now(),
  };
}

/** What is open today is all that is open. */
function inPeriod(what: ListAnswer['what'], period: Period['name'] | undefined): AccountFilter | undefined {
  if (period === undefined || (what !== 'accepted' && period === 'today')) return undefined;
  const accepted = { is: 'accepted', span: { named: period } } as const;
  return what === 'accepted' ? [accepted] : [{ is: 'open' }, accepted];
}

async function narrowedList(
  ports: Ports,
  what: ListAnswer['what'],
  filter: AccountFilter,
  options: ListOptions,
): Promise<ListAnswer> {
  const { records, narrowed } = await narrow(ports, filter, options.zone ?? UTC);
  const { order } = options;
  const offset = offsetIn(records, options.offset);
  const shown = await firstInOrder(records, offset + PAGE, order === undefined ? keyOf(filter) : KEYS[order]);
  return {
    what,
    narrowed,
    ...(order === undefined ? {} : { order }),
    ...(narrowed.over === 0 && nothingReadYet(ports) ? { nothingRead: true } : {}),
    lines: shown.slice(offset, offset + PAGE).map((record) => listLine(ports, record)),
    total: records.length,
    offset,
    freshness: freshness(ports),
    now: ports.clock.now(),
  };
}

/** The list may have become shorter since the button was drawn. */
function offsetIn(all: readonly unknown[], wanted = 0): number {
  const last = Math.max(0, Math.ceil(all.length / PAGE) - 1) * PAGE;
  return Math.min(Math.max(0, wanted), last);
}

function accepted({ register }: Ports): Promise<AccountRecord[]> {
  return chosenFrom(register.allAccounts(), ({ acceptance }) => isAccepted(acceptance));
}

/** The open ones are kept in their order. */
const BY_ITSELF: Readonly<Record<ListAnswer['what'], Key | undefined>> = {
  accepted: (record) => -arrivedBy(record),
  unmapped: undefined,
  pending: undefined,
};

function awaited({ register }: Ports, reader?: ListReader): NonNullable<ListAnswer['awaited']> {
  if (reader === undefined) return [];
  const watched = [...register.allWatches()]
    .filter((w) => isLive(w) && w.reminder === undefined && (reader.others || w.person.id === reader.personId))
    .map((w) => ({ query: w.query, by: w.person.name, since: w.since }));
  const invited = register.invitations.open().flatMap((one) => {
    const inviter = inviterOf(one);
    return inviter === undefined ? [] : [{ query: one.company, by: inviter.person.name, since: inviter.at }];
  });
  return [...watched, ...invited].sort((a, b) => a.since - b.since);
}
