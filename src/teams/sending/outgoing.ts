import type { Message, MessageFile } from '../../courier';
import type { WireRequest } from './wire';

/** Where a message goes: what is needed of a conversation to speak in it. */
export interface Address {
  readonly conversationId: string;
  readonly type: 'personal' | 'group' | 'channel';
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly botId: string;
  readonly threadId?: string;
}

/** A message in an existing conversation or thread; a reply when it names what it replies to. */
export function sayRequest(to: Address, message: Message, replyToId?: string): WireRequest {
  return activityRequest(to, messageActivity(to, message), replyToId);
}

export function typingRequest(to: Address): WireRequest {
  return activityRequest(to, { type: 'typing', ...ends(to) }, undefined);
}

function activityRequest(to: Address, activity: object, replyToId: string | undefined): WireRequest {
  const path = `v3/conversations/${encodeURIComponent(to.threadId ?? to.conversationId)}/activities`;
  if (replyToId === undefined) return { method: 'POST', url: join(to.serviceUrl, path), body: activity };
  const url = join(to.serviceUrl, `${path}/${encodeURIComponent(replyToId)}`);
  return { method: 'POST', url, body: { ...activity, replyToId } };
}

/** A new thread in a channel: the only way that gives the thread's id and with it the id of its first message. */
export function newThreadRequest(to: Address, message: Message): WireRequest {
  return {
    method: 'POST',
    url: join(to.serviceUrl, 'v3/conversations'),
    body: {
      isGroup: true,
      tenantId: to.tenantId,
      bot: { id: to.botId, name: '' },
      channelData: { channel: { id: to.conversationId }, tenant: { id: to.tenantId } },
      activity: messageActivity(to, message),
    },
  };
}

export function updateRequest(to: Address, messageId: string, message: Message): WireRequest {
  const conversation = encodeURIComponent(to.threadId ?? to.conversationId);
  const path = `v3/conversations/${conversation}/activities/${encodeURIComponent(messageId)}`;
  return { method: 'PUT', url: join(to.serviceUrl, path), body: { ...messageActivity(to, message), id: messageId } };
}

/** One member of a conversation, by Entra object id or Teams' own id. */
export function memberRequest(
  of: { readonly serviceUrl: string; readonly rosterId: string },
  personId: string,
): WireRequest {
  const path = `v3/conversations/${encodeURIComponent(of.rosterId)}/members/${encodeURIComponent(personId)}`;
  return { method: 'GET', url: join(of.serviceUrl, path) };
}

/** Card or text, never both: Teams makes two messages of the pair, and the id of the answer is then not reliable. */
function messageActivity(to: Address, message: Message): object {
  return { type: 'message', ...ends(to), summary: message.summary, ...contentOf(message) };
}

function contentOf({ card, file, text }: Message): object {
  if (file !== undefined) return { attachments: [fileAttachment(file)] };
  if (card === undefined) return { text, textFormat: 'plain' };
  return { attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] };
}

/** Teams draws both by itself: the question whether the file is wanted, and the file. */
function fileAttachment(file: MessageFile): object {
  const { name } = file;
  if (file.file === 'offered') {
    const { description, bytes: sizeInBytes, context } = file;
    const content = { description, sizeInBytes, acceptContext: context, declineContext: context };
    return { contentType: 'application/vnd.microsoft.teams.card.file.consent', name, content };
  }
  const { contentUrl, uniqueId, fileType } = file;
  const contentType = 'application/vnd.microsoft.teams.card.file.info';
  return { contentType, contentUrl, name, content: { uniqueId, fileType } };
}

function ends(to: Address): object {
  return { channelId: 'msteams', from: { id: to.botId }, conversation: { id: to.threadId ?? to.conversationId } };
}

function join(serviceUrl: string, path: string): string {
  return serviceUrl.endsWith('/') ? serviceUrl + path : `${serviceUrl}/${path}`;
}
