import { needsCustomer } from '../domain/account';
import type { ConversationRecord } from '../domain/documents';
import { UNTRIED } from '../domain/post';
import type { Post } from '../domain/post';
import { NO_REHEARSAL, rehearsesIn } from '../domain/rehearsal';
import { reminderDue, reminderOf } from '../domain/reminders';
import type { Reminder } from '../domain/reminders';
import { snoozeOf } from '../domain/snooze';
import type { Instant } from '../domain/time';
import type { Message } from '../courier';
import { isStoreAway } from '../store';
import { clockOf } from '../records/clock-of';
import { hearingIn } from '../records/hears-of';
import { ifReadable } from '../records/leave-out';
import { remindersIn } from '../records/reminders-in';
import type { Ports } from '../ports';
import { readShared } from './shared-record';
import type { SharedRecord } from './shared-record';
import { showPost } from './show-post';
import type { OwedPost } from './show-post';

/** What a conversation is reminded of, and how many accounts a review there would go through. */
export interface ReminderNews extends Reminder {
  readonly toReview: number;
  readonly now: Instant;
}

export type DrawReminder = (reminder: ReminderNews, conversation: ConversationRecord) => Message;

/** Each reminder is one message, which is never redrawn. */
const VERSION = 1;

/**
 * Says once what has been open for a day, three days, a week, in one message per conversation on the morning of a working
 * day. What was said follows from when it was said last, so no account has to remember it.
 */
export async function sendReminders(ports: Ports, draw: DrawReminder): Promise<void> {
  for (const conversation of ports.register.allConversations()) {
    const { id, conversationId, state } = conversation;
    if (state !== 'active' || rehearsesIn(ports.rehearsal ?? NO_REHEARSAL, conversationId)) continue;
    if (newsIn(ports, conversation) === undefined) continue;
    const shared = await ifReadable(() => readShared(ports, 'conversation', id));
    if (shared === undefined) continue;
    try {
      await showPost(ports, owedReminder(ports, shared, draw));
    } catch (error) {
      if (isStoreAway(error)) throw error;
      // What it has claimed lapses, and it is tried again.
      ports.log.error({ conversation: id, error }, 'A reminder could not be made; the others go on');
    }
  }
}

interface News {
  /** The morning that it belongs to. */
  readonly at: Instant;
  readonly reminder: ReminderNews;
}

/** What is to be said there now; undefined where there is nothing, it is not the time, or nobody wants it. */
function newsIn(ports: Ports, conversation: ConversationRecord): News | undefined {
  const steps = remindersIn(ports, conversation);
  if (steps.length === 0) return undefined;
  const at = reminderDue(conversation, clockOf(ports, conversation), ports.clock.now());
  if (at === undefined) return undefined;
  const accounts = ports.register.openAccounts().filter(hearingIn(ports, conversation).hears);
  const from = conversation.remindedAt ?? conversation.since;
  const reminder = reminderOf(accounts.filter(needsCustomer), steps, { from, to: at });
  if (reminder.open.length === 0 && reminder.back.length === 0) return undefined;
  const toReview = accounts.filter((account) => snoozeOf(account) === undefined).length;
  return { at, reminder: { ...reminder, toReview, now: ports.clock.now() } };
}

function owedReminder(ports: Ports, shared: SharedRecord<ConversationRecord>, draw: DrawReminder): OwedPost {
  const { document } = shared.latest();
  return {
    id: document.id,
    post: document.reminderPost ?? UNTRIED,
    version: VERSION,
    conversation: document,
    whenGone: 'wait',
    isKeptNowhere: true,
    draw(to) {
      const news = newsIn(ports, to);
      return news === undefined ? undefined : { message: draw(news.reminder, to), version: VERSION };
    },
    async change(how) {
      const changed = await shared.change((c) => {
        const at = reminderDue(c, clockOf(ports, c), ports.clock.now());
        // Said by another replica, or too late by now: what is under way is still noted.
        if (c.reminderPost === undefined && at === undefined) return undefined;
        const next = how(c.reminderPost ?? UNTRIED);
        return next === undefined ? undefined : withReminder(c, next, at ?? ports.clock.now());
      });
      return changed.changed === 'saved' ? changed.document.reminderPost : undefined;
    },
  };
}

/** It is there, or there is nothing to say: then it is owed again on another day. */
function withReminder(conversation: ConversationRecord, post: Post, at: Instant): ConversationRecord {
  if (post.state !== 'posted' && post.state !== 'dropped') return { ...conversation, reminderPost: post };
  const { reminderPost: _over, ...rest } = conversation;
  return { ...rest, remindedAt: at };
}
