import { isAccepted } from '../domain/acceptance';
import type { AccountRecord } from '../domain/account';
import type { NearName } from '../domain/answers';
import type { WatchAnswer } from '../domain/watch-answers';
import type { WatchRecord } from '../domain/documents';
import { documentId } from '../domain/documents';
import type { Person } from '../domain/person';
import { isLive, keptWatch } from '../domain/retention';
import { presentFormat, UPGRADES } from '../domain/upgrades';
import { NameIndex } from '../matching/name-index';
import type { NameMatch } from '../matching/name-index';
import { accountLine } from '../records/draw-account';
import { findAccount } from '../records/find-account';
import { changeDocument } from '../records/change-document';
import type { Ports } from '../ports';
import { noRoomFor } from './watch-limits';
import { clearly, nearAccounts, whichOf } from './which-company';

/** Who watches, and where they asked and will be told; others may read along there. */
export interface Watcher {
  readonly person: Person;
  readonly conversationId: string;
  readonly language: string;
}

/**
 * Starts a watch; for companies that nobody knows yet, too. Who has accepted already needs none, unless it is wanted
 * `anyway`, whatever else the name might mean.
 */
export async function startWatch(ports: Ports, watcher: Watcher, query: string, anyway = false): Promise<WatchAnswer> {
  const found = findAccount(ports.register, query);
  if (anyway) {
    // Those that the name leads to today are not who is waited for.
    const known = clearly(found, query)?.account;
    const others = known === undefined ? nearAccounts(found) : [known];
    return watchFor(
      ports,
      watcher,
      query,
      others.map(({ id }) => id),
    );
  }
  if (found.found === 'several') return whichOf(ports, query, found.accounts);
  const known = clearly(found, query);
  if (known === undefined) {
    const near = nearAccounts(found).map(({ id, tenant }): NearName => ({ name: tenant.name, accountId: id }));
    return { ...(await watchFor(ports, watcher, query)), ...(near.length === 0 ? {} : { near }) };
  }
  const { account } = known;
  const taken = known.taken === undefined ? {} : { taken: known.taken };
  if (isAccepted(account.acceptance))
    return { answer: 'accepted-already', query, account: accountLine(ports, account), ...taken };
  // It is in the list, but has not accepted: the watch goes by the whole name, so that it knows its company.
  const name = known.taken?.taken === 'assumed' ? account.tenant.name : query;
  return { ...(await watchFor(ports, watcher, name, thereAlready(account))), ...taken };
}

/** Watches an account that was chosen, in place of a watch that went by another name. */
export async function watchAccount(
  ports: Ports,
  watcher: Watcher,
  account: AccountRecord,
  instead: string | undefined,
): Promise<WatchAnswer> {
  const left = instead === undefined ? {} : await leave(ports, watcher.person, instead);
  const query = account.tenant.name;
  return isAccepted(account.acceptance)
    ? { answer: 'accepted-already', query, account: accountLine(ports, account), ...left }
    : { ...(await watchFor(ports, watcher, query, thereAlready(account))), ...left };
}

/** Nobody waits for what another provider has already: what is waited for is the acceptance with us. */
function thereAlready({ id, acceptance }: AccountRecord): readonly string[] {
  return acceptance.reseller.state === 'not-ours' ? [id] : [];
}

async function leave(ports: Ports, person: Person, watchId: string): Promise<{ readonly instead?: string }> {
  const watch = watchesOf(ports, person.id).find((w) => w.id === watchId);
  if (watch === undefined) return {};
  await setStopped(ports, watch.id);
  return { instead: watch.query };
}

async function watchFor(
  ports: Ports,
  watcher: Watcher,
  query: string,
  others: readonly string[] = [],
): Promise<Watching | Extract<WatchAnswer, { readonly answer: 'refused' }>> {
  const live = [...ports.register.allWatches()].filter(isLive);
  const own = live.find(
    (w) => w.person.id === watcher.person.id && w.reminder === undefined && sameQuery(w.query, query),
  );
  const refused = own === undefined ? noRoomFor(query, watcher.person.id, live) : undefined;
  if (refused !== undefined) return refused;
  const fresh = newWatch(ports, watcher, query);
  const watch = { ...fresh, id: own?.id ?? fresh.id, asked: others };
  const inserted = await ports.store.write({ write: 'insert', document: watch });
  if (inserted.outcome === 'saved') {
    ports.register.apply(watch);
    return watching(ports, watch, 'begun');
  }
  const changed = await changeDocument<'watch', Begun>(ports, 'watch', watch.id, (w) => {
    if (!isLive(w)) return { document: watch, result: 'begun' };
    if (w.conversationId === watch.conversationId) return { result: 'already' };
    const { conversationId, language } = watch;
    return { document: { ...w, conversationId, language }, result: 'moved' };
  });
  if (changed.changed === 'not-there') return watching(ports, watch, 'begun');
  return watching(ports, changed.document, changed.result);
}

type Watching = Extract<WatchAnswer, { readonly answer: 'watching' }>;
type Begun = Watching['begun'];

function watching({ register }: Ports, watch: WatchRecord, begun: Begun): Watching {
  const told = register.conversation(watch.conversationId);
  return { answer: 'watching', watch, begun, inPerson: told === undefined || told.type === 'personal' };
}

/**
 * Stops the watch of one person that goes by this name, or all of them. A name that is only like that of a watch, or a
 * part of several, stops none: the watches that may be meant are named.
 */
