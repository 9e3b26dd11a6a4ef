import { isDeepStrictEqual } from 'node:util';
import type { AccountRecord } from '../domain/account';
import type { Message } from '../courier';
import { alarmLeft, alarmMore, alarmOn, alarmOver, newAlarm } from '../domain/alarm';
import type { Alarm, AlarmRecord } from '../domain/alarm';
import { CONSENT_LASTS, CONSENT_WARNING } from '../domain/consent';
import type { ConversationRecord, SignInRecord, SourceRecord } from '../domain/documents';
import { documentId } from '../domain/documents';
import { postWork } from '../domain/post';
import { isKeptQuiet } from '../domain/quiet';
import { isOverdue } from '../domain/reminders';
import type { Trouble } from '../domain/source';
import { DAY, MINUTE } from '../domain/time';
import type { Instant } from '../domain/time';
import { chosenFrom } from '../matching/slices';
import { administratorChats } from '../records/administrators';
import { unheardAccounts, unheardProviders } from '../records/hears-of';
import type { NamedProvider } from '../records/all-providers';
import { updateDocument } from '../records/change-document';
import { ifReadable } from '../records/leave-out';
import type { Ports } from '../ports';
import { isOfRehearsal, isRehearsalPast, rehearsalAlarms } from './tell-rehearsal';
import { showPost } from './show-post';

export type DrawAlarm = (alarm: AlarmRecord, conversation: ConversationRecord) => Message;

/** What stands still until somebody puts it right. */
const URGENT: ReadonlySet<Alarm['what']['of']> = new Set(['signin', 'source', 'stuck']);
/** What may pass by itself is no alarm before this, in milliseconds. */
const DENIED_FOR = 10 * MINUTE;
const AWAY_FOR = DAY;

/**
 * Tells each administrator in their own chat what only they can put right, once, and once more when it is over. Written
 * down before it is said, so that whoever dies in between says it later.
 */
export async function tellAdministrators(ports: Ports, draw: DrawAlarm): Promise<void> {
  const told = [...ports.register.operators.alarms.values()];
  const now = [...(await alarmsNow(ports)), ...rehearsalAlarms(ports, told)];
  const alarms = new Map(now.map((alarm) => [alarm.key, alarm]));
  const chats = administratorChats(ports);
  for (const { conversationId } of chats) {
    for (const alarm of alarms.values()) {
      const id = documentId('alarm', alarm.key, conversationId);
      await ifReadable(() => keep(ports, alarm, { id, partnerId: ports.partnerId, conversationId }));
    }
  }
  const theirs = new Set(chats.map(({ conversationId }) => conversationId));
  // Those that come while it is looked for what still goes on are not ended by it.
  const known = [...ports.register.operators.alarms.values()];
  const going = await stillGoing(ports);
  for (const alarm of known) {
    const how = alarm.isOver ? undefined : howEnded(ports, alarm, { theirs, going });
    if (how !== undefined) await ifReadable(() => updateDocument(ports, 'alarm', alarm.id, how));
  }
  for (const alarm of [...ports.register.operators.alarms.values()]) await ifReadable(() => show(ports, alarm, draw));
}

/** Whoever is no administrator any more is not told that it is over, which it need not be. */
function howEnded(
  ports: Ports,
  alarm: AlarmRecord,
  { theirs, going }: { readonly theirs: ReadonlySet<string>; readonly going: ReadonlySet<string> },
): typeof alarmLeft | typeof alarmOver | undefined {
  if (!theirs.has(alarm.conversationId)) return alarmLeft;
  if (isOfRehearsal(alarm)) return isRehearsalPast(ports, alarm) ? alarmLeft : undefined;
  return going.has(alarm.key) ? undefined : alarmOver;
}

async function keep(
  ports: Ports,
  alarm: Alarm,
  place: Pick<AlarmRecord, 'id' | 'partnerId' | 'conversationId'>,
): Promise<void> {
  const known = ports.register.operators.alarms.get(place.id);
  // A message that is there stays as it was said.
  if (known !== undefined && hasGrown(known, alarm, ports.clock.now())) {
    await updateDocument(ports, 'alarm', place.id, (record) =>
      hasGrown(record, alarm, ports.clock.now()) ? alarmMore(record, alarm) : undefined,
    );
    return;
  }
  if (known?.isOver === false && (known.state === 'posted' || isDeepStrictEqual(known.what, alarm.what))) return;
  const changed = await updateDocument(ports, 'alarm', place.id, (record) => alarmOn(record, alarm));
  if (changed.changed !== 'not-there') return;
  const document = newAlarm(alarm, place);
  const inserted = await ports.store.write({ write: 'insert', document });
  if (inserted.outcome === 'saved') ports.register.apply(document);
}

/** Accounts that nobody hears of come one by one: of those that came since, administrators are told once a day. */
function hasGrown({ isOver, state, what, postedAt = 0 }: AlarmRecord, alarm: Alarm, now: Instant): boolean {
  if (isOver || state !== 'posted' || what.of !== 'unrouted' || alarm.what.of !== 'unrouted') return false;
  return alarm.what.count > what.count && now - postedAt >= DAY;
}

