import {
  anew,
  calm,
  claimPost,
  letWait,
  noteOutcome,
  POST_CLAIM_LAPSES_AFTER,
  postDue,
  postWork,
  refusePost,
  UNTRIED,
  waitsForConversation,
} from '../../src/domain/post';
import type { Outcome, Post } from '../../src/domain/post';
import type { Sent } from '../../src/domain/sent';
import { HOUR } from '../../src/domain/time';
import { T0 } from '../builders';

const claimed = claimPost({ ...UNTRIED, wantedAt: T0 }, T0)!;
const posted: Post = { ...UNTRIED, state: 'posted', messageId: 'm', threadId: 't', shownVersion: 1 };
const sent: Sent = { sent: 'sent', messageId: 'm' };

function outcome(of: Sent, more: Partial<Outcome> = {}): Outcome {
  return { sent: of, shownVersion: 2, whenGone: 'drop', random: 0, ...more };
}

const afterPost = (of: Sent, more: Partial<Outcome> = {}): Post | undefined =>
  noteOutcome(claimed, outcome(of, { claimedAt: T0, ...more }), T0);
const afterRedraw = (of: Sent, more: Partial<Outcome> = {}): Post | undefined =>
  noteOutcome(posted, outcome(of, more), T0);

describe('a post', () => {
  it('is owed from when it was wanted until it is there, and again as soon as its document moves on', () => {
    expect(postDue({ ...UNTRIED, wantedAt: T0 - 5 }, 1, T0)).toBe(T0 - 5);
    expect(postWork(UNTRIED, 1, T0)).toBe('post');
    expect(postWork(posted, 1, T0)).toBeUndefined();
    expect(postWork(posted, 2, T0)).toBe('redraw');
    expect(postDue({ ...posted, state: 'dropped' }, 2, T0)).toBeUndefined();
  });

  it('is claimed by one at a time, and by another one when the claim has lapsed', () => {
    expect(claimed).toMatchObject({ state: 'posting', claimedAt: T0 });
    expect(claimPost(claimed, T0 + POST_CLAIM_LAPSES_AFTER - 1)).toBeUndefined();
    expect(claimPost(claimed, T0 + POST_CLAIM_LAPSES_AFTER)?.claimedAt).toBe(T0 + POST_CLAIM_LAPSES_AFTER);
    expect(claimPost({ ...claimed, notBefore: T0 + HOUR }, T0 + POST_CLAIM_LAPSES_AFTER)).toBeUndefined();
    expect(claimPost(posted, T0)).toBeUndefined();
    expect(claimPost({ ...posted, state: 'dropped' }, T0)).toBeUndefined();
  });

  it('that lost its claim is nobody’s: it is due, and anybody may claim it', () => {
    const { claimedAt: _lost, ...nobodys } = claimed;

    expect(postDue(nobodys, 1, T0)).toBe(T0);
    expect(claimPost(nobodys, T0)).toMatchObject({ state: 'posting', claimedAt: T0 });
  });

  it('that Teams answers with an error without a word is made again within seconds, once (T11)', () => {
    const error: Sent = { sent: 'unsure', reason: 'status-500', over: true };
    const soon = afterPost(error)!;
    expect(soon).toMatchObject({ state: 'wanted', attempts: 1, lastError: 'status-500' });
    expect(soon).not.toHaveProperty('claimedAt');
    expect(postDue(soon, 1, T0)).toBe(T0 + 2_000);

    const again = claimPost(soon, T0 + 2_000)!;
    const later = noteOutcome(again, outcome(error, { claimedAt: T0 + 2_000 }), T0 + 2_000)!;
    expect(later).toMatchObject({ state: 'posting', attempts: 2 });
    expect(postDue(later, 1, T0)).toBe(T0 + 2_000 + POST_CLAIM_LAPSES_AFTER);
  });

  it('of which nobody knows whether Teams has it still under way waits for the end of its claim', () => {
    expect(afterPost({ sent: 'unsure', reason: 'timeout' })).toMatchObject({ state: 'posting', claimedAt: T0 });
  });

  it('is there once Teams took it, with nothing left of the attempts before', () => {
    const tried = { ...claimed, attempts: 3, failingSince: T0, notBefore: T0, lastError: 'x' };
    expect(noteOutcome(tried, outcome({ ...sent, threadId: 't' }, { claimedAt: T0 }), T0)).toEqual({
      state: 'posted',
      wantedAt: T0,
      messageId: 'm',
      postedAt: T0,
      threadId: 't',
      shownVersion: 2,
      attempts: 0,
    });
  });

  it('never shows less than it did', () => {
    expect(afterRedraw(sent)).toMatchObject({ shownVersion: 2, messageId: 'm' });
    expect(noteOutcome({ ...posted, shownVersion: 9 }, outcome(sent), T0)?.shownVersion).toBe(9);
  });

  it.each<[string, Sent, object]>([
    ['was refused', { sent: 'later', reason: 'busy' }, { state: 'wanted', notBefore: T0 + 2_000, lastError: 'busy' }],
    [
      'was refused until a time',
      { sent: 'later', reason: 'busy', retryAt: T0 + HOUR },
      { state: 'wanted', notBefore: T0 + HOUR },
    ],
    ['was malformed', { sent: 'rejected', reason: 'bad' }, { state: 'wanted', notBefore: T0 + 6 * HOUR }],
    ['may have arrived', { sent: 'unsure', reason: 'x' }, { state: 'posting', claimedAt: T0, notBefore: T0 + 2_000 }],
  ])('that %s is tried again, and counts as failing', (_what, of, after) => {
    expect(afterPost(of)).toMatchObject({ ...after, attempts: 1, failingSince: T0 });
  });

  it('is tried more and more seldom, and is not given back by what nobody knows the end of', () => {
    const twice = noteOutcome(
      afterPost({ sent: 'unsure', reason: 'x' })!,
      outcome({ sent: 'unsure', reason: 'x' }),
      T0,
    );
    expect(twice).toBeUndefined();
    const refused = refusePost(refusePost(claimed, { reason: 'x', random: 0 }, T0), { reason: 'x', random: 0 }, T0);
    expect(refused).toMatchObject({ state: 'wanted', attempts: 2, notBefore: T0 + 4_000 });
    expect(refused.claimedAt).toBeUndefined();
  });

  it('keeps its claim when it was too late to leave; a redraw is made again', () => {
    expect(afterPost({ sent: 'too-late' })).toBeUndefined();
    expect(afterRedraw({ sent: 'too-late' })).toMatchObject({ state: 'posted', attempts: 1 });
    expect(afterRedraw({ sent: 'unsure', reason: 'x' })).toMatchObject({ state: 'posted', attempts: 1 });
  });

  it('says nothing about a claim that is not ours any more', () => {
    const another = { ...claimed, claimedAt: T0 + POST_CLAIM_LAPSES_AFTER };
    expect(noteOutcome(another, outcome(sent, { claimedAt: T0 }), T0)).toBeUndefined();
    expect(noteOutcome(posted, outcome({ sent: 'later', reason: 'x' }, { claimedAt: T0 }), T0)).toBeUndefined();
    expect(noteOutcome({ ...posted, state: 'dropped' }, outcome(sent), T0)).toBeUndefined();
  });

  it('waits for a conversation that takes nothing from us, which is no failure of its own', () => {
    const waiting = afterPost({ sent: 'paused', reason: 'blocked' })!;
    expect(waiting).toMatchObject({ state: 'wanted', attempts: 0, notBefore: T0 + 6 * HOUR, lastError: 'blocked' });
    expect(waiting.failingSince).toBeUndefined();
    expect([waiting, afterPost({ sent: 'later', reason: 'x' })!].map(waitsForConversation)).toEqual([true, false]);
    // Its wait is over, and somebody makes it: whoever wakes what waits must leave the claim alone.
    expect(waitsForConversation(claimPost(waiting, (waiting.notBefore ?? 0) + 1)!)).toBe(false);
    expect(postDue(calm(waiting), 1, T0)).toBe(T0);
    expect(letWait(posted, 'blocked', T0)).toMatchObject({ state: 'posted', messageId: 'm' });
  });

  it('goes with its conversation, or waits for another place', () => {
    const gone: Sent = { sent: 'conversation-gone', reason: 'deleted' };
    expect(afterPost(gone)).toMatchObject({ state: 'dropped', lastError: 'deleted' });
    expect(afterPost(gone, { whenGone: 'wait' })).toMatchObject({ state: 'wanted', notBefore: T0 + 6 * HOUR });
  });

  it('is believed to be gone when Teams has said so three times, and is then made anew or let be', () => {
    const missing = (of: Post, whenGone: Outcome['whenGone']): Post =>
      noteOutcome(of, outcome({ sent: 'message-gone' }, { whenGone }), T0)!;
    const twice = missing(missing(posted, 'remake'), 'remake');
    expect(twice).toMatchObject({ state: 'posted', messageId: 'm', attempts: 2 });
    expect(missing(twice, 'remake')).toEqual({ state: 'wanted', shownVersion: 0, attempts: 0 });
    expect(missing(twice, 'drop')).toEqual({ state: 'dropped', shownVersion: 0, attempts: 0 });
    expect(missing({ ...twice, lastError: 'busy' }, 'drop')).toMatchObject({ state: 'posted', attempts: 3 });
  });

  it('can be made as if it never had been, and keeps what it belongs to', () => {
    expect(anew({ ...posted, conversationId: 'c' })).toEqual({ ...UNTRIED, conversationId: 'c' });
  });
});
