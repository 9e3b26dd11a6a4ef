import type { AccountRecord } from '../../src/domain/account';
import type { Document } from '../../src/domain/documents';
import { PEOPLE } from './cast';
import { keeping, overwriting, porting, running, without, writing } from './planting';
import type { Planted } from './planting';

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
    name: 'what came beyond the cards of an hour is forgotten',
    seams: keeping<AccountRecord>('account', (record) => ({
      ...record,
      notices: record.notices.map((n) => (n.heldFor === 'burst' ? { ...n, state: 'dropped' as const } : n)),
    })),
  },
  {
    name: 'a message of many is not kept true',
    seams: keeping<Extract<Document, { kind: 'conversation' }>>('conversation', (one) => ({
      ...one,
      ...(one.gatherings === undefined ? {} : { gatherings: one.gatherings.map((kept) => ({ ...kept, version: 1 })) }),
    })),
  },
  {
    name: 'however many come have a card each',
    seams: porting(() => ({ cardsAnHour: 0 })),
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
