import type { AccountRecord } from '../../src/domain/account';
import type { Document } from '../../src/domain/documents';
import type { Job } from '../../src/jobs/table';
import type { Ports } from '../../src/ports';
import type { Store, Write } from '../../src/store';
import { PEOPLE } from './cast';
import type { Seams } from './replica';

/** A fault that is put into a part from outside, to see whether the simulator finds it. */
export interface Planted {
  readonly name: string;
  readonly seams: Seams;
}

/** A store that does something else with some writes. */
function writing(how: (write: Write, store: Store) => ReturnType<Store['write']> | Write): Seams {
  return {
    store: (store) => {
      const write: Store['write'] = (one) => {
        const next = how(one, store);
        return 'write' in next ? store.write(next) : next;
      };
      return { ...store, write, writeAll: (writes) => Promise.all(writes.map(write)) };
    },
  };
}

/** The same of one kind, changed before it is written down. */
function keeping<D extends Document>(kind: D['kind'], how: (document: D) => D): Seams {
  return writing((one) =>
    one.write === 'remove' || one.document.kind !== kind ? one : { ...one, document: how(one.document as D) },
  );
}

function porting(how: (ports: Ports) => Partial<Ports>): Seams {
  return { ports: (ports) => ({ ...ports, ...how(ports) }) };
}

function running(name: string, how: (job: Job) => Partial<Job>): Seams {
  return { jobs: (jobs) => jobs.map((job) => (job.name === name ? { ...job, ...how(job) } : job)) };
}

/** A compare-and-swap that does not care what somebody else has written. */
async function overwriting(one: Write, store: Store): ReturnType<Store['write']> {
  const outcome = await store.write(one);
  if (outcome.outcome === 'saved' || one.write !== 'replace') return outcome;
  const found = await store.read(one.document.kind, one.document.id);
  return found === undefined ? outcome : store.write({ ...one, etag: found.etag });
}

function without<T extends object>(document: T, field: keyof T): T {
  const { [field]: _gone, ...rest } = document;
  return rest as unknown as T;
}

