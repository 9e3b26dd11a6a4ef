import { isAccepted } from '../domain/acceptance';
import type { WatchAnswer } from '../domain/answers';
import type { WatchRecord } from '../domain/documents';
import { documentId } from '../domain/documents';
import type { Person } from '../domain/person';
import { accountLine } from './draw-account';
import { findAccount } from './find-account';
import { changeDocument } from './change-document';
import type { Ports } from './ports';

/** Who watches, and where they will be told: in their personal chat when the bot has one with them, else here. */
export interface Watcher {
  readonly person: Person;
  readonly conversationId: string;
  readonly language: string;
}

/** Starts a watch; for companies that nobody knows yet, too. */
export async function startWatch(ports: Ports, watcher: Watcher, query: string): Promise<WatchAnswer> {
  const found = findAccount(ports.register, query);
  if ((found.found === 'one' || found.found === 'assumed') && isAccepted(found.account.acceptance)) {
    return { answer: 'accepted-already', query, account: accountLine(found.account) };
  }
  const watch = newWatch(ports, watcher, query);
  const inserted = await ports.store.write({ write: 'insert', document: watch });
  if (inserted.outcome === 'saved') {
    ports.register.apply(watch);
    return { answer: 'watching', watch, already: false };
  }
  const changed = await changeDocument(ports, 'watch', watch.id, (w) =>
    isLive(w) ? { result: true } : { document: watch, result: false },
  );
  if (changed.changed === 'not-there') return { answer: 'watching', watch, already: false };
  return { answer: 'watching', watch: changed.document, already: changed.result };
}

/** Stops the watches of one person that go by this name, or all of them. */
export async function stopWatches(ports: Ports, person: Person, query: string | undefined): Promise<WatchAnswer> {
  const mine = watchesOf(ports, person.id);
  const wanted = query === undefined ? mine : mine.filter((w) => sameQuery(w.query, query));
  if (wanted.length === 0) {
    return { answer: 'was-not-watching', ...(query === undefined ? {} : { query }), others: mine.map((w) => w.query) };
  }
  for (const watch of wanted) await setStopped(ports, watch.id);
  return { answer: 'stopped', queries: wanted.map((w) => w.query) };
}

export async function stopWatch(ports: Ports, person: Person, watchId: string): Promise<WatchAnswer> {
  const watch = watchesOf(ports, person.id).find((w) => w.id === watchId);
  if (watch === undefined)
    return { answer: 'was-not-watching', others: watchesOf(ports, person.id).map((w) => w.query) };
  await setStopped(ports, watchId);
  return { answer: 'stopped', queries: [watch.query] };
}

export function listWatches(ports: Ports, person: Person): WatchAnswer {
  return { answer: 'list', watches: watchesOf(ports, person.id), now: ports.clock.now() };
}

/** "Is this the one?" answered. Yes ends the watch; no keeps it, and never asks about that account again. */
export async function replyToWatch(
  ports: Ports,
  person: Person,
  watchId: string,
  accountId: string,
  yes: boolean,
): Promise<WatchAnswer> {
  const changed = await changeDocument(ports, 'watch', watchId, (w) =>
    w.person.id !== person.id || !isLive(w)
      ? { result: undefined }
      : {
          document: yes ? { ...w, state: 'fired' as const, firedFor: accountId } : { ...w, state: 'waiting' as const },
          result: undefined,
        },
  );
  // A watch is its person's own: nobody else learns what it waits for.
  if (changed.changed === 'not-there' || changed.document.person.id !== person.id)
    return { answer: 'was-not-watching', others: watchesOf(ports, person.id).map((w) => w.query) };
  const account = ports.register.account(accountId);
  if (yes && account !== undefined)
    return { answer: 'accepted-already', query: changed.document.query, account: accountLine(account) };
  return { answer: 'watching', watch: changed.document, already: true };
}

export function watchesOf({ register }: Ports, personId: string): WatchRecord[] {
  return [...register.allWatches()]
    .filter((w) => w.person.id === personId && isLive(w))
    .sort((a, b) => a.since - b.since);
}

export function isLive(watch: WatchRecord): boolean {
  return watch.state === 'waiting' || watch.state === 'asked';
}

async function setStopped(ports: Ports, watchId: string): Promise<void> {
  await changeDocument(ports, 'watch', watchId, ({ dueAt: _due, owes: _owes, ...w }) => ({
    document: { ...w, state: 'stopped' },
    result: undefined,
  }));
}

function newWatch(ports: Ports, { person, conversationId, language }: Watcher, query: string): WatchRecord {
  const since = ports.clock.now();
  return {
    kind: 'watch',
    id: watchIdOf(person, query),
    partnerId: ports.partnerId,
    format: 1,
    person: { id: person.id, name: person.name },
    conversationId,
    query,
    language,
    since,
    state: 'waiting',
    asked: [],
    attempts: 0,
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
