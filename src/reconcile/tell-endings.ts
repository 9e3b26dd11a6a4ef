import { isDeepStrictEqual } from 'node:util';
import { dateAt, sameDate, UTC } from '../domain/calendar';
import { documentId } from '../domain/documents';
import type { ConversationRecord } from '../domain/documents';
import { endingMarks, endingsOf } from '../domain/ending';
import type { Ending, EndingsRecord, Marked } from '../domain/ending';
import type { EndingsAnswer } from '../domain/endings-answer';
import { isTimeToLook, isUrgentEnding, lastCall } from '../domain/endings-look';
import { isMutedKind } from '../domain/muting';
import { isBeingMade, UNTRIED } from '../domain/post';
import type { Post } from '../domain/post';
import { quietUntil } from '../domain/quiet';
import { presentFormat, UPGRADES } from '../domain/upgrades';
import { inSlices } from '../matching/slices';
import type { Message } from '../courier';
import { hearingIn } from '../records/hears-of';
import { endingsAnswer } from '../records/list-endings';
import { hearsNews } from '../records/team-approval';
import { isStoreAway } from '../store';
import type { Ports } from '../ports';
import { readShared, shareRecord } from './shared-record';
import type { SharedRecord } from './shared-record';
import { showPost } from './show-post';
import type { OwedPost } from './show-post';

export type DrawEndings = (answer: EndingsAnswer, conversation: ConversationRecord) => Message;

/** One message, which is never redrawn. */
const VERSION = 1;

/**
 * Once a day of work, in the morning, each conversation that hears of new accounts hears what of its accounts ends within
 * 60, 30 and 7 days, and what lacks: all of it in one message, and each only once. Nothing new, nothing said. What ends
 * before a morning would leave time to mend it is said at once where urgent things may come in quiet hours.
 */
export async function tellEndings(ports: Ports, draw: DrawEndings): Promise<void> {
  const due = [...ports.register.allConversations()].flatMap((conversation) =>
    looksDue(ports, conversation).map((look) => ({ conversation, look })),
  );
  if (due.length === 0) return;
  const endings: Ending[] = [];
  const now = ports.clock.now();
  const look = (record: Parameters<typeof endingsOf>[0]): void => void endings.push(...endingsOf(record, now));
  await inSlices([...ports.register.allAccounts()], look);
  for (const { conversation, look } of due) {
    try {
      const isUrgent = (ending: Ending): boolean => isUrgentEnding(ending, conversation.settings, now);
      const isOwed = ports.register.endings.of(conversation.conversationId)?.urgent !== undefined;
      if (look === 'urgent' && !isOwed && !endings.some(isUrgent)) continue;
      const heard = heardEndings(ports, conversation, endings);
      await (look === 'urgent' ? tellUrgent : tellOfTheDay)(ports, conversation, heard, draw);
    } catch (error) {
      if (isStoreAway(error)) throw error;
      ports.log.error({ conversation: conversation.id, error }, 'What ends could not be told; the others go on');
    }
  }
}

/**
 * - `day`: it is morning there and nobody has looked today, or the message of a day is under way
 * - `urgent`: what does not wait may be told there at any hour, or is under way
 */
type Look = 'day' | 'urgent';

function looksDue(ports: Ports, conversation: ConversationRecord): readonly Look[] {
  const { settings, type, conversationId } = conversation;
  if (type === 'personal' || !hearsNews(ports, conversation)) return [];
  if (isMutedKind(settings, 'endings')) return [];
  const known = ports.register.endings.of(conversationId);
  const { timeZone = UTC } = settings;
  const now = ports.clock.now();
  const isUrgent = (settings.quiet?.on === true && settings.quiet.urgent === true) || known?.urgent !== undefined;
  const urgent = isUrgent ? (['urgent'] as const) : [];
  if (known?.post !== undefined && quietUntil(settings, now) === undefined) return ['day', ...urgent];
  const isLooked = known !== undefined && sameDate(dateAt(known.lookedAt, timeZone), dateAt(now, timeZone));
  return !isLooked && isTimeToLook(settings, now) ? ['day'] : urgent;
}

type Heard = ReadonlyMap<string, Marked>;

/** What ends soon of the accounts that are heard of there. */
function heardEndings(ports: Ports, conversation: ConversationRecord, endings: readonly Ending[]): Heard {
  const now = ports.clock.now();
  const { hears } = hearingIn(ports, conversation);
  const isHeard = ({ accountId }: Ending): boolean => {
    const account = ports.register.account(accountId);
    return account !== undefined && hears(account);
  };
  const marks = endingMarks(endings, now, lastCall(conversation.settings, now));
  return new Map([...marks].filter(([, { ending }]) => isHeard(ending)));
}

async function tellOfTheDay(
  ports: Ports,
  conversation: ConversationRecord,
  heard: Heard,
  draw: DrawEndings,
): Promise<void> {
  const shared = await notedFor(ports, conversation);
  if (shared.latest().document.post === undefined)
    await shared.change((one) => lookedAt(ports, conversation, one, heard));
  if (shared.latest().document.saying === undefined) return;
  await showPost(ports, owedEndings(ports, conversation, shared, { part: OF_THE_DAY, heard, draw }));
}

/** Of the morning's look nothing is noted: it comes as ever, without what was said now. */
async function tellUrgent(
  ports: Ports,
  conversation: ConversationRecord,
  heard: Heard,
  draw: DrawEndings,
): Promise<void> {
  const now = ports.clock.now();
  const known = ports.register.endings.of(conversation.conversationId);
  const urgent = new Map([...heard].filter(([, { ending }]) => isUrgentEnding(ending, conversation.settings, now)));
  if (known?.urgent === undefined && newsOf(known?.told, urgent).length === 0) return;
  const shared = await notedFor(ports, conversation);
  await shared.change((one) => saidAtOnce(ports, one, urgent));
  if (shared.latest().document.urgent !== undefined)
    await showPost(ports, owedEndings(ports, conversation, shared, { part: URGENT, heard, draw }));
}