export const PLANTED: readonly Planted[] = [
  {
    name: 'a compare-and-swap of accounts ignores its answer',
    seams: writing((one, store) => (one.document.kind === 'account' ? overwriting(one, store) : one)),
  },
  {
    name: 'a decision is acknowledged and not written down, now and then',
    seams: writing((one) => {
      if (one.write !== 'replace' || one.document.kind !== 'account') return one;
      const isUnlucky = /[0369]-\w+!?$/.test(one.document.decisions.at(-1)?.id ?? '');
      return isUnlucky ? Promise.resolve({ outcome: 'saved', etag: one.etag }) : one;
    }),
  },
  {
    name: 'a decision is written down under the name of somebody else',
    seams: keeping<AccountRecord>('account', (record) => {
      const last = record.decisions.at(-1);
      if (last?.by.kind !== 'person' || last.by.person.id !== PEOPLE[2]!.id) return record;
      const by = { kind: 'person', person: PEOPLE[0]! } as const;
      return { ...record, decisions: [...record.decisions.slice(0, -1), { ...last, by }] };
    }),
  },
  {
    name: 'an event is acknowledged before it is written down',
    seams: writing((one, store) => {
      if (one.document.kind !== 'event' || one.write !== 'insert') return one;
      void new Promise((resolve) => setTimeout(resolve, 400)).then(() => store.write(one)).catch(() => undefined);
      return Promise.resolve({ outcome: 'saved', etag: 'soon' });
    }),
  },
  {
    name: 'a lease changes hands without a new term',
    seams: writing((one, store) => {
      if (one.write !== 'replace' || one.document.kind !== 'lease') return one;
      const { document, etag } = one;
      return store
        .read('lease', document.id)
        .then((found) =>
          store.write({ write: 'replace', etag, document: { ...document, term: found?.document.term ?? 1 } }),
        );
    }),
  },
  {
    name: 'a card is drawn from what was known of the account before',
    seams: {
      drawings: (drawings) => {
        const before = new Map<string, AccountRecord>();
        return {
          ...drawings,
          account: (picture, ...rest) => {
            const { record } = picture;
            const old = before.get(record.id) ?? record;
            before.set(record.id, record);
            return drawings.account({ ...picture, record: old }, ...rest);
          },
        };
      },
    },
  },
  {
    name: 'the limiter lets everything through',
    seams: {
      limiter: (limiter) => ({
        ...limiter,
        enter: ({ order = 1 }) => Promise.resolve({ pass: 'granted', order, done: () => undefined }),
      }),
    },
  },
  {
    name: 'a reminder does not note that it was given',
    seams: keeping<Extract<Document, { kind: 'conversation' }>>('conversation', (one) => without(one, 'remindedAt')),
  },
  {
    name: 'a digest does not note that it was sent',
    seams: keeping<Extract<Document, { kind: 'conversation' }>>('conversation', (one) => without(one, 'digestSentAt')),
  },
  {
    name: 'Work 365 is told nothing and it is called written',
    seams: porting(({ directory }) => ({
      directory: {
        ...directory,
        async writeMapping({ rowId, customerId }) {
          const look = await directory.readRow(rowId);
          if (look.look !== 'seen') return { outcome: 'row-gone' };
          const { customerId: _before, ...row } = look.value;
          return { outcome: 'written', row: customerId === null ? row : { ...row, customerId } };
        },
      },
    })),
  },
  {
    name: 'Work 365 is written without looking whether somebody has changed it',
    seams: porting(({ directory }) => ({
      directory: {
        ...directory,
        async writeMapping(write) {
          const look = await directory.readRow(write.rowId);
          return directory.writeMapping(look.look === 'seen' ? { ...write, etag: look.value.etag } : write);
        },
      },
    })),
  },
  {
    name: 'a list of tenants that breaks off counts as whole, and is not looked at again',
    seams: porting(({ providers }) => ({
      providers: providers.map((provider) => ({
        ...provider,
        async *listTenants(signal, hear) {
          try {
            yield* provider.listTenants(signal, hear);
          } catch {
            return;
          }
        },
        readTenant: () => Promise.resolve({ look: 'absent' }),
      })),
    })),
  },
  {
    name: 'a new account is announced in one conversation less',
    seams: writing((one) => {
      if (one.write !== 'insert' || one.document.kind !== 'account') return one;
      return { ...one, document: { ...one.document, notices: one.document.notices.slice(1) } };
    }),
  },
  {
    name: 'what came in quiet hours is forgotten',
    seams: keeping<AccountRecord>('account', (record) => ({
      ...record,
      notices: record.notices.map((n) => (n.heldSince === undefined ? n : { ...n, state: 'dropped' as const })),
    })),
  },
  {
    name: 'the change tail leaves out every fifth change',
    seams: {
      store: (store) => {
        let seen = 0;
        return {
          ...store,
          async changes(cursor, limit) {
            const page = await store.changes(cursor, limit);
            return { ...page, items: page.items.filter(() => (seen += 1) % 5 !== 0) };
          },
        };
      },
    },
  },
  {
    name: 'some accounts are never found due',
    seams: {
      store: (store) => ({
        ...store,
        async due(kind, now, page) {
          const found = await store.due(kind, now, page);
          return { ...found, items: found.items.filter(({ document }) => !/[0-7]$/.test(document.id)) };
        },
      }),
    },
  },
  {
    name: 'a board that changes keeps its version',
    seams: keeping<Extract<Document, { kind: 'board' }>>('board', (board) => ({ ...board, version: 1 })),
  },
  {
    name: 'a change of a card that had to wait counts as made',
    seams: porting(({ courier }) => ({
      courier: {
        ...courier,
        async update(to, place, message) {
          const sent = await courier.update(to, place, message);
          const waited = sent.sent === 'later' || sent.sent === 'too-late';
          return waited ? { sent: 'sent', messageId: place.messageId } : sent;
        },
      },
    })),
  },
  {
    name: 'a job that fails once is not begun again',
    seams: running('reconcile', (job) => {
      let hasFailed = false;
      return {
        async run(stop) {
          if (hasFailed) return new Promise<void>(() => undefined);
          try {
            await job.run(stop);
          } catch (error) {
            hasFailed = true;
            throw error;
          }
        },
      };
    }),
  },
  {
    name: 'what fails is put off for good',
    seams: keeping<AccountRecord>('account', (record) => ({
      ...record,
      notices: record.notices.map((n) => (n.attempts > 0 && n.state === 'posted' ? { ...n, notBefore: 9e14 } : n)),
    })),
  },
  {
    name: 'posts are made without a claim that others see',
    seams: writing((one) => {
      if (one.write !== 'replace' || one.document.kind !== 'account') return one;
      const notices = one.document.notices.map((n) =>
        n.state === 'posting' ? { ...without(n, 'claimedAt'), state: 'wanted' as const } : n,
      );
      return { ...one, document: { ...one.document, notices } };
    }),
  },
  {
    name: 'every replica takes itself for the holder of every lease',
    seams: {
      hold: () => (name) =>
        Promise.resolve({ held: 'ours', lease: { id: `lease:${name}`, holder: 'me', term: 1, until: 9e15 } }),
    },
  },
];
