import { LRUCache } from 'lru-cache';
import type { Courier, Message, Sent } from '../../courier';
import type { Instant } from '../../domain/time';
import { MISSING_UNTIL_GONE, UPDATE_LEAVES_WITHIN } from '../../domain/post';
import type { Clock } from '../../domain/time';
import { atMost } from '../../runtime/at-most';
import type { Log } from '../../runtime/log';
import type { Lane } from './limiter';
import type { Purpose, SendVerdict } from './outcomes';
import { newThreadRequest, sayRequest, typingRequest, updateRequest, type Address } from './outgoing';
import { createRoster } from './roster';
import type { Sender } from './sender';
import type { ServiceUrls } from '../service-url';
import type { Timer } from '../timer';
import { createUpdates } from './updates';
import type { WireRequest } from './wire';

/** Speaks within a turn: through the same limits and timeouts as the courier, but before anything in the background. */
export interface Voice {
  say(to: Address, message: Message, replyToId?: string): Promise<Sent>;
  update(to: Address, messageId: string, message: Message): Promise<Sent>;
  typing(to: Address): Promise<void>;
}

/** So many refusals without a reason in a row, and the conversation counts as paused. */
const REFUSALS_UNTIL_PAUSED = 3;
/** How long to leave Teams alone when it does not take our credentials: an operator has to act first. */
const CREDENTIALS_WAIT_MS = 5 * 60_000;
/**
 * A conversation that is not found, without a reason that is final, counts as gone when Teams has said so several times
 * in a row, the first of them so many milliseconds ago: many sends at once may all meet the same moment of trouble.
 */
const NOT_FOUND_FOR_MS = 30_000;
const MAX_REMEMBERED = 10_000;

