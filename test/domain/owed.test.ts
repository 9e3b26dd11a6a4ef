import { wantNotice } from '../../src/domain/observe';
import { observeRow } from '../../src/domain/observe-row';
import { pickCustomer, undoDecision } from '../../src/domain/mapping';
import { changeNotice, noticeWork, whenNoticeGone } from '../../src/domain/notices';
import { claimPost, noteOutcome, POST_CLAIM_LAPSES_AFTER } from '../../src/domain/post';
import type { Sent } from '../../src/domain/sent';
import { postpone } from '../../src/domain/postpone';
import {
  beginWrite,
  keepOurs,
  noteRow,
  noteRowGone,
  noteWriteRefused,
  noteWriteTrouble,
  noteWritten,
  writeBackWork,
} from '../../src/domain/write-backs';
import { newsOwed, noteTold } from '../../src/domain/news';
import { settle } from '../../src/domain/settle';
import { failureOf } from '../../src/domain/stuck';
import { REFUSED_AGAIN_AFTER, WRITE_CLAIM_LAPSES_AFTER } from '../../src/domain/write-back';
import type { AccountRecord } from '../../src/domain/account';
import type { Ruling } from '../../src/domain/mapping';
import { account, ana, row, stamp, T0 } from '../builders';

const contoso = { customer: { id: 'c1', name: 'Contoso Limited' }, evidence: [] };

function decided(ruling: Ruling): AccountRecord {
  if (ruling.ruling !== 'decided') throw new Error(`expected a decision, got ${ruling.ruling}`);
  return ruling.record;
}

const mappedWithRow = (): AccountRecord => decided(pickCustomer(account({ rows: [row()] }), contoso, stamp(ana)));

const claim = (record: AccountRecord, at = T0): AccountRecord | undefined =>
  changeNotice(record, 'a', (notice) => claimPost(notice, at), at);

/** How the post or the redraw of the one card ended. */
function after(record: AccountRecord, sent: Sent, shownVersion = record.version): AccountRecord {
  const [notice] = record.notices;
  const claimed = notice?.claimedAt === undefined ? {} : { claimedAt: notice.claimedAt };
  const outcome = { sent, ...claimed, shownVersion, whenGone: whenNoticeGone(record, notice!), random: 0 };
  return changeNotice(record, 'a', (n) => noteOutcome(n, outcome, T0), T0)!;
}

const m1: Sent = { sent: 'sent', messageId: 'm1' };

/** Teams says so until it is believed. */
const withoutMessage = (record: AccountRecord): AccountRecord =>
  [1, 2, 3].reduce((next) => after(next, { sent: 'message-gone' }), record);

describe('what an account owes to the conversations that show it', () => {
  it('owes a post to everybody who is to be told, and nothing when nobody is', () => {
    expect(account().dueAt).toBeUndefined();
    const told = account({ tell: ['channel-a', 'channel-b'] });

    expect(told.dueAt).toBe(T0);
    expect(noticeWork(told, T0).map((w) => [w.work, w.notice.conversationId])).toEqual([
      ['post', 'channel-a'],
      ['post', 'channel-b'],
    ]);
  });

  it('lets one claim a post, and another only after the claim has lapsed', () => {
    const claimed = claim(account({ tell: ['a'] }));

    expect(claimed).toBeDefined();
    expect(claim(claimed!, T0 + 1)).toBeUndefined();
    expect(claim(claimed!, T0 + POST_CLAIM_LAPSES_AFTER)).toBeDefined();
    expect(claimed?.dueAt).toBe(T0 + POST_CLAIM_LAPSES_AFTER);
  });

  it('owes nothing once the posted card shows the version, and a redraw as soon as the record moves on', () => {
    const posted = after(claim(account({ tell: ['a'] }))!, m1);

    expect(posted.dueAt).toBeUndefined();
    const mapped = decided(pickCustomer(posted, contoso, stamp()));

    expect(noticeWork(mapped, T0 + 10_000)).toMatchObject([{ work: 'redraw', notice: { messageId: 'm1' } }]);
    expect(after(mapped, m1).dueAt).toBeUndefined();
  });

  it('still owes a redraw when the card shows an older version than the newest', () => {
    const posted = after(claim(account({ tell: ['a'] }))!, m1, 0);

    expect(posted.dueAt).toBe(T0);
  });

  it('goes back to wanted after a refusal, later and later, and not before Teams allows', () => {
    const claimed = claim(account({ tell: ['a'] }))!;

    const refused = after(claimed, { sent: 'later', reason: 'throttled', retryAt: T0 + 60_000 });

    expect(refused.notices[0]).toMatchObject({
      state: 'wanted',
      attempts: 1,
      notBefore: T0 + 60_000,
      lastError: 'throttled',
    });
    expect(refused.dueAt).toBe(T0 + 60_000);
    expect(refused.version).toBe(claimed.version);
  });

  it('posts a deleted card anew while the account is open, and lets it be once it is decided', () => {
    const posted = after(claim(account({ tell: ['a'] }))!, m1);
    const mapped = decided(pickCustomer(posted, contoso, stamp()));

    expect(withoutMessage(posted).notices[0]).toMatchObject({ state: 'wanted' });
    expect(withoutMessage(mapped).notices[0]).toMatchObject({ state: 'dropped' });
    expect(after(mapped, { sent: 'conversation-gone', reason: 'gone' }).dueAt).toBeUndefined();
  });

  it('adds a card that somebody asks for, once', () => {
    const asked = wantNotice(account(), 'chat', 'asked', T0 + 5);

    expect(asked.notices).toMatchObject([{ conversationId: 'chat', state: 'wanted', reason: 'asked' }]);
    expect(wantNotice(asked, 'chat', 'asked', T0 + 6)).toBe(asked);
  });
});

