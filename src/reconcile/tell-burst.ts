import { createHash } from 'node:crypto';
import type { Message } from '../courier';
import type { AccountRecord } from '../domain/account';
import { keptTrue, openBurst } from '../domain/gathering';
import type { Burst } from '../domain/gathering';
import type { ConversationRecord } from '../domain/documents';
import type { Notice } from '../domain/notice';
import { postWork, UNTRIED } from '../domain/post';
import type { Instant } from '../domain/time';
import type { Ports } from '../ports';
import { gatheredIn, isStillOpen } from './gathered-news';
import type { ChangeHeld, DrawGathered, GatheredNews } from './gathered-news';
import { shareRecord } from './shared-record';
import type { SharedRecord } from './shared-record';
import { showPost } from './show-post';
import type { OwedPost } from './show-post';

/** So many accounts are written at a time. */
const AT_A_TIME = 16;

/** What came beyond the cards of an hour, in one conversation. */
export interface Beyond {
  /** Those that no message tells of yet. */
  readonly waiting: readonly AccountRecord[];
  /** Those that are in a burst, by its key. */
  readonly told: ReadonlyMap<string, readonly AccountRecord[]>;
}

/**
 * Tells in one message of the accounts that came beyond the cards of an hour, and keeps true what it says of them. Which
 * ones it tells of is written into their records, so that it may be made and redrawn by anybody, however often somebody
 * dies on the way. Nobody is disturbed by a redraw, so it is left to whoever runs this next, seconds later.
 */
export async function tellBursts(
  ports: Ports,
  conversation: ConversationRecord,
  { waiting, told }: Beyond,
  how: { readonly draw: DrawGathered; readonly change: ChangeHeld },
): Promise<void> {
  const { clock, store } = ports;
  const before = conversation.bursts ?? [];
  if (waiting.length === 0 && before.length === 0) return;
  const stored = await store.read('conversation', conversation.id);
  if (stored === undefined) return;
  const shared = shareRecord<'conversation'>(ports, stored);
  const added = waiting.length === 0 ? undefined : await beginBurst(ports, shared);
  const more = added === undefined ? [] : await addTo(added, waiting, how.change, clock.now());
  for (const { key } of keptTrue(shared.latest().document.bursts ?? [], clock.now())) {
    const all = [...(told.get(key) ?? []), ...(key === added?.key ? more : [])];
    await keepTrue(ports, shared, { key, all }, how.draw);
  }
  const { bursts = [] } = shared.latest().document;
  if (keptTrue(bursts, clock.now()).length < bursts.length)
    await shared.change((c) => withBursts(c, keptTrue(c.bursts ?? [], clock.now())));
}

/** The burst that takes more now. */
async function beginBurst(ports: Ports, shared: SharedRecord<ConversationRecord>): Promise<Burst | undefined> {
  const now = ports.clock.now();
  const changed = await shared.change((c) => {
    if (openBurst(c.bursts, now) !== undefined) return undefined;
    const burst: Burst = { key: ports.ids.next(), since: now, post: UNTRIED, says: '', version: 0 };
    return withBursts(c, [...(c.bursts ?? []), burst]);
  });
  return changed.changed === 'not-there' ? undefined : openBurst(changed.document.bursts, now);
}

async function addTo(
  { key }: Burst,
  waiting: readonly AccountRecord[],
  change: ChangeHeld,
  now: Instant,
): Promise<readonly AccountRecord[]> {
  const added: (AccountRecord | undefined)[] = [];
  for (let at = 0; at < waiting.length; at += AT_A_TIME) {
    const some = waiting.slice(at, at + AT_A_TIME);
    added.push(...(await Promise.all(some.map((one) => change(one, (notice) => gatheredIn(notice, key, now))))));
  }
  const isIn = ({ gathered }: Notice): boolean => gathered?.in === key;
  return added.flatMap((one) => (one?.notices.some(isIn) === true ? [one] : []));
}

async function keepTrue(
  ports: Ports,
  shared: SharedRecord<ConversationRecord>,
  { key, all }: { readonly key: string; readonly all: readonly AccountRecord[] },
  draw: DrawGathered,
): Promise<void> {
  const { document: conversation } = shared.latest();
  const news = newsOf(ports, conversation, all);
  const isMade = burstOf(conversation, key)?.post.messageId !== undefined;
  // Nobody needs to hear of what needs nobody any more; told once, it is told to the end.
  if (all.length === 0 || (news.open.length === 0 && !isMade)) return;
  const message = draw(news, conversation);
  const says = createHash('sha256').update(JSON.stringify(message)).digest('base64url');
  const seen = all.reduce((sum, { version }) => sum + version, 0);
  // Whoever has slept, or cannot read what a later version wrote, knows less than the message says, and lets it be.
  const isBehind = (b: Burst): boolean => seen < (b.seen ?? 0);
  await changeBurst(shared, key, (b) =>
    b.says === says || isBehind(b) ? undefined : { ...b, says, seen, version: b.version + 1 },
  );
  const burst = burstOf(shared.latest().document, key);
  if (burst?.says !== says || postWork(burst.post, burst.version, ports.clock.now()) === undefined) return;
  await showPost(ports, owedBurst(shared, burst, { message, isOpen: news.open.length > 0 }));
}

function newsOf(
  { register, clock }: Ports,
  { conversationId }: ConversationRecord,
  all: readonly AccountRecord[],
): GatheredNews {
  const open = all.filter(isStillOpen);
  const toReview = register.board(conversationId)?.open ?? open.length;
  return { why: 'burst', all, open, done: all.length - open.length, toReview, now: clock.now() };
}

function owedBurst(
  shared: SharedRecord<ConversationRecord>,
  { key, post, version }: Burst,
  { message, isOpen }: { readonly message: Message; readonly isOpen: boolean },
): OwedPost {
  const { document } = shared.latest();
  return {
    id: document.id,
    post,
    version,
    conversation: document,
    whenGone: post.messageId === undefined ? 'wait' : isOpen ? 'remake' : 'drop',
    isKeptNowhere: true,
    draw: () => ({ message, version }),
    async change(how) {
      const saved = await changeBurst(shared, key, (burst) => {
        const next = how(burst.post);
        return next === undefined ? undefined : { ...burst, post: next };
      });
      return saved?.post;
    },
  };
}

function burstOf({ bursts = [] }: ConversationRecord, key: string): Burst | undefined {
  return bursts.find((burst) => burst.key === key);
}

async function changeBurst(
  shared: SharedRecord<ConversationRecord>,
  key: string,
  how: (burst: Burst) => Burst | undefined,
): Promise<Burst | undefined> {
  const changed = await shared.change((conversation) => {
    const { bursts = [] } = conversation;
    const burst = burstOf(conversation, key);
    const next = burst === undefined ? undefined : how(burst);
    if (next === undefined) return undefined;
    return withBursts(
      conversation,
      bursts.map((one) => (one === burst ? next : one)),
    );
  });
  return changed.changed === 'saved' ? burstOf(changed.document, key) : undefined;
}

function withBursts({ bursts: _before, ...rest }: ConversationRecord, bursts: readonly Burst[]): ConversationRecord {
  return bursts.length === 0 ? rest : { ...rest, bursts };
}
