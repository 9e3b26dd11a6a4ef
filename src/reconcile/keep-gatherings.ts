import { createHash } from 'node:crypto';
import type { Message } from '../courier';
import type { AccountRecord } from '../domain/account';
import { keptTrue, openGathering } from '../domain/gathering';
import type { Gathering } from '../domain/gathering';
import type { ConversationRecord } from '../domain/documents';
import type { Notice } from '../domain/notice';
import { postWork, UNTRIED } from '../domain/post';
import type { Instant } from '../domain/time';
import type { Ports } from '../ports';
import { gatheredIn, isStillOpen } from './gathered-news';
import type { ChangeHeld, DrawGathered, GatheredNews } from './gathered-news';
import { readShared } from './shared-record';
import type { SharedRecord } from './shared-record';
import { showPost } from './show-post';
import type { OwedPost } from './show-post';

/** So many accounts are written at a time. */
const AT_A_TIME = 16;

/** What is told together in one conversation. */
export interface Together {
  readonly of: Gathering['of'];
  /** Those that no message tells of yet. */
  readonly waiting: readonly AccountRecord[];
  /** Those that a message tells of, by its key. */
  readonly told: ReadonlyMap<string, readonly AccountRecord[]>;
}

/**
 * Tells of several accounts in one message, and keeps true what the messages say of theirs. Which ones a message tells of
 * is written into their records, so that it may be made and redrawn by anybody, however often somebody dies on the way.
 * Nobody is disturbed by a redraw, so it is left to whoever runs this next, seconds later.
 */
export async function keepGatherings(
  ports: Ports,
  conversation: ConversationRecord,
  { of, waiting, told }: Together,
  how: { readonly draw: DrawGathered; readonly change: ChangeHeld },
): Promise<void> {
  const { clock } = ports;
  const before = conversation.gatherings ?? [];
  if (waiting.length === 0 && before.length === 0) return;
  const shared = await readShared(ports, 'conversation', conversation.id);
  if (shared === undefined) return;
  const added = waiting.length === 0 ? undefined : await beginGathering(ports, shared, of);
  const more = added === undefined ? [] : await addTo(added, waiting, how.change, clock.now());
  for (const { key } of keptTrue(shared.latest().document.gatherings ?? [], clock.now())) {
    const all = [...(told.get(key) ?? []), ...(key === added?.key ? more : [])];
    await keepTrue(ports, shared, { key, all }, how.draw);
  }
  const { gatherings = [] } = shared.latest().document;
  if (keptTrue(gatherings, clock.now()).length < gatherings.length)
    await shared.change((c) => withGatherings(c, keptTrue(c.gatherings ?? [], clock.now())));
}

/** The one that takes more now. */
async function beginGathering(
  ports: Ports,
  shared: SharedRecord<ConversationRecord>,
  of: Gathering['of'],
): Promise<Gathering | undefined> {
  const now = ports.clock.now();
  const changed = await shared.change((c) => {
    if (openGathering(c.gatherings, of, now) !== undefined) return undefined;
    const begun: Gathering = { key: ports.ids.next(), of, since: now, post: UNTRIED, says: '', version: 0 };
    return withGatherings(c, [...(c.gatherings ?? []), begun]);
  });
  return changed.changed === 'not-there' ? undefined : openGathering(changed.document.gatherings, of, now);
}

async function addTo(
  { key }: Gathering,
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
  const kept = gatheringOf(conversation, key);
  if (kept === undefined) return;
  const news = newsOf(ports, conversation, kept.of, all);
  const isMade = kept.post.messageId !== undefined;
  // Nobody needs to hear of what needs nobody any more; told once, it is told to the end.
  if (all.length === 0 || (news.open.length === 0 && !isMade)) return;
  const from = fromOf(news, conversation);
  if (kept.from !== from) await noteDrawn(shared, key, { from, all, message: draw(news, conversation) });
  const owed = gatheringOf(shared.latest().document, key);
  if (owed?.from !== from || postWork(owed.post, owed.version, ports.clock.now()) === undefined) return;
  await showPost(
    ports,
    owedGathering(shared, owed, { draw: () => draw(news, conversation), isOpen: news.open.length > 0 }),
  );
}

/** Whoever has slept, or cannot read what a later version wrote, knows less than the message says, and lets it be. */
async function noteDrawn(
  shared: SharedRecord<ConversationRecord>,
  key: string,
  { from, all, message }: { readonly from: string; readonly all: readonly AccountRecord[]; readonly message: Message },
): Promise<void> {
  const says = markOf(message);
  const seen = all.reduce((sum, { version }) => sum + version, 0);
  const isBehind = (one: Gathering): boolean => seen < (one.seen ?? 0) || all.length < (one.tells ?? 0);
  await changeGathering(shared, key, (one) => {
    if (isBehind(one)) return undefined;
    return { ...one, from, says, seen, tells: all.length, version: one.version + (one.says === says ? 0 : 1) };
  });
}

/** All that the message is drawn from and that may change. */
function fromOf({ all, toReview }: GatheredNews, { settings }: ConversationRecord): string {
  return markOf([all.map(({ id, version }) => `${id} ${version}`).sort(), toReview, settings]);
}

function markOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}

function newsOf(
  { register, clock }: Ports,
  { conversationId }: ConversationRecord,
  of: Gathering['of'],
  all: readonly AccountRecord[],
): GatheredNews {
  const open = all.filter(isStillOpen);
  const toReview = register.board(conversationId)?.open ?? open.length;
  return { of, all, open, done: all.length - open.length, toReview, now: clock.now() };
}

function owedGathering(
  shared: SharedRecord<ConversationRecord>,
  { key, post, version }: Gathering,
  { draw, isOpen }: { readonly draw: () => Message; readonly isOpen: boolean },
): OwedPost {
  const { document } = shared.latest();
  return {
    id: document.id,
    post,
    version,
    conversation: document,
    whenGone: post.messageId === undefined ? 'wait' : isOpen ? 'remake' : 'drop',
    asOf: shared.asOf,
    isKeptNowhere: true,
    draw: () => ({ message: draw(), version }),
    async change(how) {
      const saved = await changeGathering(shared, key, (one) => {
        const next = how(one.post);
        return next === undefined ? undefined : { ...one, post: next };
      });
      return saved?.post;
    },
  };
}

function gatheringOf({ gatherings = [] }: ConversationRecord, key: string): Gathering | undefined {
  return gatherings.find((one) => one.key === key);
}

async function changeGathering(
  shared: SharedRecord<ConversationRecord>,
  key: string,
  how: (gathering: Gathering) => Gathering | undefined,
): Promise<Gathering | undefined> {
  const changed = await shared.change((conversation) => {
    const { gatherings = [] } = conversation;
    const gathering = gatheringOf(conversation, key);
    const next = gathering === undefined ? undefined : how(gathering);
    if (next === undefined) return undefined;
    return withGatherings(
      conversation,
      gatherings.map((one) => (one === gathering ? next : one)),
    );
  });
  return changed.changed === 'saved' ? gatheringOf(changed.document, key) : undefined;
}

function withGatherings(
  { gatherings: _before, ...rest }: ConversationRecord,
  gatherings: readonly Gathering[],
): ConversationRecord {
  return gatherings.length === 0 ? rest : { ...rest, gatherings };
}
