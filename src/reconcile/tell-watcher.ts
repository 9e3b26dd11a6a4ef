import { calm, postDue, UNTRIED, waitsForConversation } from '../domain/post';
import type { Post } from '../domain/post';
import type { ConversationRecord, WatchRecord } from '../domain/documents';
import { mayBeTold } from '../domain/quiet';
import { keptWatch } from '../domain/retention';
import type { Instant } from '../domain/time';
import type { WatchNews } from '../domain/watch-answers';
import type { Message } from '../courier';
import { drawAccount } from '../records/draw-account';
import { isApproved } from '../records/team-approval';
import { personalChatOf } from '../records/where-to-tell';
import type { Ports } from '../ports';
import type { SharedRecord } from './shared-record';
import type { OwedPost } from './show-post';

export type DrawWatchNote = (news: WatchNews, conversation: ConversationRecord) => Message;

/** The one message about what a watch found; it is never redrawn. */
const VERSION = 1;

export function owedNote(ports: Ports, shared: SharedRecord<WatchRecord>, draw: DrawWatchNote): OwedPost {
  const { document: watch } = shared.latest();
  return {
    id: watch.id,
    post: postOf(watch),
    version: VERSION,
    conversation: placeOf(ports, watch),
    whenGone: 'wait',
    isKeptNowhere: true,
    draw(conversation) {
      const news = newsOf(ports, watch);
      return news === undefined ? undefined : { message: draw(news, conversation), version: VERSION };
    },
    async change(how) {
      const changed = await shared.change((w) => {
        const next = w.owes === undefined ? undefined : how(postOf(w));
        return next === undefined ? undefined : withPost(w, next, ports.clock.now());
      });
      return changed.changed === 'saved' ? changed.document.post : undefined;
    },
  };
}

/** A watch that waited for a place where its person can be told, now that there is one. The same one when it did not. */
export function wokenWatch(ports: Ports, watch: WatchRecord, now: Instant): WatchRecord {
  const place = placeOf(ports, watch);
  if (watch.post === undefined || !waitsForConversation(watch.post)) return watch;
  if (place === undefined || !mayBeTold(place, now)) return watch;
  return withPost(watch, calm(watch.post), now);
}

/** Of a watch that owes nothing there is nothing to make, and no older state of it to be taken for the newest. */
function postOf({ owes, post = UNTRIED }: WatchRecord): Post {
  return owes === undefined ? { ...post, state: 'dropped' } : post;
}

/** Once the person was told, or there is nothing to tell any more, nothing is owed. */
function withPost({ dueAt: _old, ...watch }: WatchRecord, post: Post, now: Instant): WatchRecord {
  const dueAt = postDue(post, VERSION, now);
  if (dueAt !== undefined) return { ...watch, post, dueAt };
  const { owes: _told, post: _over, ...rest } = watch;
  return keptWatch(rest);
}

function newsOf(ports: Ports, watch: WatchRecord): WatchNews | undefined {
  if (watch.owes === undefined) return undefined;
  if (watch.owes === 'silence') return { news: 'silence', watch };
  if (watch.owes === 'reminder') return reminderOf(ports, watch);
  const accountId = watch.owes === 'fired' ? watch.firedFor : watch.asked.at(-1);
  const account = accountId === undefined ? undefined : ports.register.account(accountId);
  return account === undefined ? undefined : { news: watch.owes, watch, picture: drawAccount(ports, account) };
}

/** Nothing where the account was decided while it waited for the end of quiet hours. */
function reminderOf(ports: Ports, watch: WatchRecord): WatchNews | undefined {
  const { accountId, whileOpen } = watch.reminder ?? {};
  const account = accountId === undefined ? undefined : ports.register.account(accountId);
  if (account === undefined) return { news: 'reminder', watch };
  if (whileOpen === true && account.mapping.state !== 'open') return undefined;
  return { news: 'reminder', watch, picture: drawAccount(ports, account) };
}

/** Where the person asked, as it was promised; when we may not speak there any more, their personal chat. */
function placeOf(ports: Ports, watch: WatchRecord): ConversationRecord | undefined {
  const asked = ports.register.conversation(watch.conversationId);
  if (asked?.state === 'active' && isApproved(ports, asked)) return asked;
  return personalChatOf(ports, watch.person.id);
}
