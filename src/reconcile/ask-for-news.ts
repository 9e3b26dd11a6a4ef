import type { AccountRecord } from '../domain/account';
import { newsOwed, noteTold } from '../domain/news';
import { isMutedKind, kindOf, mutedSince } from '../domain/muting';
import type { News } from '../domain/news';
import { NO_REHEARSAL, rehearsesIn } from '../domain/rehearsal';
import { settle } from '../domain/settle';
import type { SharedRecord } from './shared-record';
import { personalChatOf } from '../records/where-to-tell';
import type { Ports } from '../ports';

/**
 * Something happened behind our back that a redraw far up would tell nobody: asks for a card where it is to be told,
 * once. The card is then posted like any other.
 */
export async function askForNews(ports: Ports, shared: SharedRecord): Promise<void> {
  const now = ports.clock.now();
  await shared.change((record) => {
    const owed = newsOwed(record);
    if (owed.length === 0) return undefined;
    const asked = owed.reduce((next, news) => noteTold(next, news, placesFor(ports, record, news), now), record);
    return settle(asked, now);
  });
}

/** Where it belongs, but for those who want to hear nothing of the account, or of such news. */
function placesFor(ports: Ports, record: AccountRecord, { about }: News): readonly string[] {
  return placesOf(ports, record, about).filter((id) => {
    const settings = ports.register.conversation(id)?.settings;
    if (settings === undefined) return true;
    return mutedSince(settings, record.id) === undefined && !isMutedKind(settings, kindOf(about));
  });
}

/**
 * That a relationship ended concerns all who were told of the account; what speaks against a decision, the person who
 * made it. Each falls back on the other: an account that was there before us was announced to nobody.
 */
function placesOf(ports: Ports, record: AccountRecord, about: News['about']): readonly string[] {
  const announced = announcedIn(ports, record);
  const decider = placeOfDecider(ports, record);
  if (about === 'ended' && announced.length > 0) return announced;
  return decider === undefined ? announced : [decider];
}

function announcedIn({ register, rehearsal }: Ports, { notices }: AccountRecord): string[] {
  return notices
    .filter((n) => n.reason === 'announcement' && (n.state === 'posted' || n.gathered !== undefined))
    .map((n) => n.conversationId)
    .filter((id) => register.conversation(id)?.state === 'active')
    .filter((id) => !rehearsesIn(rehearsal ?? NO_REHEARSAL, id));
}

/** Their chat with us; without one, where a card of this account was last used. */
function placeOfDecider(ports: Ports, { mapping, notices }: AccountRecord): string | undefined {
  if (mapping.state === 'open' || mapping.by.kind !== 'person') return undefined;
  const personal = personalChatOf(ports, mapping.by.person.id);
  if (personal !== undefined) return personal.conversationId;
  const used = notices.filter(
    (n) => n.state === 'posted' && ports.register.conversation(n.conversationId)?.state === 'active',
  );
  return (used.findLast((n) => n.reason === 'asked') ?? used.at(-1))?.conversationId;
}
