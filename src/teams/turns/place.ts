import { fixedZone, properName } from '../../domain/calendar';
import type { TimeZone } from '../../domain/calendar';
import type { Place, Turn } from '../../turn';
import type { Standing } from '../../domain/sender';
import type { IncomingActivity } from '../schema';
import { windowsZone } from './windows-zones';

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
  const channelType = type === 'channel' ? channelTypeOf(channelData?.channel?.type) : undefined;
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
    ...(channelType === undefined ? {} : { channel: channelType }),
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

/** Teams' word for a channel whose members need not be its team's. */
export function channelTypeOf(type: string | undefined): Place['channel'] {
  const word = type?.toLowerCase();
  return word === 'shared' || word === 'private' ? word : undefined;
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

/**
 * The zone of the person's clock: by its name, also by the one that Windows has for it, since only a name tells when
 * clocks change; else the offset of this moment.
 */
export function timeZoneOf(activity: IncomingActivity): TimeZone | undefined {
  const sent = activity.localTimezone ?? clientInfo(activity)?.timezone;
  const named = sent === undefined ? undefined : properName(windowsZone(sent) ?? sent);
  if (named !== undefined) return named;
  const written = /([+-])(\d{2}):?(\d{2})$/.exec(activity.localTimestamp ?? '');
  if (written === null) return undefined;
  const minutes = Number(written[2]) * 60 + Number(written[3]);
  return minutes > MOST_AHEAD ? undefined : fixedZone(written[1] === '-' ? -minutes : minutes);
}

/** No clock on Earth is further from UTC, in minutes. */
const MOST_AHEAD = 14 * 60;

function clientInfo(activity: IncomingActivity) {
  return activity.entities.find((entity) => entity.type === 'clientInfo');
}

function given<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  const found: Partial<Record<K, string>> = {};
  if (value !== undefined && value !== '') found[key] = value;
  return found;
}
