import type { ListAnswer } from '../domain/answers';
import { UTC } from '../domain/calendar';
import { digestNews } from '../domain/digest-news';
import type { DigestNews } from '../domain/digest-news';
import { isDigestDue } from '../domain/digest';
import type { ConversationRecord } from '../domain/documents';
import { UNTRIED } from '../domain/post';
import type { Post } from '../domain/post';
import { NO_REHEARSAL, rehearsesIn } from '../domain/rehearsal';
import type { Report } from '../domain/report';
import { snoozeOf } from '../domain/snooze';
import { DAY } from '../domain/time';
import type { Instant } from '../domain/time';
import type { Message } from '../courier';
import { isStoreAway } from '../store';
import { countReport } from '../records/count-report';
import { chosenFrom } from '../matching/slices';
import { hearingIn } from '../records/hears-of';
import { ifReadable } from '../records/leave-out';
import { listAccounts } from '../records/list-accounts';
import type { Ports } from '../ports';
import { readShared } from './shared-record';
import type { SharedRecord } from './shared-record';
import { showPost } from './show-post';
import type { OwedPost } from './show-post';

/** What a digest says besides what is open. */
export interface DigestContent {
  readonly report: Report;
  readonly news: DigestNews;
}

export type DrawDigest = (list: ListAnswer, conversation: ConversationRecord, content: DigestContent) => Message;

/** Each digest is one message, which is never redrawn. */
const VERSION = 1;

/**
 * Sends the digests that are due: what is open, at the time that the conversation asked for. Silent when nothing is
 * open, and on weekends when it is daily.
 */
export async function sendDigests(ports: Ports, draw: DrawDigest): Promise<void> {
  for (const conversation of ports.register.allConversations()) {
    const { id, state, type, conversationId } = conversation;
    // Whoever asked for their own gets it; others are spared until the bot speaks.
    if (type !== 'personal' && rehearsesIn(ports.rehearsal ?? NO_REHEARSAL, conversationId)) continue;
    if (state !== 'active' || !isDigestDue(conversation, ports.clock.now())) continue;
    const shared = await ifReadable(() => readShared(ports, 'conversation', id));
    if (shared === undefined) continue;
    try {
      await showPost(ports, await owedDigest(ports, shared, draw));
    } catch (error) {
      if (isStoreAway(error)) throw error;
      // What it has claimed lapses, and it is tried again.
      ports.log.error({ conversation: id, error }, 'A digest could not be made; the others go on');
    }
  }
}

async function owedDigest(ports: Ports, shared: SharedRecord<ConversationRecord>, draw: DrawDigest): Promise<OwedPost> {
  const { document } = shared.latest();
  const { hears } = hearingIn(ports, document);
  const list = await listAccounts(ports, 'unmapped', {
    among: (account) => snoozeOf(account) === undefined && hears(account),
  });
  return {
    id: document.id,
    post: document.digestPost ?? UNTRIED,
    version: VERSION,
    conversation: document,
    whenGone: 'wait',
    isKeptNowhere: true,
    async draw(to) {
      if (list.total === 0) return undefined;
      const report = await countReport(ports, to.settings.timeZone ?? UTC);
      const news = await newsFor(ports, to);
      return { message: draw({ ...list, drifted: await drifted(ports) }, to, { report, news }), version: VERSION };
    },
    async change(how) {
      const changed = await shared.change((c) => {
        const now = ports.clock.now();
        if (c.digestPost === undefined && !isDigestDue(c, now)) return undefined;
        const next = how(c.digestPost ?? UNTRIED);
        return next === undefined ? undefined : withDigest(c, next, now);
      });
      return changed.changed === 'saved' ? changed.document.digestPost : undefined;
    },
  };
}

/** Of the first one it is said what the last day, or week, has brought. */
async function newsFor(ports: Ports, conversation: ConversationRecord): Promise<DigestNews> {
  const { register, clock } = ports;
  const now = clock.now();
  const { digestSentAt, settings } = conversation;
  const before = settings.digest?.when === undefined || settings.digest.when === 'daily' ? DAY : 7 * DAY;
  const heard = await chosenFrom(register.allAccounts(), hearingIn(ports, conversation).hears);
  return digestNews(heard, digestSentAt ?? now - before, now);
}

async function drifted({ register }: Ports): Promise<number> {
  return (await chosenFrom(register.allAccounts(), ({ drift }) => drift !== undefined)).length;
}

/** It is there, or there is nothing to say: then it is owed again on another day. */
function withDigest(conversation: ConversationRecord, post: Post, now: Instant): ConversationRecord {
  if (post.state !== 'posted' && post.state !== 'dropped') return { ...conversation, digestPost: post };
  const { digestPost: _over, ...rest } = conversation;
  return { ...rest, digestSentAt: now };
}
