import { fixedZone } from './calendar';
import type { DocumentKind } from './documents';

/** A stored document as plain JSON, before anybody has looked at its shape. */
export type RawDocument = Readonly<Record<string, unknown>>;

/** Makes a document of format n into one of format n + 1. Pure; it may be run again on the same input. */
export type Upgrade = (document: RawDocument) => RawDocument;

/** Per kind: entry 0 leads from format 1 to 2, entry 1 from 2 to 3, and so on. Entries are added, never changed. */
export type UpgradeTable<Kind extends string> = Readonly<Record<Kind, readonly Upgrade[]>>;

/**
 * - `current`: the document in the present format
 * - `newer`: written by a later version of this program; guessing at it could lose what that version added
 * - `unreadable`: no format that any version ever wrote
 */
export type Upgraded =
  | { readonly outcome: 'current'; readonly document: RawDocument }
  | { readonly outcome: 'newer'; readonly format: number; readonly known: number }
  | { readonly outcome: 'unreadable' };

export const UPGRADES: UpgradeTable<DocumentKind> = {
  account: [toldSources],
  archive: [],
  customer: [],
  conversation: [
    // Teams that had the bot before teams had to be approved go on as they were.
    (before) => (before['type'] === 'channel' ? { ...before, fromBeforeApproval: true } : before),
    withTimeZone,
    withDigestPost,
    withGatherings,
  ],
  board: [
    // It listed the oldest ones.
    ({ oldest, ...board }) => ({ ...board, lines: oldest ?? [] }),
  ],
  watch: [withPost],
  invitation: [],
  endings: [],
  source: [],
  lease: [],
  team: [],
  replica: [],
  job: [],
  lending: [],
  event: [],
  talk: [],
  said: [],
  signin: [],
  alarm: [],
};

/** A conversation knew only how far the clock of whoever set its digest was ahead of UTC on that day. */
function withTimeZone(document: RawDocument): RawDocument {
  const { settings } = document;
  if (!isObject(settings)) return document;
  const { utcOffsetMinutes, ...rest } = settings;
  const zone = typeof utcOffsetMinutes === 'number' ? { timeZone: fixedZone(utcOffsetMinutes) } : {};
  return { ...document, settings: { ...rest, ...zone } };
}

/** The digest that was being posted, or had failed, was a claim and a wait only. */
function withDigestPost(document: RawDocument): RawDocument {
  const { digestPost } = document;
  if (!isObject(digestPost)) return document;
  const state = digestPost['claimedAt'] === undefined ? 'wanted' : 'posting';
  return { ...document, digestPost: { ...digestPost, state, shownVersion: 0 } };
}

/** What came in quiet hours had one message, which was forgotten once it was there; what came in a burst had its own list. */
function withGatherings({ gathering, bursts, ...rest }: RawDocument): RawDocument {
  const ofBursts = Array.isArray(bursts) ? bursts.filter(isObject).map((one) => ({ ...one, of: 'burst' })) : [];
  const ofQuiet = isObject(gathering) ? [gathering] : [];
  const gatherings = [
    ...ofBursts,
    ...ofQuiet.map(({ key, post }) => ({ key, of: 'quiet', since: 0, post, says: '', version: 0 })),
  ];
  return gatherings.length === 0 ? rest : { ...rest, gatherings };
}

/** A watch that had failed to tell its person knew so by itself, and when it was to be tried again. */
function withPost({ attempts, lastError, ...watch }: RawDocument): RawDocument {
  if (watch['owes'] === undefined) return watch;
  const failure = lastError === undefined ? {} : { notBefore: watch['dueAt'], lastError };
  return { ...watch, post: { state: 'wanted', shownVersion: 0, attempts, ...failure } };
}

/**
 * Accounts, 1 to 2: what Work 365 says against us may be that it points to nobody. What the cards have shown already
 * is no news any more.
 */
function toldSources(document: RawDocument): RawDocument {
  const { writeBack, acceptance, mapping } = document;
  const before = isObject(writeBack) ? writeBack : {};
  const { theirs } = before;
  const reseller = isObject(acceptance) && isObject(acceptance['reseller']) ? acceptance['reseller'] : {};
  const theirId = isObject(theirs) ? String(theirs['id']) : undefined;
  const decisionId = isObject(mapping) ? String(mapping['decisionId']) : '';
  const told = {
    ...(reseller['state'] === 'ended' ? { ended: String(reseller['endedSeenAt']) } : {}),
    ...(theirId === undefined ? {} : { contradicted: `${decisionId} ${theirId}` }),
  };
  return {
    ...document,
    ...(Object.keys(told).length === 0 ? {} : { told }),
    ...(isObject(theirs) ? { writeBack: { ...before, theirs: theirsWithCustomer(theirs) } } : {}),
  };
}

function theirsWithCustomer({ id, name, customer, by }: RawDocument): RawDocument {
  return { customer: customer ?? { id, name }, ...(by === undefined ? {} : { by }), replaced: false };
}

function isObject(value: unknown): value is RawDocument {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The format in which documents of this kind are written now. */
export function presentFormat<Kind extends string>(kind: Kind, table: UpgradeTable<Kind>): number {
  return table[kind].length + 1;
}

/** Leads a document as stored to the present format of its kind. */
export function upgrade<Kind extends string>(kind: Kind, raw: RawDocument, table: UpgradeTable<Kind>): Upgraded {
  const format = raw['format'];
  const known = presentFormat(kind, table);
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 1) return { outcome: 'unreadable' };
  if (format > known) return { outcome: 'newer', format, known };
  if (format === known) return { outcome: 'current', document: raw };
  const steps = table[kind].slice(format - 1);
  const document = steps.reduce((before, step, index) => ({ ...step(before), format: format + index + 1 }), raw);
  return { outcome: 'current', document };
}