function newsOf(told: EndingsRecord['told'] = {}, heard: Heard): readonly (readonly [string, string])[] {
  return [...heard].flatMap(([mark, { step }]) => (told[mark] === step ? [] : [[mark, step] as const]));
}

/** The conversation's document, made where it is not there yet. */
async function notedFor(ports: Ports, { conversationId }: ConversationRecord): Promise<Shared> {
  const { store, partnerId, clock } = ports;
  const id = documentId('endings', conversationId);
  const known = await readShared(ports, 'endings', id);
  if (known !== undefined) return known;
  const format = presentFormat('endings', UPGRADES);
  const fresh: EndingsRecord = { kind: 'endings', id, partnerId, format, conversationId, told: {}, lookedAt: 0 };
  await store.write({ write: 'insert', document: fresh });
  return (
    (await readShared(ports, 'endings', id)) ??
    shareRecord<'endings'>(ports, { document: fresh, etag: '' }, clock.now())
  );
}

/** What is to be told today. Another replica may have looked a moment ago. */
function lookedAt(
  { clock }: Ports,
  { settings: { timeZone = UTC } }: ConversationRecord,
  one: EndingsRecord,
  heard: Heard,
): EndingsRecord | undefined {
  const now = clock.now();
  if (one.post !== undefined || sameDate(dateAt(one.lookedAt, timeZone), dateAt(now, timeZone))) return undefined;
  const told = Object.fromEntries(Object.entries(one.told).filter(([mark]) => heard.has(mark)));
  const news = newsOf(one.told, heard);
  if (news.length === 0) return { ...one, told, lookedAt: now };
  return { ...one, told, lookedAt: now, saying: Object.fromEntries(news), post: { ...UNTRIED, wantedAt: now } };
}

/** What a message says that is being made is left to it; what another one was to say is taken from it. */
function saidAtOnce({ clock }: Ports, one: EndingsRecord, heard: Heard): EndingsRecord | undefined {
  const now = clock.now();
  const isMade = (post: Post | undefined): boolean => post !== undefined && isBeingMade(post, now);
  if (isMade(one.urgent?.post)) return undefined;
  const { saying, post } = one.urgent ?? { saying: {}, post: { ...UNTRIED, wantedAt: now } };
  const left = isMade(one.post) ? { ...one.saying, ...saying } : saying;
  const news = newsOf(one.told, heard).filter(([mark]) => !Object.hasOwn(left, mark));
  if (news.length === 0) return undefined;
  const urgent = { saying: { ...saying, ...Object.fromEntries(news) }, post };
  if (one.saying === undefined) return { ...one, urgent };
  const rest = Object.entries(one.saying).filter(([mark]) => !Object.hasOwn(urgent.saying, mark));
  return { ...one, saying: Object.fromEntries(rest), urgent };
}

type Shared = SharedRecord<EndingsRecord>;

/** Where a record keeps a message that is to be made: that of the day, or the urgent one. */
interface Part {
  readonly of: (one: EndingsRecord) => NonNullable<EndingsRecord['urgent']> | undefined;
  readonly with: (one: EndingsRecord, said: ReturnType<Part['of']>) => EndingsRecord;
}

const OF_THE_DAY: Part = {
  of: ({ saying, post }) => (saying === undefined || post === undefined ? undefined : { saying, post }),
  with: ({ saying: _saying, post: _post, ...rest }, said) => ({ ...rest, ...said }),
};
const URGENT: Part = {
  of: ({ urgent }) => urgent,
  with: ({ urgent: _urgent, ...rest }, said) => ({ ...rest, ...(said === undefined ? {} : { urgent: said }) }),
};

function owedEndings(
  ports: Ports,
  conversation: ConversationRecord,
  shared: Shared,
  { part, heard, draw }: { readonly part: Part; readonly heard: Heard; readonly draw: DrawEndings },
): OwedPost {
  const { post, saying } = part.of(shared.latest().document) ?? { post: UNTRIED, saying: {} };
  const said = saidOf(heard, saying);
  return {
    id: shared.latest().document.id,
    post,
    version: VERSION,
    conversation,
    whenGone: 'drop',
    isKeptNowhere: true,
    isUrgent: part === URGENT && conversation.settings.quiet?.urgent === true,
    draw: (to) => (said.length === 0 ? undefined : { message: draw(endingsAnswer(ports, said), to), version: VERSION }),
    async change(how) {
      const changed = await shared.change((one) => {
        const now = part.of(one);
        // Whoever has drawn it before something was taken from it may not send it.
        const next = now === undefined || !isDeepStrictEqual(now.saying, saying) ? undefined : how(now.post);
        if (next === undefined) return undefined;
        if (!isOver(next)) return part.with(one, { saying, post: next });
        return { ...part.with(one, undefined), told: { ...one.told, ...saying } };
      });
      if (changed.changed !== 'saved') return undefined;
      return part.of(changed.document)?.post ?? { ...UNTRIED, state: 'posted' };
    },
  };
}

function saidOf(heard: Heard, saying: Readonly<Record<string, string>>): readonly Ending[] {
  return [...heard].flatMap(([mark, { ending }]) => (Object.hasOwn(saying, mark) ? [ending] : []));
}

/** It is there, or cannot be: what it says was told. */
function isOver({ state }: Post): boolean {
  return state === 'posted' || state === 'dropped';
}
