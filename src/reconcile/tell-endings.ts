import { dateAt, sameDate, UTC } from '../domain/calendar';
import { documentId } from '../domain/documents';
import type { ConversationRecord } from '../domain/documents';
import { endingMarks, endingsOf } from '../domain/ending';
import type { Ending, EndingsRecord, Marked } from '../domain/ending';
import type { EndingsAnswer } from '../domain/endings-answer';
import { isMutedKind } from '../domain/muting';
import { UNTRIED } from '../domain/post';
import type { Post } from '../domain/post';
import { outOfQuiet, quietUntil } from '../domain/quiet';
import type { Instant } from '../domain/time';
import { presentFormat, UPGRADES } from '../domain/upgrades';
import { atWork, isWorkday, morningOf } from '../domain/working-time';
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
 * 60, 30 and 7 days, and what lacks: all of it in one message, and each only once. Nothing new, nothing said.
 */
export async function tellEndings(ports: Ports, draw: DrawEndings): Promise<void> {
  const due = [...ports.register.allConversations()].filter((c) => isDue(ports, c));
  if (due.length === 0) return;
  const endings: Ending[] = [];
  const now = ports.clock.now();
  const look = (record: Parameters<typeof endingsOf>[0]): void => void endings.push(...endingsOf(record, now));
  await inSlices([...ports.register.allAccounts()], look, { sliceMs: SLICE_MS });
  for (const conversation of due) {
    try {
      await tell(ports, conversation, endingMarks(endings, now), draw);
    } catch (error) {
      if (isStoreAway(error)) throw error;
      ports.log.error({ conversation: conversation.id, error }, 'What ends could not be told; the others go on');
    }
  }
}

/** It is morning there and nobody has looked today, or a message is under way. */
function isDue(ports: Ports, conversation: ConversationRecord): boolean {
  if (conversation.type === 'personal' || !hearsNews(ports, conversation)) return false;
  if (isMutedKind(conversation.settings, 'endings')) return false;
  const known = ports.register.endings.of(conversation.conversationId);
  const { settings } = conversation;
  const { timeZone = UTC } = settings;
  const now = ports.clock.now();
  if (quietUntil(settings, now) !== undefined) return false;
  if (known?.post !== undefined) return true;
  const isLooked = known !== undefined && sameDate(dateAt(known.lookedAt, timeZone), dateAt(now, timeZone));
  return !isLooked && isMorningOver(settings, now);
}

/** From the morning of a day of work to its end; a day whose morning is quiet begins when that is over. */
function isMorningOver(settings: ConversationRecord['settings'], now: Instant): boolean {
  const { timeZone = UTC } = settings;
  const morning = morningOf(dateAt(now, timeZone), timeZone);
  const begins = outOfQuiet(settings, morning);
  return begins === morning ? atWork(now, timeZone) === now : now >= begins && isWorkday(dateAt(now, timeZone));
}

async function tell(
  ports: Ports,
  conversation: ConversationRecord,
  all: ReadonlyMap<string, Marked>,
  draw: DrawEndings,
): Promise<void> {
  const { hears } = hearingIn(ports, conversation);
  const isHeard = ({ accountId }: Ending): boolean => {
    const account = ports.register.account(accountId);
    return account !== undefined && hears(account);
  };
  const heard = new Map([...all].filter(([, { ending }]) => isHeard(ending)));
  const stored = await notedFor(ports, conversation);
  const shared = shareRecord<'endings'>(ports, stored);
  if (stored.document.post === undefined) await shared.change((one) => lookedAt(ports, conversation, one, heard));
  const { saying } = shared.latest().document;
  if (saying === undefined) return;
  await showPost(ports, owedEndings(ports, conversation, shared, heard, draw));
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
  heard: ReadonlyMap<string, Marked>,
): EndingsRecord | undefined {
  const now = clock.now();
  if (one.post !== undefined || sameDate(dateAt(one.lookedAt, timeZone), dateAt(now, timeZone))) return undefined;
  const current = (mark: string): boolean => heard.has(mark);
  const told = Object.fromEntries(Object.entries(one.told).filter(([mark]) => current(mark)));
  const news = [...heard].filter(([mark, { step }]) => one.told[mark] !== step);
  if (news.length === 0) return { ...one, told, lookedAt: now };
  const saying = Object.fromEntries(news.map(([mark, { step }]) => [mark, step]));
  return { ...one, told, lookedAt: now, saying, post: { ...UNTRIED, wantedAt: now } };
}

function owedEndings(
  ports: Ports,
  conversation: ConversationRecord,
  shared: ReturnType<typeof shareRecord<'endings'>>,
  heard: ReadonlyMap<string, Marked>,
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