describe('what an account owes to Work 365', () => {
  it('waits for the row when Work 365 has none yet, and writes as soon as it is there', () => {
    const mapped = decided(pickCustomer(account(), contoso, stamp()));

    expect(mapped.writeBack.state).toBe('waiting-for-row');
    expect(mapped.dueAt).toBeUndefined();
    const withRow = observeRow(mapped, row(), T0);

    expect(withRow.writeBack.state).toBe('owed');
    expect(writeBackWork(withRow)).toEqual({ work: 'write', rowId: 'row-1', etag: 'W/"1"', customerId: 'c1' });
  });

  it('is done when Work 365 has taken it', () => {
    const begun = beginWrite(mappedWithRow(), T0);

    const written = noteWritten(begun, row({ etag: 'W/"2"', customerId: 'c1' }), 'c1', T0 + 100);

    expect(written.writeBack).toMatchObject({ state: 'written', writtenVersion: written.mappingVersion, at: T0 + 100 });
    expect(written.dueAt).toBeUndefined();
  });

  it('clears the row after an undo', () => {
    const mapped = mappedWithRow();
    const written = noteWritten(beginWrite(mapped, T0), row({ etag: 'W/"2"', customerId: 'c1' }), 'c1', T0);
    const undone = decided(undoDecision(written, mapped.decisions[0]!.id, stamp()));

    expect(writeBackWork(undone)).toMatchObject({ work: 'write', customerId: null, etag: 'W/"2"' });
  });

  it('looks at the row first when a write was begun and nobody knows how it ended, even after an undo', () => {
    const mapped = mappedWithRow();
    const begun = beginWrite(mapped, T0);
    const undone = decided(undoDecision(begun, mapped.decisions[0]!.id, stamp()));

    expect(undone.dueAt).toBe(T0 + WRITE_CLAIM_LAPSES_AFTER);
    expect(writeBackWork(undone)).toEqual({ work: 'look', rowId: 'row-1' });
    const looked = noteRow(undone, row({ etag: 'W/"2"', customerId: 'c1' }), T0);

    expect(writeBackWork(looked)).toMatchObject({ work: 'write', customerId: null, etag: 'W/"2"' });
  });

  it('writes again when the decision changed while the write was under way', () => {
    const mapped = mappedWithRow();
    const begun = beginWrite(mapped, T0);
    const undone = decided(undoDecision(begun, mapped.decisions[0]!.id, stamp()));

    const late = noteWritten(undone, row({ etag: 'W/"2"', customerId: 'c1' }), 'c1', T0);

    expect(writeBackWork(late)).toMatchObject({ work: 'write', customerId: null, etag: 'W/"2"' });
  });

  it('fails no longer where a person is asked, however often it has failed before', () => {
    let failing = mappedWithRow();
    for (let times = 0; times < 6; times += 1) {
      const trouble = { reason: 'unreachable', random: 0, outcomeKnown: false };
      failing = noteWriteTrouble(beginWrite(failing, T0), trouble, T0);
    }

    const conflict = noteRow(failing, row({ etag: 'W/"9"', customerId: 'c9' }), T0);

    expect(conflict.writeBack).toMatchObject({ state: 'conflict', attempts: 0 });
    expect(failureOf(conflict)).toBeUndefined();
  });

  it('asks a person when Work 365 points elsewhere, and writes over it only on their word', () => {
    const begun = beginWrite(mappedWithRow(), T0);

    const conflict = noteRow(
      begun,
      row({ etag: 'W/"9"', customerId: 'c9', customerName: 'Other Co', modifiedBy: 'Kim' }),
      T0,
    );

    expect(conflict.writeBack).toMatchObject({
      state: 'conflict',
      theirs: { customer: { id: 'c9', name: 'Other Co' }, by: 'Kim', replaced: false },
    });
    // Whoever decided has to be told.
    expect(conflict.dueAt).toBe(T0);
    const told = newsOwed(conflict).reduce((r, news) => noteTold(r, news, [], T0), conflict);
    expect(settle(told, T0).dueAt).toBeUndefined();
    expect(writeBackWork(keepOurs(conflict, T0))).toMatchObject({ work: 'write', customerId: 'c1', etag: 'W/"9"' });
  });

  it('keeps trying after trouble, and shows the first failure but not each further one', () => {
    const trouble = { reason: 'no answer', random: 0, outcomeKnown: true };
    const once = noteWriteTrouble(beginWrite(mappedWithRow(), T0), trouble, T0);
    const twice = noteWriteTrouble(beginWrite(once, T0), trouble, T0);

    expect(once.writeBack).toMatchObject({ state: 'owed', attempts: 1, lastError: 'no answer' });
    expect(once.writeBack.begun).toBeUndefined();
    expect(twice.version).toBe(once.version);
    expect(twice.writeBack.notBefore).toBeGreaterThan(once.writeBack.notBefore ?? 0);
  });

  it('waits again when the row is gone, and writes to the one that Work 365 makes anew', () => {
    const written = noteWritten(beginWrite(mappedWithRow(), T0), row({ etag: 'W/"2"', customerId: 'c1' }), 'c1', T0);
    const gone = noteRowGone(written, T0 + 1);

    expect(gone.writeBack.state).toBe('waiting-for-row');
    expect(gone.dueAt).toBeUndefined();
    const anew = observeRow(gone, row({ rowId: 'row-2' }), T0 + 2);
    expect(anew.mapping).toEqual(written.mapping);
    expect(writeBackWork(anew)).toMatchObject({ work: 'write', rowId: 'row-2', customerId: 'c1' });
  });

  it('says what Work 365 refuses, and tries it seldom', () => {
    const refusal = { kind: 'data', words: 'Choose a contract first.' } as const;
    const refused = (record: AccountRecord, at: number): AccountRecord =>
      noteWriteRefused(beginWrite(record, at), { refusal, customerId: 'c1', random: 0 }, at);
    const once = refused(mappedWithRow(), T0);
    const twice = refused(once, T0 + REFUSED_AGAIN_AFTER);

    expect(once.writeBack).toMatchObject({ state: 'refused', refusal, attempts: 1 });
    expect(once.writeBack.begun).toBeUndefined();
    expect(once.dueAt).toBe(T0 + REFUSED_AGAIN_AFTER);
    expect(twice.version).toBe(once.version);
    expect(writeBackWork(twice)).toMatchObject({ work: 'write', customerId: 'c1' });
    const trouble = { reason: 'no answer', random: 0, outcomeKnown: true };
    expect(noteWriteTrouble(twice, trouble, T0).writeBack).toMatchObject({ state: 'refused', refusal });
    const done = noteWritten(beginWrite(twice, T0), row({ etag: 'W/"2"', customerId: 'c1' }), 'c1', T0);
    expect(done.writeBack).toEqual({ state: 'written', writtenVersion: done.mappingVersion, attempts: 0, at: T0 });
  });

  it('tries at once what somebody mended on the row, and what was decided since the refusal', () => {
    const refusal = { kind: 'data' } as const;
    const refused = noteWriteRefused(beginWrite(mappedWithRow(), T0), { refusal, customerId: 'c1', random: 0 }, T0);

    expect(observeRow(refused, row({ etag: 'W/"7"' }), T0 + 5)).toMatchObject({
      dueAt: T0 + 5,
      writeBack: { state: 'refused', refusal },
    });
    const begun = beginWrite(mappedWithRow(), T0);
    const undone = decided(undoDecision(begun, begun.decisions[0]!.id, stamp()));
    const late = noteWriteRefused(undone, { refusal, customerId: 'c1', random: 0 }, T0);
    expect(late.writeBack.refusal).toBeUndefined();
  });

  it('owes nothing to a directory that takes no write-back', () => {
    const mapped = decided(pickCustomer(account({ writesBack: false }), contoso, stamp()));

    expect(mapped.writeBack.state).toBe('not-applicable');
    expect(mapped.dueAt).toBeUndefined();
  });

  it('is not held up by what made it fail', () => {
    const failing = { ...mappedWithRow() };

    expect(postpone(failing, 'a fault', 0, T0 + 60_000).dueAt).toBeGreaterThan(T0 + 60_000);
  });
});
