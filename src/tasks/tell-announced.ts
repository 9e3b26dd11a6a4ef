import { noNeed } from '../domain/account';
import type { AccountRecord } from '../domain/account';
import type { Announced, AnnouncedAnswer, Unannounced } from '../domain/announced';
import { wasFoundDecided } from '../domain/decision';
import type { ConversationRecord } from '../domain/documents';
import type { Notice } from '../domain/notice';
import { quietUntil } from '../domain/quiet';
import { NO_REHEARSAL, rehearsesIn } from '../domain/rehearsal';
import { allProviders } from '../records/all-providers';
import { hearingIn } from '../records/hears-of';
import { isApproved } from '../records/team-approval';
import type { Ports } from '../ports';
import { nameOfPlace } from './announce-here';

/** Whether an account was announced in this conversation, where else, and which rule was the reason. */
export function tellAnnounced(ports: Ports, record: AccountRecord, conversation: ConversationRecord): AnnouncedAnswer {
  const { conversationId, type: scope } = conversation;
  const notice = record.notices.find((n) => n.conversationId === conversationId && n.reason === 'announcement');
  const here = notice === undefined ? unannounced(ports, record, conversation) : noticed(ports, notice, conversation);
  const elsewhere = record.notices.flatMap((one) => {
    const place = one.conversationId === conversationId ? undefined : ports.register.conversation(one.conversationId);
    const at = toldAt(one);
    if (place === undefined || place.type === 'personal' || at === undefined) return [];
    // The message that tells of several is still owed there.
    if (one.state !== 'posted' && one.gathered !== undefined && isOwed(one.gathered.in, place)) return [];
    return [{ place: nameOfPlace(place), at }];
  });
  return { record, scope, here, elsewhere: elsewhere.filter(({ place }) => place !== '').sort((a, b) => a.at - b.at) };
}

function toldAt({ reason, state, postedAt, wantedAt, gathered }: Notice): number | undefined {
  if (reason !== 'announcement') return undefined;
  return state === 'posted' ? (postedAt ?? wantedAt) : gathered?.at;
}

function noticed({ clock }: Ports, notice: Notice, conversation: ConversationRecord): Announced {
  const { gathered, heldSince, heldFor, wantedAt } = notice;
  const { state, settings } = conversation;
  if (gathered !== undefined && !isOwed(gathered.in, conversation))
    return heldFor === 'burst'
      ? { rule: 'burst', at: gathered.at, wantedAt }
      : { rule: 'gathered', at: gathered.at, heldSince: heldSince ?? wantedAt };
  switch (notice.state) {
    case 'posted':
      return { rule: 'card', at: notice.postedAt ?? wantedAt, wantedAt };
    case 'dropped':
      return gathered === undefined ? { rule: 'dropped' } : { rule: 'waits', since: wantedAt, isPaused: false };
    case 'wanted':
    case 'posting': {
      if (heldSince === undefined || heldFor === 'burst')
        return { rule: 'waits', since: wantedAt, isPaused: state !== 'active' };
      const until = quietUntil(settings, clock.now());
      return { rule: 'quiet', heldSince, ...(until === undefined ? {} : { until }) };
    }
  }
}

/** The message that tells of several is not there yet. */
function isOwed(key: string, { gatherings = [] }: ConversationRecord): boolean {
  return gatherings.some((one) => one.key === key && one.post.messageId === undefined);
}

/** What was chosen in the conversation, or muted there, that keeps the account from it. */
function notReached(ports: Ports, record: AccountRecord, conversation: ConversationRecord): Unannounced | undefined {
  const reach = hearingIn(ports, conversation).reach(record);
  const { routing = {} } = conversation.settings;
  switch (reach.reach) {
    case 'here':
      return undefined;
    case 'provider':
      return { rule: 'routing', provider: allProviders(ports).find(({ id }) => id === record.providerId)?.name ?? '' };
    case 'routing':
      return { rule: 'not-chosen', by: reach.by, routing };
    case 'unknown':
      return { rule: 'not-known', by: reach.by, routing };
    case 'not-rest':
      return { rule: 'not-rest' };
    case 'muted':
      return { rule: 'account-muted', since: reach.since };
  }
}

/** The first rule that kept it from being announced there, as far as the records say. */
function unannounced(ports: Ports, record: AccountRecord, conversation: ConversationRecord): Unannounced {
  const { conversationId, state, settings, since } = conversation;
  const { acceptance, firstSeenAt, mapping } = record;
  const { reseller } = acceptance;
  if (state !== 'active') return { rule: 'closed' };
  if (!isApproved(ports, conversation)) return { rule: 'not-approved' };
  if (rehearsesIn(ports.rehearsal ?? NO_REHEARSAL, conversationId)) return { rule: 'rehearsal' };
  if (!settings.notifications) return { rule: 'muted' };
  const routed = notReached(ports, record, conversation);
  if (routed !== undefined) return routed;
  if (mapping.state !== 'open' && wasFoundDecided(mapping.by, mapping.at, firstSeenAt))
    return {
      rule: 'mapped-already',
      by: mapping.by,
      ...(mapping.state === 'mapped' ? { customer: mapping.customer } : {}),
    };
  if (reseller.state !== 'accepted') return { rule: 'not-accepted' };
  if (reseller.since.basis === 'before-first-look') return { rule: 'before-us', at: firstSeenAt };
  if (noNeed(record) !== undefined) return { rule: 'needs-nobody' };
  if (since > Math.max(firstSeenAt, reseller.since.at)) return { rule: 'later', since };
  if (mapping.state !== 'open')
    return {
      rule: 'mapped-already',
      by: mapping.by,
      ...(mapping.state === 'mapped' ? { customer: mapping.customer } : {}),
    };
  return { rule: 'unknown' };
}
