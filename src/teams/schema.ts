import type { NetworkResponse } from '@azure/msal-node';
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { wellFormed } from '../domain/unseen';
import { parseJson } from '../runtime/json';

/** `null` is how Teams often says "absent". */
export function optional<T extends z.ZodType>(type: T) {
  return z.preprocess((value) => (value === null ? undefined : value), type.optional().catch(undefined));
}

/** Ids, names, places: nothing of that kind is longer, and what we do not write ourselves is not kept at any length. */
export const boundedText = z.string().max(2_000).transform(wellFormed);
const present = z.string().min(1).max(2_000).transform(wellFormed);

/** Part of an address when we speak to Teams; `..` would make another address of it, whatever is done to its letters. */
const isSegment = (id: string): boolean => id !== '.' && id !== '..';
const id = boundedText.refine(isSegment);
const presentId = present.refine(isSegment);

/** Teams takes 28 KB of text; more than the first part of it is never looked at. */
const MAX_MESSAGE = 8_000;
const written = z.string().transform((whole) => wellFormed(whole.slice(0, MAX_MESSAGE)));

const Account = z.object({
  id: presentId,
  name: optional(boundedText),
  aadObjectId: optional(presentId),
  tenantId: optional(boundedText),
  userRole: optional(boundedText),
  userPrincipalName: optional(boundedText),
});

const Entity = z.object({
  type: optional(boundedText),
  text: optional(boundedText),
  mentioned: optional(z.object({ id: optional(boundedText), name: optional(boundedText) })),
  locale: optional(boundedText),
  timezone: optional(boundedText),
});

export const Attachment = z.object({
  contentType: optional(boundedText),
  content: optional(z.string().transform((whole) => wellFormed(whole.slice(0, MAX_MESSAGE)))),
  name: optional(boundedText),
});

/** An id that is empty names nothing. */
const ChannelData = z.object({
  eventType: optional(boundedText),
  tenant: optional(z.object({ id: optional(present) })),
  team: optional(z.object({ id: optional(presentId), name: optional(boundedText), aadGroupId: optional(boundedText) })),
  channel: optional(z.object({ id: optional(presentId), name: optional(boundedText), type: optional(boundedText) })),
  settings: optional(
    z.object({ selectedChannel: optional(z.object({ id: optional(presentId), name: optional(boundedText) })) }),
  ),
});

/**
 * What we need of an activity (Bot Framework activity schema 3.2, Teams' channelData). The first part must be there,
 * or the request is refused; anything odd in the rest counts as absent.
 */
const ActivitySchema = z.object({
  type: present,
  channelId: present,
  serviceUrl: z.url(),
  conversation: z.object({
    id: presentId,
    conversationType: optional(boundedText),
    tenantId: optional(boundedText),
    isGroup: optional(z.boolean()),
    name: optional(boundedText),
  }),
  recipient: z.object({ id: presentId }),
  // Real events come without an actor; one without an id is nobody.
  from: z.preprocess((value) => (isObject(value) && 'id' in value ? value : undefined), Account.optional()),
  id: optional(id),
  name: optional(boundedText),
  action: optional(boundedText),
  text: optional(written),
  replyToId: optional(id),
  locale: optional(boundedText),
  timestamp: optional(boundedText),
  localTimestamp: optional(boundedText),
  localTimezone: optional(boundedText),
  value: z.unknown().optional(),
  entities: z.array(Entity.catch({})).catch([]),
  attachments: z.array(Attachment.catch({})).catch([]),
  membersAdded: optional(z.array(Account)),
  membersRemoved: optional(z.array(Account)),
  channelData: optional(ChannelData),
});

export type IncomingActivity = z.infer<typeof ActivitySchema>;

export function parseActivity(body: unknown): IncomingActivity | undefined {
  const parsed = ActivitySchema.safeParse(body);
  return parsed.success ? parsed.data : undefined;
}

/** Nobody mentions more people than that, and each entry costs time to look at. */
const MAX_ENTRIES = 50;
/** No activity and no card of ours has more fields. */
const MAX_FIELDS = 100;

/** The same with the first fields of each object and the first entries of each list: cut before anything in them is looked at. */
export function bounded(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, MAX_ENTRIES).map(bounded);
  if (!isObject(value)) return value;
  const first = Object.entries(value).slice(0, MAX_FIELDS);
  return Object.fromEntries(first.map(([key, inner]: [string, unknown]) => [key, bounded(inner)]));
}

