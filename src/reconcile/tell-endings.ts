import { dateAt, sameDate, UTC } from '../domain/calendar';
import { documentId } from '../domain/documents';
import type { ConversationRecord } from '../domain/documents';
import { endingMarks, endingsOf } from '../domain/ending';
import type { Ending, EndingsRecord, Marked } from '../domain/ending';
import type { EndingsAnswer } from '../domain/endings-answer';
import { isTimeToLook, isUrgentEnding, lastCall } from '../domain/endings-look';
import { isMutedKind } from '../domain/muting';
import { UNTRIED } from '../domain/post';
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
import { shareRecord } from './shared-record';
import { showPost } from './show-post';
import type { OwedPost } from './show-post';

export type DrawEndings = (answer: EndingsAnswer, conversation: ConversationRecord) => Message;

/** One message, which is never redrawn. */
const VERSION = 1;
const SLICE_MS = 8;

/**
 * Once a day of work, in the morning, each conversation that hears of new accounts hears what of its accounts ends within
 * 60, 30 and 7 days, and what lacks: all of it in one message, and each only once. Nothing new, nothing said. What ends
 * before a morning would leave time to mend it is said at once where urgent things may come in quiet hours.
 */
export async function tellEndings(ports: Ports, draw: DrawEndings): Promise<void> {
  const due = [...ports.register.allConversations()].flatMap((conversation) => {
    const look = lookDue(ports, conversation);
    return look === undefined ? [] : [{ conversation, look }];
  });
  if (due.length === 0) return;
  const endings: Ending[] = [];
  const now = ports.clock.now();
  const look = (record: Parameters<typeof endingsOf>[0]): void => void endings.push(...endingsOf(record, now));
  await inSlices([...ports.register.allAccounts()], look, { sliceMs: SLICE_MS });
  for (const { conversation, look } of due) {
    try {
      const isUrgent = (ending: Ending): boolean => isUrgentEnding(ending, conversation.settings, now);
      if (look === 'urgent' && !endings.some(isUrgent)) continue;
      const heard = heardEndings(ports, conversation, endings);
      await (look === 'urgent' ? tellUrgent : tellOfTheDay)(ports, conversation, heard, draw);
    } catch (error) {
      if (isStoreAway(error)) throw error;
      ports.log.error({ conversation: conversation.id, error }, 'What ends could not be told; the others go on');
    }
  }
}

/**
 * - `day`: it is morning there and nobody has looked today, or a message is under way
 * - `urgent`: what does not wait may be told there at any hour
 */
type Look = 'day' | 'urgent';

function lookDue(ports: Ports, conversation: ConversationRecord): Look | undefined {
  const { settings, type, conversationId } = conversation;
  if (type === 'personal' || !hearsNews(ports, conversation)) return undefined;
  if (isMutedKind(settings, 'endings')) return undefined;
  const known = ports.register.endings.of(conversationId);
  const { timeZone = UTC } = settings;
  const now = ports.clock.now();
  if (known?.post !== undefined && quietUntil(settings, now) === undefined) return 'day';
  const isLooked = known !== undefined && sameDate(dateAt(known.lookedAt, timeZone), dateAt(now, timeZone));
  if (!isLooked && isTimeToLook(settings, now)) return 'day';
  return settings.quiet?.on === true && settings.quiet.urgent === true ? 'urgent' : undefined;
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
  const shared = shareRecord<'endings'>(ports, await notedFor(ports, conversation));
  if (shared.latest().document.post === undefined)
    await shared.change((one) => lookedAt(ports, conversation, one, heard));
  if (shared.latest().document.saying === undefined) return;
  await showPost(ports, owedEndings(ports, conversation, shared, heard, draw));
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
  if (newsOf(known?.told, urgent).length === 0) return;
  const shared = shareRecord<'endings'>(ports, await notedFor(ports, conversation));
  if (shared.latest().document.post === undefined) await shared.change((one) => saidAtOnce(ports, one, urgent));
  const { saying = {} } = shared.latest().document;
  if (!Object.keys(saying).some((mark) => urgent.has(mark))) return;
  await showPost(ports, { ...owedEndings(ports, conversation, shared, heard, draw), isUrgent: true });
}

function newsOf(told: EndingsRecord['told'] = {}, heard: Heard): readonly (readonly [string, string])[] {
  return [...heard].flatMap(([mark, { step }]) => (told[mark] === step ? [] : [[mark, step] as const]));
}

/** The conversation's document, made where it is not there yet. */
async function notedFor({ store, partnerId }: Ports, { conversationId }: ConversationRecord) {
  const id = documentId('endings', conversationId);
  const known = await store.read('endings', id);
  if (known !== undefined) return known;
  const format = presentFormat('endings', UPGRADES);
  const fresh: EndingsRecord = { kind: 'endings', id, partnerId, format, conversationId, told: {}, lookedAt: 0 };
  await store.write({ write: 'insert', document: fresh });
  return (await store.read('endings', id)) ?? { document: fresh, etag: '' };
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

function saidAtOnce({ clock }: Ports, one: EndingsRecord, heard: Heard): EndingsRecord | undefined {
  const news = newsOf(one.told, heard);
  if (one.post !== undefined || news.length === 0) return undefined;
  return { ...one, saying: Object.fromEntries(news), post: { ...UNTRIED, wantedAt: clock.now() } };
}

function owedEndings(
  ports: Ports,
  conversation: ConversationRecord,
  shared: ReturnType<typeof shareRecord<'endings'>>,
  heard: Heard,
  draw: DrawEndings,
): OwedPost {
  const { document } = shared.latest();
  const { id, post = UNTRIED, saying = {} } = document;
  return {
    id,
    post,
    version: VERSION,
    conversation,
    whenGone: 'drop',
    isKeptNowhere: true,
    draw(to) {
      const said = [...heard].flatMap(([mark, { ending }]) => (saying[mark] === undefined ? [] : [ending]));
      if (said.length === 0) return undefined;
      return { message: draw(endingsAnswer(ports, said), to), version: VERSION };
    },
    async change(how) {
      const changed = await shared.change((one) => {
        const next = one.post === undefined ? undefined : how(one.post);
        return next === undefined ? undefined : withPost(one, next);
      });
      return changed.changed === 'saved' ? (changed.document.post ?? { ...UNTRIED, state: 'posted' }) : undefined;
    },
  };
}

/** It is there, or cannot be: what it says was told. */
function withPost(one: EndingsRecord, post: Post): EndingsRecord {
  if (post.state !== 'posted' && post.state !== 'dropped') return { ...one, post };
  const { saying, post: _over, ...rest } = one;
  return { ...rest, told: { ...one.told, ...saying } };
}
