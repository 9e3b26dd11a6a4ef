import { READ_LIMITS, SEND_LIMITS, tenantLimits } from '../../src/teams/sending/limits';
import type { Window } from '../../src/teams/sending/sliding-log';
import type { WireRequest } from '../../src/teams/sending/wire';
import type { Owner } from './scheduler';

/** A message as people see it now; `content` is what our drawings put into the card. */
export interface SimMessage {
  readonly conversationId: string;
  readonly messageId: string;
  readonly threadId?: string;
  readonly by: Owner;
  readonly at: number;
  /** What it showed, the latest last. */
  readonly contents: readonly unknown[];
}

export interface SimTeams {
  readonly messages: ReadonlyMap<string, SimMessage>;
  /** What Teams does when a request arrives. */
  handle(request: WireRequest, by: Owner): { readonly status: number; readonly body: unknown };
  /** Is told of every message that is made or changed, before it is. */
  onShown: (message: SimMessage, content: unknown, isNew: boolean) => void;
  /** Is told when somebody asks for more than Teams permits. */
  onTooMuch: (what: string) => void;
  forgetCounts(): void;
}

export const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';

interface Counted {
  readonly windows: readonly Window[];
  times: number[];
}

export function createSimTeams(now: () => number, perSecond: number, members: ReadonlySet<string>): SimTeams {
  const messages = new Map<string, SimMessage>();
  const counts = new Map<string, Counted>();
  let lastId = 1_000;

  /** Within a conversation each replica keeps the limit by itself; the tenant's they divide. */
  function count(key: string, windows: readonly Window[]): void {
    const counted = counts.get(key) ?? { windows, times: [] };
    counts.set(key, counted);
    counted.times.push(now());
    for (const window of windows) {
      const within = counted.times.filter((at) => at > now() - window.ms).length;
      if (within > window.count) teams.onTooMuch(`${within} requests within ${window.ms} ms: ${key}`);
    }
    const longest = Math.max(...windows.map(({ ms }) => ms));
    if (counted.times.length > 4_000) counted.times = counted.times.filter((at) => at > now() - longest);
  }

  function show(message: SimMessage, content: unknown, isNew: boolean): void {
    teams.onShown(message, content, isNew);
    const contents = [...message.contents.slice(-3), content];
    messages.set(`${message.conversationId} ${message.messageId}`, { ...message, contents });
  }

  function create(conversationId: string, by: Owner, content: unknown, threadId?: string): string {
    const messageId = String((lastId += 1));
    const place = { conversationId, messageId, by, at: now(), contents: [] };
    show(threadId === undefined ? place : { ...place, threadId }, content, true);
    return messageId;
  }

  const teams: SimTeams = {
    messages,
    onShown: () => undefined,
    onTooMuch: () => undefined,
    forgetCounts() {
      counts.clear();
    },
    handle({ method, url, body }, by) {
      const [conversation, what, id] = partsOf(url);
      const data = (body ?? {}) as Json;
      if (method === 'GET') {
        const key = `reads of ${conversation ?? ''} by ${by.name}`;
        count(key, READ_LIMITS.windows);
        if (what !== 'members' || id === undefined || !members.has(id)) return NO_MEMBER;
        return { status: 200, body: { id: `29:${id}`, aadObjectId: id, name: id, tenantId: 'tenant' } };
      }
      const channel = conversation === undefined ? String(data.channelData?.channel?.id) : conversation.split(';')[0]!;
      count(`sends to ${channel} by ${by.name}`, SEND_LIMITS.windows);
      count('the tenant', tenantLimits(perSecond));
      if (conversation === undefined) {
        const messageId = create(channel, by, contentOf(data.activity));
        const thread = `${channel};messageid=${messageId}`;
        return { status: 201, body: { id: thread, activityId: messageId } };
      }
      if (method === 'PUT') {
        const known = messages.get(`${channel} ${id ?? ''}`);
        if (known === undefined) return { status: 404, body: { error: { code: 'ActivityNotFoundInConversation' } } };
        show(known, contentOf(data), false);
        return { status: 200, body: { id } };
      }
      return { status: 201, body: { id: create(channel, by, contentOf(data)) } };
    },
  };
  return teams;
}

type Json = ReturnType<typeof JSON.parse>;

const NO_MEMBER = { status: 404, body: { error: { code: 'MemberNotFoundInConversation' } } };

function partsOf(url: string): (string | undefined)[] {
  const [, path = ''] = url.split('/v3/conversations');
  return path.split('/').slice(1).map(decodeURIComponent);
}

function contentOf(activity: Json): unknown {
  return activity?.attachments?.[0]?.content ?? { text: activity?.text };
}