const CardAction = z.object({
  action: z.object({ verb: optional(boundedText), data: z.unknown().optional() }),
  trigger: optional(boundedText),
});

/** The value of an `adaptiveCard/action` invoke. The Playground sends no `trigger`. */
export function parseCardAction(value: unknown): { readonly data: unknown; readonly automatic: boolean } {
  const parsed = CardAction.safeParse(value);
  if (!parsed.success) return { data: undefined, automatic: false };
  const { action, trigger } = parsed.data;
  return { data: withVerb(unpacked(action.data), action.verb), automatic: trigger === 'automatic' };
}

/** Some clients send a payload as JSON in a text (Teams for iOS; channels that know no objects). */
export function unpacked(value: unknown): unknown {
  const packed = typeof value === 'string' && value.trimStart().startsWith('{');
  return packed ? bounded(parseJson(value) ?? value) : value;
}

/** Action.Execute keeps the verb beside the data, Action.Submit has it inside: one shape for both. */
function withVerb(data: unknown, verb: string | undefined): unknown {
  if (verb === undefined || (data !== undefined && !isObject(data))) return data;
  return { verb, ...data };
}

/** No name is longer; what is typed beyond it tells nothing more. */
export const MAX_SEARCH = 200;

const Search = z.object({
  queryText: optional(z.string().transform((whole) => wellFormed(whole.slice(0, MAX_SEARCH)))),
  queryOptions: optional(z.object({ top: optional(z.number().int().positive()) })),
  dataset: optional(boundedText),
  data: z.unknown().optional(),
});

/** Teams shows no more than this. */
const MAX_CHOICES = 15;

/** The value of an `application/search` invoke. */
export function parseSearch(value: unknown): {
  readonly dataset: string;
  readonly text: string;
  readonly limit: number;
  readonly data: unknown;
} {
  const parsed = Search.safeParse(value);
  const search = parsed.success ? parsed.data : {};
  return {
    dataset: search.dataset ?? '',
    text: search.queryText ?? '',
    limit: Math.min(search.queryOptions?.top ?? MAX_CHOICES, MAX_CHOICES),
    data: search.data,
  };
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const TokenHeader = z.object({ alg: boundedText, kid: optional(boundedText) });
const TokenClaims = z.object({
  iss: boundedText,
  aud: boundedText,
  exp: z.number(),
  nbf: z.number().optional(),
});

export interface TokenShape {
  readonly alg: string;
  readonly kid: string | undefined;
  readonly claims: z.infer<typeof TokenClaims>;
}

/** What a token says of itself; nothing of it is verified here. */
export function parseToken(header: unknown, claims: unknown): TokenShape | undefined {
  const parsedHeader = TokenHeader.safeParse(header);
  const parsedClaims = TokenClaims.safeParse(claims);
  if (!parsedHeader.success || !parsedClaims.success) return undefined;
  return { alg: parsedHeader.data.alg, kid: parsedHeader.data.kid, claims: parsedClaims.data };
}

const OpenId = z.object({ jwks_uri: z.url() });
const KeySet = z.object({
  keys: z.array(
    z.object({
      kty: z.string(),
      kid: z.string().optional(),
      n: z.string().optional(),
      e: z.string().optional(),
      endorsements: z.array(z.string()).catch([]),
    }),
  ),
});

/** The OpenID metadata of the Bot Framework. Throws when it is something else. */
export function parseOpenId(body: unknown): z.infer<typeof OpenId> {
  return OpenId.parse(body);
}

/** The key set (RFC 7517) with the endorsements of the Bot Framework. Throws when it is something else. */
export function parseKeySet(body: unknown): z.infer<typeof KeySet> {
  return KeySet.parse(body);
}

/** What is no JSON comes from a login server that is not well. */
export function parseLoginAnswer(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return { error: 'temporarily_unavailable' };
  }
}

/** msal lets its caller name the type of an answer, and checks the answer itself. */
export function loginAnswer<T>(status: number, headers: Headers, body: unknown): NetworkResponse<T> {
  return { status, headers: Object.fromEntries(headers), body: body as T };
}

/** To be called with what `parseActivity` has accepted: the SDK's type promises more than it needs. */
export function sdkActivity(accepted: object): Activity {
  return accepted as Activity;
}
