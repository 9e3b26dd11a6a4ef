import type { Input, PersonMention } from '../../turn';
import { channelTypeOf } from './place';
import { isFile, quoteIn } from './quote';
import { lineOf, textOf } from './message-text';
import { parseConsent } from '../file-schema';
import { parseLink, parseMessagePayload, parseQuery, parseSubmitted } from '../compose-schema';
import { isObject, parseCardAction, parseSearch, unpacked, type IncomingActivity } from '../schema';

type Removed = Extract<Input, { kind: 'removed' }>['why'];

/** Text as the person wrote it, without the mentions of ourselves. */
export function messageInput(activity: IncomingActivity): Input {
  const data = unpacked(activity.value);
  if (isObject(data)) {
    const { replyToId } = activity;
    const message = replyToId === undefined ? {} : { messageId: replyToId };
    return { kind: 'action', data, automatic: false, ...message };
  }
  const quote = quoteIn(activity);
  const files = activity.attachments.some(isFile) ? { files: true as const } : {};
  const mentions = mentionsOfOthers(activity);
  return {
    kind: 'text',
    text: withoutOurMention(activity),
    ...(quote === undefined ? {} : { quote }),
    ...(mentions.length === 0 ? {} : { mentions }),
    ...files,
  };
}

function mentionsOfOthers({ entities, recipient }: IncomingActivity): readonly PersonMention[] {
  return entities.flatMap(({ type, text = '', mentioned }) => {
    const { id, name = lineOf(text) } = mentioned ?? {};
    if (type !== 'mention' || id === undefined || id === recipient.id || text.trim() === '') return [];
    return [{ text, name, memberId: id }];
  });
}

function withoutOurMention(activity: IncomingActivity): string {
  let text = activity.text ?? '';
  for (const entity of activity.entities) {
    if (entity.type !== 'mention' || entity.mentioned?.id !== activity.recipient.id) continue;
    if (entity.text !== undefined && entity.text.trim() !== '') text = text.replaceAll(entity.text, ' ');
  }
  return text.trim();
}

export function actionInput(activity: IncomingActivity): Input {
  const { replyToId } = activity;
  const message = replyToId === undefined ? {} : { messageId: replyToId };
  return { kind: 'action', ...parseCardAction(activity.value), ...message };
}

export function searchInput(activity: IncomingActivity): Input {
  return { kind: 'search', ...parseSearch(activity.value) };
}

export function findInput(activity: IncomingActivity): Input {
  return { kind: 'find', ...parseQuery(activity.value) };
}

export function linkInput(activity: IncomingActivity): Input {
  return { kind: 'link', url: parseLink(activity.value) };
}

export function whoInput(activity: IncomingActivity): Input {
  const message = parseMessagePayload(activity.value);
  return { kind: 'who', text: message === undefined ? '' : textOf(message) };
}

export function dialogInput(activity: IncomingActivity): Input {
  return { kind: 'dialog', data: parseSubmitted(activity.value) };
}

export function fileInput(activity: IncomingActivity): Input {
  return { kind: 'file', ...parseConsent(activity.value) };
}

/** `undefined` for what concerns nobody. An upgrade removes the old version first: that is no farewell. */
export function installationInput(activity: IncomingActivity): Input | undefined {
  switch (activity.action) {
    case 'add':
      return { kind: 'installed', upgrade: false };
    case 'add-upgrade':
      return { kind: 'installed', upgrade: true };
    case 'remove':
      return { kind: 'removed', why: 'uninstalled' };
    default:
      return undefined;
  }
}

const REMOVALS: ReadonlyMap<string, Removed> = new Map([
  ['teamDeleted', 'team-deleted'],
  ['teamHardDeleted', 'team-deleted'],
  ['teamArchived', 'team-archived'],
  ['channelDeleted', 'channel-deleted'],
]);

const RESTORATIONS: ReadonlySet<string> = new Set(['teamRestored', 'teamUnarchived', 'channelRestored']);

export function conversationInput(activity: IncomingActivity): Input | undefined {
  const { channelData, recipient } = activity;
  const event = channelData?.eventType ?? '';
  const why = REMOVALS.get(event);
  if (why !== undefined) return { kind: 'removed', why };
  if (RESTORATIONS.has(event)) return { kind: 'restored' };
  if (event === 'teamRenamed') return { kind: 'renamed', of: 'team', name: channelData?.team?.name ?? '' };
  if (event === 'channelRenamed') return { kind: 'renamed', of: 'channel', name: channelData?.channel?.name ?? '' };
  const isUs = (member: { readonly id: string }): boolean => member.id === recipient.id;
  // Shared and private channels let the bot in and out one by one; everything else is about the whole team.
  const ofChannel = event.startsWith('channelMember') || isApart(activity);
  if (activity.membersRemoved?.some(isUs) === true)
    return { kind: 'removed', why: ofChannel ? 'channel-left' : 'uninstalled' };
  // In a team the installation event names the chosen channel, this one only the team: it would greet in a second place.
  const added = activity.membersAdded?.some(isUs) === true;
  return added && (channelData?.team === undefined || ofChannel) ? { kind: 'installed', upgrade: false } : undefined;
}

function isApart({ channelData }: IncomingActivity): boolean {
  return channelTypeOf(channelData?.channel?.type) !== undefined;
}
