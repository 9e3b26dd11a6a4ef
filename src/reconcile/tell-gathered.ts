import { needsCustomer } from '../domain/account';
import type { AccountRecord } from '../domain/account';
import type { ConversationRecord, Gathering } from '../domain/documents';
import type { Notice } from '../domain/notice';
import { changeNotice } from '../domain/notices';
import { dropPost, letGo, UNTRIED } from '../domain/post';
import type { Post } from '../domain/post';
import { quietUntil } from '../domain/quiet';
import { snoozeOf } from '../domain/snooze';
import type { Instant } from '../domain/time';
import type { Message } from '../courier';
import { isStoreAway } from '../store';
import { changeAccount } from '../records/change-document';
import { hearingIn } from '../records/hears-of';
import type { Ports } from '../ports';
import { shareRecord } from './shared-record';
import type { SharedRecord } from './shared-record';
import { showPost } from './show-post';
import type { OwedPost } from './show-post';

/** What came in quiet hours. */
export interface GatheredNews {
  /** Those of which somebody still has to say what they are. */
  readonly open: readonly AccountRecord[];
  /** How many others were decided meanwhile, or wait for a day. */
  readonly done: number;
  /** How many accounts a review there would go through. */
  readonly toReview: number;
  readonly now: Instant;
}

export type DrawGathered = (news: GatheredNews, conversation: ConversationRecord) => Message;

/** One message, which is never redrawn. */
const VERSION = 1;

/**
 * Tells what was held back in quiet hours, once they are over: a single account by its own card, several in one message.
 * Whichever they are is written into their records before the message is made, under its key, so that nobody who dies on
 * the way loses one or tells one twice.
 */
export async function tellGathered(ports: Ports, draw: DrawGathered): Promise<void> {
  const held = heldByConversation(ports);
  for (const conversation of [...ports.register.allConversations()]) {
    const waiting = held.get(conversation.conversationId) ?? [];
    if (waiting.length === 0 && (conversation.gathering === undefined || conversation.state !== 'active')) continue;
    if (conversation.state === 'paused' || quietUntil(conversation.settings, ports.clock.now()) !== undefined) continue;
    try {
      await tellIn(ports, conversation, waiting, draw);
    } catch (error) {
      if (isStoreAway(error)) throw error;
      ports.log.error(
        { conversation: conversation.id, error },
        'What came in quiet hours could not be told; others go on',
      );
    }
  }
}

function heldByConversation({ register }: Ports): ReadonlyMap<string, readonly AccountRecord[]> {
  const held = new Map<string, AccountRecord[]>();
  for (const account of register.allAccounts()) {
    for (const notice of account.notices) {
      if (!isHeld(notice)) continue;
      const others = held.get(notice.conversationId);
      if (others === undefined) held.set(notice.conversationId, [account]);
      else others.push(account);
    }
  }
  return held;
}

function isHeld({ state, heldSince }: Notice): boolean {
  return state === 'wanted' && heldSince !== undefined;
}

/** Somebody still has to say what it is, and not only from some day on. */
function isStillOpen(account: AccountRecord): boolean {
  return needsCustomer(account) && snoozeOf(account) === undefined;
}

async function tellIn(
  ports: Ports,
  conversation: ConversationRecord,
  waiting: readonly AccountRecord[],
  draw: DrawGathered,
): Promise<void> {
  const { conversationId, state, settings } = conversation;
  const change = async (account: AccountRecord, how: (notice: Notice) => Notice): Promise<void> => {
    await changeAccount(ports, account.id, (record) => {
      const notice = record.notices.find((n) => n.conversationId === conversationId && isHeld(n));
      const now = ports.clock.now();
      return (notice === undefined ? undefined : changeNotice(record, notice.id, how, now)) ?? record;
    });
  };
  const isWanted = state === 'active' && settings.notifications;
  const isUnderWay = conversation.gathering !== undefined && state === 'active';
  const open = waiting.filter(isStillOpen);
  if (!isUnderWay && (!isWanted || open.length < 2)) {
    const alone = isWanted ? open[0] : undefined;
    for (const account of waiting)
      await change(account, account === alone ? letGo : (n) => dropPost(n, 'nothing is to be told any more'));
    ports.nudge('reconcile');
    return;
  }
  const stored = await ports.store.read('conversation', conversation.id);
  if (stored === undefined) return;
  const shared = shareRecord<'conversation'>(ports, stored);
  const adding = waiting.length === 0 ? undefined : await addMore(ports, shared);
  if (adding !== undefined)
    for (const account of waiting) await change(account, (n) => gatheredIn(n, adding.key, ports.clock.now()));
  const { gathering } = shared.latest().document;
  if (gathering !== undefined) await showPost(ports, owedGathering(ports, shared, gathering, draw));
}

/** Said before accounts are added: a message that was drawn without them is not sent. Undefined when one is being sent. */
async function addMore(ports: Ports, shared: SharedRecord<ConversationRecord>): Promise<Gathering | undefined> {
  const changed = await shared.change((c) => {
    const { key, added, post } = c.gathering ?? { key: ports.ids.next(), added: 0, post: UNTRIED };
    return post.state === 'wanted' ? { ...c, gathering: { key, added: added + 1, post } } : undefined;
  });
  return changed.changed === 'saved' ? changed.document.gathering : undefined;
}

function gatheredIn(notice: Notice, key: string, at: Instant): Notice {
  return { ...notice, state: 'dropped', gathered: { in: key, at } };
}

function owedGathering(
  ports: Ports,
  shared: SharedRecord<ConversationRecord>,
  { key, added, post }: Gathering,
  draw: DrawGathered,
): OwedPost {
  const { document } = shared.latest();
  return {
    id: document.id,
    post,
    version: VERSION,
    conversation: document,
    whenGone: 'wait',
    isKeptNowhere: true,
    draw(to) {
      const news = newsIn(ports, to, key);
      return news.open.length === 0 ? undefined : { message: draw(news, to), version: VERSION };
    },
    async change(how) {
      const changed = await shared.change((c) => {
        const { gathering } = c;
        if (gathering?.key !== key || gathering.added !== added) return undefined;
        const next = how(gathering.post);
        return next === undefined ? undefined : withPost(c, { ...gathering, post: next });
      });
      return changed.changed === 'saved'
        ? (changed.document.gathering?.post ?? { ...UNTRIED, state: 'posted' })
        : undefined;
    },
  };
}

function newsIn(ports: Ports, conversation: ConversationRecord, key: string): GatheredNews {
  const told: AccountRecord[] = [];
  for (const account of ports.register.allAccounts())
    if (account.notices.some(({ gathered }) => gathered?.in === key)) told.push(account);
  const open = told.filter(isStillOpen);
  const heard = ports.register.openAccounts().filter(hearingIn(ports, conversation).hears);
  const toReview = heard.filter((one) => snoozeOf(one) === undefined).length;
  return { open, done: told.length - open.length, toReview, now: ports.clock.now() };
}

/** It is there, or there is nothing to say any more. */
function withPost({ gathering: _before, ...conversation }: ConversationRecord, next: Gathering): ConversationRecord {
  const { state }: Post = next.post;
  return state === 'posted' || state === 'dropped' ? conversation : { ...conversation, gathering: next };
}
