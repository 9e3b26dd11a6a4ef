import { ACCOUNT_FORMAT } from '../../src/domain/account';
import { UPGRADES, presentFormat, upgrade } from '../../src/domain/upgrades';
import type { RawDocument, UpgradeTable } from '../../src/domain/upgrades';

/** A table as it may look after two changes of one kind. */
const table: UpgradeTable<'card' | 'plain'> = {
  card: [
    ({ title, ...rest }) => ({ ...rest, name: title }),
    (document) => ({ ...document, labels: [`was ${String(document['format'])}`] }),
  ],
  plain: [],
};

const card = (format: unknown, more: RawDocument = {}): RawDocument => ({ id: 'a', format, ...more });

describe('upgrading stored documents', () => {
  it('leaves a document of the present format as it is', () => {
    const raw = card(3, { name: 'n', labels: [] });

    expect(upgrade('card', raw, table)).toEqual({ outcome: 'current', document: raw });
  });

  it('runs every upgrade that is missing, in order', () => {
    expect(upgrade('card', card(1, { title: 'n' }), table)).toEqual({
      outcome: 'current',
      document: { id: 'a', format: 3, name: 'n', labels: ['was 2'] },
    });
    expect(upgrade('card', card(2, { name: 'n' }), table)).toEqual({
      outcome: 'current',
      document: { id: 'a', format: 3, name: 'n', labels: ['was 2'] },
    });
  });

  it('does not change what it was given', () => {
    const raw = Object.freeze(card(1, { title: 'n' }));
    upgrade('card', raw, table);

    expect(raw).toEqual({ id: 'a', format: 1, title: 'n' });
  });

  it('gives the same again for a document that was upgraded', () => {
    const once = upgrade('card', card(1, { title: 'n' }), table);

    expect(once.outcome === 'current' && upgrade('card', once.document, table)).toEqual(once);
  });

  it('does not guess at a format of a later version', () => {
    expect(upgrade('card', card(4), table)).toEqual({ outcome: 'newer', format: 4, known: 3 });
    expect(upgrade('plain', card(2), table)).toEqual({ outcome: 'newer', format: 2, known: 1 });
  });

  it.each([0, -1, 1.5, '1', null, undefined, Number.NaN])('does not read a document of format %p', (format) => {
    expect(upgrade('plain', card(format), table)).toEqual({ outcome: 'unreadable' });
  });

  it('knows the format that the domain writes', () => {
    expect(presentFormat('account', UPGRADES)).toBe(ACCOUNT_FORMAT);
  });

  it('makes a post of a digest that was claimed or had failed, and leaves a conversation without one', () => {
    const upgraded = (digestPost: unknown): unknown => {
      const result = upgrade('conversation', { id: 'c', format: 3, digestPost }, UPGRADES);
      return result.outcome === 'current' ? result.document['digestPost'] : result;
    };

    expect(upgraded({ attempts: 0, claimedAt: 5 })).toEqual({
      state: 'posting',
      claimedAt: 5,
      shownVersion: 0,
      attempts: 0,
    });
    expect(upgraded({ attempts: 2, notBefore: 9, lastError: 'busy' })).toMatchObject({ state: 'wanted', notBefore: 9 });
    expect(upgraded(undefined)).toBeUndefined();
  });

  it('makes a post of what a watch knew of telling its person, as long as it owes something', () => {
    const upgraded = (watch: RawDocument): unknown => upgrade('watch', { id: 'w', format: 1, ...watch }, UPGRADES);

    expect(upgraded({ owes: 'fired', dueAt: 7, attempts: 1, lastError: 'busy' })).toEqual({
      outcome: 'current',
      document: {
        id: 'w',
        format: 2,
        owes: 'fired',
        dueAt: 7,
        post: { state: 'wanted', shownVersion: 0, attempts: 1, notBefore: 7, lastError: 'busy' },
      },
    });
    expect(upgraded({ attempts: 3, lastError: 'busy' })).toEqual({
      outcome: 'current',
      document: { id: 'w', format: 2 },
    });
  });

  it('puts what told of several accounts into one list', () => {
    const upgraded = (fields: object): unknown => {
      const result = upgrade('conversation', { id: 'c', format: 4, ...fields }, UPGRADES);
      return result.outcome === 'current' ? result.document : result;
    };
    const post = { state: 'wanted', shownVersion: 0, attempts: 0 };
    const burst = { key: 'b', since: 5, post, says: 'x', version: 2, seen: 7 };

    expect(upgraded({ gathering: { key: 'q', added: 2, post }, bursts: [burst] })).toEqual({
      id: 'c',
      format: 5,
      gatherings: [
        { ...burst, of: 'burst' },
        { key: 'q', of: 'quiet', since: 0, post, says: '', version: 0 },
      ],
    });
    expect(upgraded({})).toEqual({ id: 'c', format: 5 });
  });

  it('makes the offset that a conversation knew a zone, and leaves the rest of its settings', () => {
    const stored = (settings: unknown): RawDocument => ({ id: 'c', format: 1, settings });
    const upgraded = (settings: unknown): unknown => {
      const result = upgrade('conversation', stored(settings), UPGRADES);
      return result.outcome === 'current' ? result.document['settings'] : result;
    };
    const digest = { on: true, when: 'daily', time: '09:00' };

    expect(upgraded({ notifications: true, digest, utcOffsetMinutes: -270 })).toEqual({
      notifications: true,
      digest,
      timeZone: '-04:30',
    });
    expect(upgraded({ notifications: false, utcOffsetMinutes: 60 })).toEqual({
      notifications: false,
      timeZone: '+01:00',
    });
    expect(upgraded({ notifications: true })).toEqual({ notifications: true });
    expect(upgraded(undefined)).toBeUndefined();
  });

  it('makes an account of format 1 say whom Work 365 points to, and takes what its cards showed for told', () => {
    const raw = {
      kind: 'account',
      format: 1,
      acceptance: { reseller: { state: 'ended', endedSeenAt: 7 } },
      mapping: { state: 'mapped', decisionId: 'd1' },
      writeBack: { state: 'conflict', theirs: { id: 'c9', name: 'Other Co', by: 'Kim' } },
    };

    expect(upgrade('account', raw, UPGRADES)).toEqual({
      outcome: 'current',
      document: {
        ...raw,
        format: 2,
        told: { ended: '7', contradicted: 'd1 c9' },
        writeBack: {
          state: 'conflict',
          theirs: { customer: { id: 'c9', name: 'Other Co' }, by: 'Kim', replaced: false },
        },
      },
    });
    const plain = { kind: 'account', format: 1, writeBack: { state: 'written' }, mapping: { state: 'open' } };
    expect(upgrade('account', plain, UPGRADES)).toEqual({ outcome: 'current', document: { ...plain, format: 2 } });
  });
});