export function createCourier(deps: {
  readonly sender: Sender;
  readonly serviceUrls: ServiceUrls;
  readonly timer: Timer;
  readonly clock: Clock;
  readonly log: Log;
}): { readonly courier: Courier; readonly voice: Voice } {
  const roster = createRoster(deps);
  const refusals = new LRUCache<string, number>(atMost(MAX_REMEMBERED));
  const notFound = new LRUCache<string, { readonly count: number; readonly since: number }>(atMost(MAX_REMEMBERED));
  const updates = createUpdates();

  async function send(to: Address, lane: Lane, purpose: Purpose, request: () => WireRequest): Promise<SendVerdict> {
    if (!deps.serviceUrls.allows(to.serviceUrl)) {
      deps.log.error({ serviceUrl: to.serviceUrl }, 'Not sent: the host is not one of ALLOWED_SERVICE_URLS.');
      return { verdict: 'rejected', reason: 'service-url-not-allowed' };
    }
    const { tenantId, conversationId } = to;
    return deps.sender.send({ tenantId, conversationId, lane, purpose, request });
  }

  function settle(to: Address, verdict: SendVerdict): Sent {
    if (verdict.verdict !== 'refused') refusals.delete(to.conversationId);
    if (verdict.verdict === 'done') notFound.delete(to.conversationId);
    switch (verdict.verdict) {
      case 'done':
        return sentFrom(verdict.body, to);
      case 'retry':
        return later(verdict.reason, verdict.waitMs);
      case 'refused': {
        const count = (refusals.get(to.conversationId) ?? 0) + 1;
        refusals.set(to.conversationId, count);
        const { reason } = verdict;
        return count >= REFUSALS_UNTIL_PAUSED ? { sent: 'paused', reason } : later(reason, undefined);
      }
      case 'not-found': {
        const now = deps.timer.now();
        const { count, since } = notFound.get(to.conversationId) ?? { count: 0, since: now };
        notFound.set(to.conversationId, { count: count + 1, since });
        const isGone = count + 1 >= MISSING_UNTIL_GONE && now - since >= NOT_FOUND_FOR_MS;
        if (isGone) notFound.delete(to.conversationId);
        return isGone ? { sent: 'conversation-gone', reason: verdict.reason } : later(verdict.reason, undefined);
      }
      case 'credentials':
        deps.log.error(
          { reason: verdict.reason },
          'Teams does not accept the credentials of the bot: check BOT_ID, BOT_PASSWORD and BOT_TENANT_ID.',
        );
        return later(verdict.reason, CREDENTIALS_WAIT_MS);
      case 'too-late':
      case 'message-gone':
        return { sent: verdict.verdict };
      case 'rejected':
        deps.log.error({ reason: verdict.reason }, 'Teams rejected a message as malformed; it will not be repeated.');
        return { sent: 'rejected', reason: verdict.reason };
      case 'unsure':
        return { sent: 'unsure', reason: verdict.reason, ...(verdict.over === true ? { over: true } : {}) };
      default:
        return { sent: verdict.verdict, reason: verdict.reason };
    }
  }

  const soon = (): Instant => deps.clock.now() + UPDATE_LEAVES_WITHIN;

  function later(reason: string, waitMs: number | undefined): Sent {
    return {
      sent: 'later',
      reason,
      ...(waitMs === undefined ? {} : { retryAt: deps.clock.now() + Math.ceil(waitMs) }),
    };
  }

  function update(
    to: Address,
    { messageId, notAfter }: { readonly messageId: string; readonly notAfter: Instant },
    message: Message,
    lane: Lane,
  ): Promise<Sent> {
    const key = `${to.threadId ?? to.conversationId} ${messageId}`;
    return updates.run(key, message, async (latest) => {
      const verdict = await send(to, lane, 'update', () => ({ ...updateRequest(to, messageId, latest()), notAfter }));
      // Not every answer to an update repeats the id; the message has kept it anyway.
      if (verdict.verdict === 'done') {
        notFound.delete(to.conversationId);
        return { sent: 'sent', messageId };
      }
      const sent = settle(to, verdict);
      // A thread goes with its first message; that says nothing about its channel.
      return sent.sent === 'conversation-gone' && to.threadId !== undefined ? { sent: 'message-gone' } : sent;
    });
  }

  return {
    courier: {
      async post(to, message, notAfter) {
        const address = addressIn(to, undefined);
        const request = { ...newMessage(address, message, undefined), ...(notAfter === undefined ? {} : { notAfter }) };
        return settle(address, await send(address, 'background', 'post', () => request));
      },
      update: (to, { messageId, threadId }, message, notAfter = soon()) =>
        update(addressIn(to, threadId), { messageId, notAfter }, message, 'background'),
      async isMember(of, person, fresh) {
        if (!deps.serviceUrls.allows(of.serviceUrl)) return undefined;
        const { serviceUrl, tenantId, conversationId, teamId } = of;
        const where = { serviceUrl, tenantId, conversationId };
        const id = person.memberId ?? person.id;
        const ofTeam = await roster.has({ ...where, rosterId: teamId ?? conversationId }, id, fresh);
        if (ofTeam !== false || teamId === undefined || of.channel !== 'shared') return ofTeam;
        // A shared channel has members of its own, who need not be of its team.
        return roster.has({ ...where, rosterId: conversationId }, id, fresh);
      },
      async identify({ serviceUrl, tenantId, conversationId }, memberId) {
        if (!deps.serviceUrls.allows(serviceUrl)) return undefined;
        return roster.identify({ serviceUrl, tenantId, conversationId, rosterId: conversationId }, memberId);
      },
    },
    voice: {
      say: async (to, message, replyToId) =>
        settle(to, await send(to, 'turn', 'post', () => newMessage(to, message, replyToId))),
      update: (to, messageId, message) => update(to, { messageId, notAfter: soon() }, message, 'turn'),
      async typing(to) {
        await send(to, 'turn', 'post', () => typingRequest(to));
      },
    },
  };
}

/** In a channel outside of any thread only a new thread is possible. */
function newMessage(to: Address, message: Message, replyToId: string | undefined): WireRequest {
  if (to.type === 'channel' && to.threadId === undefined) return newThreadRequest(to, message);
  return sayRequest(to, message, replyToId);
}

function addressIn(to: Address, threadId: string | undefined): Address {
  const { conversationId, type, serviceUrl, tenantId, botId } = to;
  return { conversationId, type, serviceUrl, tenantId, botId, ...(threadId === undefined ? {} : { threadId }) };
}

/**
 * What Teams says about a new message: `{id}`; for a new thread the id of the conversation, `<channel>;messageid=<id>`.
 * Without an id the message is there but can never be updated; the caller must decide what that is worth.
 */
function sentFrom(body: unknown, to: Address): Sent {
  const id = field(body, 'id');
  const [conversation, root] = id?.split(';messageid=') ?? [];
  if (id !== undefined && root !== undefined && conversation === to.conversationId) {
    return { sent: 'sent', messageId: root, threadId: id };
  }
  const messageId = field(body, 'activityId') ?? id;
  return messageId === undefined ? { sent: 'unsure', reason: 'no-message-id' } : { sent: 'sent', messageId };
}

function field(body: unknown, name: string): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const value: unknown = new Map<string, unknown>(Object.entries(body)).get(name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