export async function stopWatches(
  ports: Ports,
  person: Person,
  query: string | undefined,
  only?: 'reminders',
): Promise<WatchAnswer> {
  const mine = watchesOf(ports, person.id).filter(({ reminder }) => only === undefined || reminder !== undefined);
  const wanted = query === undefined ? { sure: mine, near: [] } : watchesNamed(mine, query);
  if (wanted.sure.length === 0) {
    const asked = query === undefined ? {} : { query, near: wanted.near };
    return { answer: 'was-not-watching', ...asked, others: mine.map((w) => w.query) };
  }
  for (const watch of wanted.sure) await setStopped(ports, watch.id);
  return stopped(wanted.sure);
}

function stopped(watches: readonly WatchRecord[]): WatchAnswer {
  const isReminders = watches.every(({ reminder }) => reminder !== undefined);
  return { answer: 'stopped', queries: watches.map((w) => w.query), ...(isReminders ? { of: 'reminders' } : {}) };
}

/** Whether a person watches what is named, or may mean by it; anything at all where nothing is. */
export function isWatched(ports: Ports, person: Pick<Person, 'id'>, query: string | undefined): boolean {
  const mine = watchesOf(ports, person.id);
  if (query === undefined) return mine.length > 0;
  const { sure, near } = watchesNamed(mine, query);
  return sure.length + near.length > 0;
}

/** Among one person's watches, those that a typed name surely means, or else those that it may mean. */
function watchesNamed(
  watches: readonly WatchRecord[],
  query: string,
): { readonly sure: readonly WatchRecord[]; readonly near: readonly WatchRecord[] } {
  const same = watches.filter((w) => sameQuery(w.query, query));
  if (same.length > 0) return { sure: same, near: [] };
  const names = new NameIndex();
  for (const { id, query: name } of watches) names.put({ id, names: [name] });
  const found = names.resolve(query);
  const of = (matches: readonly NameMatch[]): WatchRecord[] =>
    matches.map((m) => watches.find((w) => w.id === m.id)).filter((w) => w !== undefined);
  switch (found.kind) {
    case 'one':
    case 'assumed':
      return { sure: of([found.match]), near: [] };
    case 'probably':
      return { sure: [], near: of([found.match, ...found.others]) };
    case 'several':
      return { sure: [], near: of(found.matches) };
    case 'none':
      return { sure: [], near: of(found.near) };
  }
}

export async function stopWatch(ports: Ports, person: Person, watchId: string): Promise<WatchAnswer> {
  const watch = watchesOf(ports, person.id).find((w) => w.id === watchId);
  if (watch === undefined)
    return { answer: 'was-not-watching', others: watchesOf(ports, person.id).map((w) => w.query) };
  await setStopped(ports, watchId);
  return stopped([watch]);
}

export function listWatches(ports: Ports, person: Person): WatchAnswer {
  return { answer: 'list', watches: watchesOf(ports, person.id), now: ports.clock.now() };
}

/**
 * "Is this the one?" answered, about an account that the watch asked about. Yes ends the watch; no keeps it, and never
 * asks about that account again.
 */
export async function replyToWatch(
  ports: Ports,
  person: Person,
  watchId: string,
  accountId: string,
  yes: boolean,
): Promise<WatchAnswer> {
  const changed = await changeDocument(ports, 'watch', watchId, (w) =>
    w.person.id !== person.id || !isLive(w) || !w.asked.includes(accountId)
      ? { result: undefined }
      : {
          document: keptWatch(yes ? { ...w, state: 'fired', firedFor: accountId } : { ...w, state: 'waiting' }),
          result: undefined,
        },
  );
  // A watch is its person's own: nobody else learns what it waits for.
  if (changed.changed === 'not-there' || changed.document.person.id !== person.id)
    return { answer: 'was-not-watching', others: watchesOf(ports, person.id).map((w) => w.query) };
  const account = ports.register.account(accountId);
  if (yes && account !== undefined && changed.document.firedFor === accountId)
    return { answer: 'accepted-already', query: changed.document.query, account: accountLine(ports, account) };
  return watching(ports, changed.document, 'already');
}

export function watchesOf({ register }: Ports, personId: string): WatchRecord[] {
  return [...register.allWatches()]
    .filter((w) => w.person.id === personId && isLive(w))
    .sort((a, b) => a.since - b.since);
}

async function setStopped(ports: Ports, watchId: string): Promise<void> {
  await changeDocument(ports, 'watch', watchId, ({ dueAt: _due, owes: _owes, post: _post, ...w }) => ({
    document: keptWatch({ ...w, state: 'stopped' }),
    result: undefined,
  }));
}

/** Waits from now on; it has one id for each name that a person watches. */
export function newWatch(ports: Ports, { person, conversationId, language }: Watcher, query: string): WatchRecord {
  const since = ports.clock.now();
  return {
    kind: 'watch',
    id: watchIdOf(person, query),
    partnerId: ports.partnerId,
    format: presentFormat('watch', UPGRADES),
    person: { id: person.id, name: person.name },
    conversationId,
    query,
    language,
    since,
    state: 'waiting',
    asked: [],
  };
}

/** A person has one watch for a name, however it is written. */
export function watchIdOf(person: Pick<Person, 'id'>, query: string): string {
  return documentId('watch', person.id, foldQuery(query));
}

function foldQuery(query: string): string {
  return query.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

function sameQuery(a: string, b: string): boolean {
  return foldQuery(a) === foldQuery(b);
}
