import type { AccountRecord } from '../domain/account';
import type { Gathering } from '../domain/gathering';
import type { ConversationRecord } from '../domain/documents';
import { changeNotice } from '../domain/notices';
import { dropPost, letGo, UNTRIED } from '../domain/post';
import type { Post } from '../domain/post';
import { quietUntil } from '../domain/quiet';
import { snoozeOf } from '../domain/snooze';
import { isStoreAway } from '../store';
import { changeAccount } from '../records/change-document';
import { ifReadable } from '../records/leave-out';
import { hearingIn } from '../records/hears-of';
import type { Ports } from '../ports';
import { gatheredIn, isHeld, isStillOpen, lookForGathered } from './gathered-news';
import type { ChangeHeld, DrawGathered, Gathered, GatheredNews } from './gathered-news';
import { shareRecord } from './shared-record';
import type { SharedRecord } from './shared-record';
import { showPost } from './show-post';
import type { OwedPost } from './show-post';
import { tellBursts } from './tell-burst';

/** One message, which is never redrawn. */
const VERSION = 1;

/**
 * Tells what was held back: of quiet hours, once they are over, a single account by its own card and several in one
 * message; and what came beyond the cards of an hour. Whichever they are is written into their records before the message
 * is made, under its key, so that nobody who dies on the way loses one or tells one twice.
 */
export async function tellGathered(ports: Ports, draw: DrawGathered): Promise<void> {
  const { register } = ports;
  const conversations = [...register.allConversations()];
  const keys = conversations.flatMap(({ bursts = [] }) => bursts.map(({ key }) => key));
  const found = await lookForGathered(ports, new Set(keys));
  for (const conversation of conversations) {
    if (conversation.state === 'paused') continue;
    try {
      await tellIn(ports, conversation, found, draw);
    } catch (error) {
      if (isStoreAway(error)) throw error;
      ports.log.error({ conversation: conversation.id, error }, 'What was held back could not be told; others go on');
    }
  }
}

/** In quiet hours nothing is told; what was told in one message is kept true. */
async function tellIn(
  ports: Ports,
  conversation: ConversationRecord,
  { waiting: all, told }: Gathered,
  draw: DrawGathered,
): Promise<void> {
  const { conversationId, state, settings, gathering } = conversation;
  const isQuiet = quietUntil(settings, ports.clock.now()) !== undefined;
  const waiting = isQuiet ? [] : (all.get(conversationId) ?? []);
  const change = changeIn(ports, conversationId);
  const isOfQuiet = (account: AccountRecord): boolean =>
    account.notices.some((n) => n.conversationId === conversationId && isHeld(n) && n.heldFor !== 'burst');
  const isActive = state === 'active';
  if (!isActive || !settings.notifications) {
    for (const account of waiting) await change(account, (n) => dropPost(n, 'nothing is to be told any more'));
    if (waiting.length > 0) ports.nudge('reconcile');
  }
  const left = isActive && settings.notifications ? waiting : [];
  // Whatever waits in the morning is told together.
  const isMorning = left.some(isOfQuiet);
  if (!isQuiet && isActive && (isMorning || gathering !== undefined))
    await tellOfQuiet(ports, conversation, isMorning ? left : [], { draw, change });
  if (isActive) await tellBursts(ports, conversation, { waiting: isMorning ? [] : left, told }, { draw, change });
}

function changeIn(ports: Ports, conversationId: string): ChangeHeld {
  return async (account, how) => {
    const changed = await ifReadable(() =>
      changeAccount(ports, account.id, (record) => {
        const notice = record.notices.find((n) => n.conversationId === conversationId && isHeld(n));
        const now = ports.clock.now();
        return (notice === undefined ? undefined : changeNotice(record, notice.id, how, now)) ?? record;
      }),
    );
    return changed === undefined || changed.changed === 'not-there' ? undefined : changed.document;
  };
}

async function tellOfQuiet(
  ports: Ports,
  conversation: ConversationRecord,
  waiting: readonly AccountRecord[],
  { draw, change }: { readonly draw: DrawGathered; readonly change: ChangeHeld },
): Promise<void> {
  const open = waiting.filter(isStillOpen);
  if (conversation.gathering === undefined && open.length < 2) {
    const [alone] = open;
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
  return { why: 'quiet', all: told, open, done: told.length - open.length, toReview, now: ports.clock.now() };
}

/** It is there, or there is nothing to say any more. */
function withPost({ gathering: _before, ...conversation }: ConversationRecord, next: Gathering): ConversationRecord {
  const { state }: Post = next.post;
  return state === 'posted' || state === 'dropped' ? conversation : { ...conversation, gathering: next };
}
