import type { Place, Turn } from '../turn';
import type { Standing } from '../domain/sender';
import type { IncomingActivity } from './schema';

const THREAD = ';messageid=';

/** Where the activity happened. Events about a channel come through the team's conversation: the channel counts. */
export function placeOf(activity: IncomingActivity): Place {
  const { conversation, channelData, from } = activity;
  const selected = channelData?.settings?.selectedChannel;
  const isEvent = activity.type === 'installationUpdate' || activity.type === 'conversationUpdate';
  const channel = (isEvent ? selected : undefined) ?? channelData?.channel;
  const full = (isEvent ? channel?.id : undefined) ?? conversation.id;
  const [conversationId = full] = full.split(THREAD);
  const type = typeOf(activity);
  const name = type === 'channel' ? channel?.name : conversation.name;
  return {
    conversationId,
    type,
    serviceUrl: activity.serviceUrl,
    tenantId: tenantOf(activity) ?? '',
    botId: activity.recipient.id,
    ...given('teamId', channelData?.team?.id),
    ...given('teamName', channelData?.team?.name),
    ...given('groupId', channelData?.team?.aadGroupId),
    ...given('name', name),
    ...(full.includes(THREAD) ? { threadId: full } : {}),
    ...(type === 'personal' && from !== undefined
      ? {
          personId: from.aadObjectId ?? from.id,
          memberId: from.id,
          ...given('personName', from.name),
        }
      : {}),
  };
}

export function tenantOf(activity: IncomingActivity): string | undefined {
  return activity.channelData?.tenant?.id ?? activity.conversation.tenantId;
}

function typeOf({ conversation, channelData }: IncomingActivity): Place['type'] {
  if (conversation.conversationType === 'channel') return 'channel';
  if (conversation.conversationType === 'groupChat') return 'group';
  if (channelData?.team?.id !== undefined) return 'channel';
  return conversation.isGroup === true ? 'group' : 'personal';
}

/**
 * Who did it. The activity tells of a guest only now and then (role, sign-in name); whoever must be sure asks the courier
 * for the roster. In local mode people need no Entra object id: ids are whatever the Playground makes up.
 */
export function personOf(activity: IncomingActivity, local: boolean): Turn['person'] {
  const { from } = activity;
  if (from === undefined || from.id === activity.recipient.id) return undefined;
  return {
    id: from.aadObjectId ?? from.id,
    name: from.name ?? '',
    memberId: from.id,
    standing: standingOf(from, tenantOf(activity), local),
  };
}

/** Teams' ids of bots begin with `28:`. */
const BOT_ID = /^28:/;

function standingOf(from: NonNullable<IncomingActivity['from']>, here: string | undefined, local: boolean): Standing {
  if (BOT_ID.test(from.id)) return 'bot';
  if (from.aadObjectId === undefined && !local) return 'nameless';
  if (from.userRole?.toLowerCase() === 'guest' || from.userPrincipalName?.includes('#EXT#') === true) return 'guest';
  const elsewhere = from.tenantId !== undefined && here !== undefined && !sameId(from.tenantId, here);
  return elsewhere ? 'outsider' : 'member';
}

function sameId(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

export function localeOf(activity: IncomingActivity): string | undefined {
  return activity.locale ?? clientInfo(activity)?.locale;
}

/** From the offset in `localTimestamp`, else from the name of the time zone. */
export function utcOffsetOf(activity: IncomingActivity, now: number): number | undefined {
  const written = /([+-])(\d{2}):?(\d{2})$/.exec(activity.localTimestamp ?? '');
  if (written !== null) return minutes(written[1] === '-' ? -1 : 1, written[2], written[3]);
  const zone = activity.localTimezone ?? clientInfo(activity)?.timezone;
  return zone === undefined ? undefined : offsetOfZone(zone, now);
}

function offsetOfZone(timeZone: string, now: number): number | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    const name = format.formatToParts(now).find((part) => part.type === 'timeZoneName')?.value ?? '';
    if (name === 'GMT') return 0;
    const written = /([+-])(\d{2}):(\d{2})/.exec(name);
    return written === null ? undefined : minutes(written[1] === '-' ? -1 : 1, written[2], written[3]);
  } catch {
    // A zone that this machine does not know: the same as none.
    return undefined;
  }
}

function clientInfo(activity: IncomingActivity) {
  return activity.entities.find((entity) => entity.type === 'clientInfo');
}

function minutes(sign: 1 | -1, hours: string | undefined, rest: string | undefined): number {
  const total = Number(hours) * 60 + Number(rest);
  return total === 0 ? 0 : sign * total;
}

function given<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  const found: Partial<Record<K, string>> = {};
  if (value !== undefined && value !== '') found[key] = value;
  return found;
}