async function show(ports: Ports, alarm: AlarmRecord, draw: DrawAlarm): Promise<void> {
  const { id, version } = alarm;
  // A message that is there stays as it was said; only the end is another one.
  if (alarm.state === 'posted' || postWork(alarm, version, ports.clock.now()) === undefined) return;
  const conversation = ports.register.conversation(alarm.conversationId);
  const isUrgent = URGENT.has(alarm.what.of);
  if (conversation !== undefined && isKeptQuiet(conversation, ports.clock.now(), isUrgent)) return;
  await showPost(ports, {
    id,
    post: alarm,
    version,
    conversation,
    whenGone: 'drop',
    isUrgent,
    draw: (to) => ({ message: draw(alarm, to), version }),
    async change(how) {
      const changed = await updateDocument(ports, 'alarm', id, how);
      return changed.changed === 'saved' ? changed.document : undefined;
    },
  });
}

/** What has not come to its end, even where its present form alone would be no reason to tell anybody. */
async function stillGoing(ports: Ports): Promise<ReadonlySet<string>> {
  const { register } = ports;
  const signIns = [...register.operators.signIns.values()].filter(({ trouble }) => trouble !== undefined);
  const sources = [...register.allSources()].flatMap(({ trouble }) =>
    trouble === undefined ? [] : [sourceKey(trouble)],
  );
  const [stuck, overdue, unrouted] = [await stuckNow(ports), await overdueNow(ports), await unheardAccounts(ports)];
  return new Set([
    ...signIns.map(({ id }) => id),
    ...sources,
    ...(stuck.length > 0 ? [STUCK] : []),
    ...(overdue.length > 0 ? [OVERDUE] : []),
    ...(unrouted.length > 0 ? [UNROUTED] : []),
    ...unheardProviders(ports).map(unheardKey),
  ]);
}

const STUCK = 'stuck';
const OVERDUE = 'overdue';
const UNROUTED = 'unrouted';
/** So many of them are named. */
const NAMED = 5;

/** What has been said as often as is promised, and nobody has decided. */
function overdueNow({ register, reminderSteps, clock }: Ports): Promise<readonly AccountRecord[]> {
  const now = clock.now();
  return chosenFrom(register.openAccounts(), (account) => isOverdue(account, reminderSteps, now));
}

function stuckNow({ register }: Ports): Promise<readonly AccountRecord[]> {
  return chosenFrom(register.allAccounts(), ({ stuckToldAt }) => stuckToldAt !== undefined);
}

function sourceKey({ source }: Trouble): string {
  return `source ${source}`;
}

/** Whoever installs the bot has to see to it that somebody hears of each provider. */
function unheardKey({ id }: NamedProvider): string {
  return `unheard ${id}`;
}

async function alarmsNow(ports: Ports): Promise<readonly Alarm[]> {
  const { register, clock } = ports;
  const now = clock.now();
  const unrouted = await unheardAccounts(ports);
  const stuck = (await stuckNow(ports)).flatMap(({ stuckToldAt }) => stuckToldAt ?? []);
  const overdue = await overdueNow(ports);
  const days = ports.reminderSteps.at(-1) ?? 0;
  return [
    ...[...register.operators.signIns.values()].flatMap((signIn) => ofSignIn(signIn, now)),
    ...[...register.allSources()].flatMap((source) => ofSource(source, now)),
    ...unheardProviders(ports).map((one): Alarm => ({
      key: unheardKey(one),
      since: now,
      what: { of: 'unheard', provider: one.name },
    })),
    ...(stuck.length === 0
      ? []
      : [{ key: STUCK, since: Math.min(...stuck), what: { of: 'stuck', count: stuck.length } } as const]),
    ...(unrouted.length === 0
      ? []
      : [
          {
            key: UNROUTED,
            since: now,
            what: {
              of: 'unrouted',
              count: unrouted.length,
              names: unrouted.slice(0, NAMED).map(({ tenant }) => tenant.name),
            },
          } as const,
        ]),
    ...(overdue.length === 0
      ? []
      : [{ key: OVERDUE, since: now, what: { of: 'overdue', count: overdue.length, days } } as const]),
  ];
}

/** One that was refused is told at once; one that only cannot be renewed for now, two weeks before its end. */
function ofSignIn({ id, trouble, troubleSince, renewedAt }: SignInRecord, now: Instant): readonly Alarm[] {
  if (trouble === undefined || troubleSince === undefined) return [];
  const endsAt = (renewedAt ?? troubleSince) + CONSENT_LASTS;
  const isRefused = trouble.kind === 'denied';
  if (!isRefused && endsAt - now > CONSENT_WARNING) return [];
  return [
    {
      key: id,
      since: troubleSince,
      what: { of: 'signin', trouble, ...(isRefused ? {} : { endsAt }) },
    },
  ];
}

/** Several parts of one source in the same trouble are one thing to put right. */
function ofSource({ trouble, troubleSince }: SourceRecord, now: Instant): readonly Alarm[] {
  if (trouble === undefined || troubleSince === undefined) return [];
  const { source, kind, remedy } = trouble;
  const isOurs = kind === 'denied' || kind === 'misconfigured';
  const isAway = kind === 'unreachable' || kind === 'bad-answer';
  if (!(isOurs && now - troubleSince >= DENIED_FOR) && !(isAway && now - troubleSince >= AWAY_FOR)) return [];
  const plain: typeof trouble = { source, kind, detail: '', ...(remedy === undefined ? {} : { remedy }) };
  return [{ key: sourceKey(trouble), since: troubleSince, what: { of: 'source', trouble: plain } }];
}
