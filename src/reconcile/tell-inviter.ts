import type { ConversationRecord } from '../domain/documents';
import { wokenInvitation, withWordPost, wordPost } from '../domain/invitation';
import type { InvitationRecord, Inviter } from '../domain/invitation';
import type { InvitationNews } from '../domain/invitation-answers';
import { postWork, refusePost, waitsForConversation } from '../domain/post';
import type { Post } from '../domain/post';
import { mayBeTold } from '../domain/quiet';
import type { Instant } from '../domain/time';
import type { Message } from '../courier';
import { drawAccount } from '../records/draw-account';
import { followUpText, invitationLineOf } from '../records/invitation-line';
import { isApproved } from '../records/team-approval';
import { personalChatOf } from '../records/where-to-tell';
import type { Ports } from '../ports';
import type { SharedRecord } from './shared-record';
import type { OwedPost } from './show-post';

export type DrawInvitationNote = (news: InvitationNews, conversation: ConversationRecord) => Message;

/** A word is said once and never redrawn. */
const VERSION = 1;

/** The message that is due for one of those who invited. */
export function owedWord(
  ports: Ports,
  shared: SharedRecord<InvitationRecord>,
  draw: DrawInvitationNote,
): OwedPost | undefined {
  const { document } = shared.latest();
  const { clock } = ports;
  const inviter = document.by.find((one) => postWork(wordPost(one), VERSION, clock.now()) !== undefined);
  if (inviter === undefined) return undefined;
  const { id: personId } = inviter.person;
  return {
    id: document.id,
    post: wordPost(inviter),
    version: VERSION,
    conversation: placeOf(ports, inviter),
    // A reminder of last month is of no use; an answer is, whenever it can be told.
    whenGone: inviter.owes?.word === 'reminder' ? 'drop' : 'wait',
    isKeptNowhere: true,
    async draw(conversation) {
      const news = await newsOf(ports, document, inviter);
      return news === undefined ? undefined : { message: draw(news, conversation), version: VERSION };
    },
    async change(how) {
      let next: Post | undefined;
      const changed = await shared.change((one) => {
        const now = one.by.find(({ person }) => person.id === personId);
        // Meanwhile something else may be owed to them: that is another message.
        next = now === undefined || now.owes?.word !== inviter.owes?.word ? undefined : how(wordPost(now));
        return next === undefined ? undefined : withWordPost(one, personId, next, clock.now());
      });
      return changed.changed === 'saved' ? next : undefined;
    },
  };
}

/** Puts off what one of them is owed. */
export function putOffWord(owed: OwedPost, reason: string, random: number, now: Instant): Promise<unknown> {
  return owed.change((post) => refusePost(post, { reason, random }, now));
}

/** The same invitation; due at once when somebody waited for a place where they can be told, and it is there. */
export function wokenWords(ports: Ports, invitation: InvitationRecord, now: Instant): InvitationRecord {
  const waits = (one: Inviter): boolean => {
    if (one.post === undefined || !waitsForConversation(one.post)) return false;
    const place = placeOf(ports, one);
    return place !== undefined && mayBeTold(place, now);
  };
  return wokenInvitation(invitation, waits, now);
}

async function newsOf(ports: Ports, one: InvitationRecord, inviter: Inviter): Promise<InvitationNews | undefined> {
  const { owes } = inviter;
  if (owes === undefined) return undefined;
  const base = { line: invitationLineOf(ports, one), inviter, now: ports.clock.now() };
  if (owes.word === 'reminder')
    return { ...base, news: 'reminder', followUp: await followUpText(ports, one, inviter.language) };
  const account = owes.accountId === undefined ? undefined : ports.register.account(owes.accountId);
  return account === undefined ? undefined : { ...base, news: owes.word, picture: drawAccount(ports, account) };
}

/** The chat of whoever invited; without one, where they said so. */
function placeOf(ports: Ports, { person, conversationId }: Inviter): ConversationRecord | undefined {
  const personal = personalChatOf(ports, person.id);
  if (personal !== undefined) return personal;
  const said = ports.register.conversation(conversationId);
  return said?.state === 'active' && isApproved(ports, said) ? said : undefined;
}
