import { LRUCache } from 'lru-cache';
import { documentId } from '../domain/documents';
import type { TalkRecord } from '../domain/documents';
import { carried, CARRIED_FOR, listOfThread, withListOfThread } from '../domain/talk-memory';
import type { TalkMemory } from '../domain/talk-memory';
import { presentFormat, UPGRADES } from '../domain/upgrades';
import type { Place } from '../turn';
import type { Ports } from '../ports';

type Deps = Pick<Ports, 'store' | 'partnerId' | 'clock' | 'log'>;

const MOST_AT_HAND = 2_000;
const ATTEMPTS = 5;
/** In the place of a person: the list that a thread saw last belongs to nobody. */
const EVERYBODY = 'everybody';

/** One turn of a talk. Whoever enters has to leave, or the person's next message waits for ever. */
export interface TalkTurn {
  /** What is remembered once the person's earlier messages are answered; undefined when nothing is. */
  before(): Promise<TalkMemory | undefined>;
  /** Ends the turn; what `change` makes of the memory is what the next message sees. */
  leave(change: (before: TalkMemory | undefined) => TalkMemory | undefined): Promise<void>;
}

/**
 * The talks of people: at hand for the next message, and in the store for the other replicas. The store is written after
 * the answer, and no turn waits for that. Of two states the one of the later message stays: a person speaks in one order,
 * so the last one who answered them knows best; the store's compare-and-swap keeps an older one from taking its place.
 */
export interface Talks {
  enter(place: Place, personId: string): TalkTurn;
  /** What is remembered at this moment, whatever is being answered just now. */
  look(place: Place, personId: string): Promise<TalkMemory | undefined>;
  /** Writes what is at hand. */
  save(place: Place, personId: string): Promise<void>;
  /** Drops what is at hand of a person. */
  forget(personId: string): void;
}

export function createTalks(deps: Deps): Talks {
  const talks = new LRUCache<string, Promise<TalkMemory | undefined>>({ max: MOST_AT_HAND });

  return {
    enter(place, personId) {
      const id = talkId(place, personId);
      const earlier = talks.get(id) ?? Promise.resolve(undefined);
      let resolve = (_after: TalkMemory | undefined): void => undefined;
      talks.set(id, new Promise((done) => (resolve = done)));
      let read: Promise<TalkMemory | undefined> | undefined;
      const before = (): Promise<TalkMemory | undefined> => (read ??= inThread(place, newest(id, earlier)));
      return {
        before,
        async leave(change) {
          const after = change(await before());
          const list = after === undefined || place.type === 'personal' ? undefined : listOfThread(after);
          if (list !== undefined) talks.set(talkId(place, EVERYBODY), Promise.resolve(list));
          resolve(after);
        },
      };
    },
    look(place, personId) {
      const id = talkId(place, personId);
      return newest(id, Promise.race([talks.get(id), nextTurn()]));
    },
    async save(place, personId) {
      const id = talkId(place, personId);
      const memory = await talks.get(id);
      if (memory === undefined) return;
      await look(() => write(talkRecord(place, personId, memory)));
      const list = place.type === 'personal' ? undefined : listOfThread(memory);
      if (list !== undefined && list.at === memory.at) await look(() => write(talkRecord(place, EVERYBODY, list)));
    },
    forget(personId) {
      const suffix = documentId('talk', personId).slice('talk'.length);
      for (const id of talks.keys()) if (id.endsWith(suffix)) talks.delete(id);
    },
  };

  /** What is one's own, and the list that everybody in the thread has seen. */
  async function inThread(place: Place, own: Promise<TalkMemory | undefined>): Promise<TalkMemory | undefined> {
    if (place.type === 'personal') return own;
    const id = talkId(place, EVERYBODY);
    return withListOfThread(await own, await newest(id, talks.get(id) ?? Promise.resolve(undefined)));
  }

  /** Another replica may have answered the message before this one. */
  async function newest(id: string, earlier: Promise<TalkMemory | undefined>): Promise<TalkMemory | undefined> {
    const stored = look(() => deps.store.read('talk', id));
    const own = await earlier;
    const theirs = (await stored)?.document.memory;
    const latest = own === undefined || (theirs !== undefined && theirs.at > own.at) ? theirs : own;
    return carried(latest, deps.clock.now());
  }

  function talkRecord(place: Place, personId: string, memory: TalkMemory): TalkRecord {
    const { conversationId } = place;
    const ttl = CARRIED_FOR / 1_000;
    return {
      id: talkId(place, personId),
      partnerId: deps.partnerId,
      format: presentFormat('talk', UPGRADES),
      kind: 'talk',
      personId,
      conversationId,
      at: memory.at,
      memory,
      ttl,
    };
  }

  async function write(document: TalkRecord): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const before = await deps.store.read('talk', document.id);
      if (before !== undefined && before.document.at > document.at) return;
      const { outcome } = await deps.store.write(
        before === undefined ? { write: 'insert', document } : { write: 'replace', document, etag: before.etag },
      );
      if (outcome === 'saved') return;
    }
  }

  /** A talk that cannot be read or kept is a shorter talk, never a failed turn. */
  async function look<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      deps.log.warn({ error }, 'What was talked about could not be read or kept');
      return undefined;
    }
  }
}

/** After whatever has been settled already. */
function nextTurn(): Promise<undefined> {
  return new Promise((resolve) => {
    setImmediate(() => {
      resolve(undefined);
    });
  });
}

function talkId({ conversationId, threadId }: Place, personId: string): string {
  return documentId('talk', threadId ?? conversationId, personId);
}
