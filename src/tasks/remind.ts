import type { AccountRecord } from '../domain/account';
import { dateAt } from '../domain/calendar';
import type { TimeZone } from '../domain/calendar';
import { dayMeant } from '../domain/day-asked';
import type { DayAsked } from '../domain/day-asked';
import type { WatchRecord } from '../domain/documents';
import { documentId } from '../domain/documents';
import { isLive } from '../domain/retention';
import type { WatchAnswer } from '../domain/watch-answers';
import { morningOf } from '../domain/working-time';
import { changeDocument } from '../records/change-document';
import type { Ports } from '../ports';
import { noRoomFor } from './watch-limits';
import { newWatch } from './watch-company';
import type { Watcher } from './watch-company';

interface Wanted {
  /** As typed; where an account bears the name, its own. */
  readonly company: string;
  readonly account?: AccountRecord;
  readonly day: DayAsked | undefined;
  readonly zone: TimeZone;
}

/** A person wants to be reminded of a company on the morning of a day, by their own clock. Another day replaces the first. */
export async function remindOf(ports: Ports, watcher: Watcher, wanted: Wanted): Promise<WatchAnswer> {
  const { company, account, day, zone } = wanted;
  const query = account?.tenant.name ?? company;
  const now = ports.clock.now();
  if (day === undefined) return { answer: 'remind-when', query };
  const meant = dayMeant(day, dateAt(now, zone));
  if (meant.meant !== 'day') return { answer: 'remind-when', query, why: meant.meant };
  const reminder = {
    at: morningOf(meant.day, zone),
    ...(account === undefined ? {} : { accountId: account.id }),
    ...(account?.mapping.state === 'open' ? { whileOpen: true as const } : {}),
  };
  const live = [...ports.register.allWatches()].filter(isLive);
  const id = documentId('watch', watcher.person.id, 'remind', query.normalize('NFKC').toLowerCase());
  const refused = live.some((one) => one.id === id) ? undefined : noRoomFor(query, watcher.person.id, live);
  if (refused !== undefined) return refused;
  return keep(ports, { ...newWatch(ports, watcher, query), id, reminder });
}

async function keep(ports: Ports, wanted: WatchRecord): Promise<WatchAnswer> {
  const told = ports.register.conversation(wanted.conversationId);
  const inPerson = told === undefined || told.type === 'personal';
  const answer = { answer: 'reminding', watch: wanted, inPerson } as const;
  const inserted = await ports.store.write({ write: 'insert', document: wanted });
  if (inserted.outcome === 'saved') {
    ports.register.apply(wanted);
    return answer;
  }
  await changeDocument(ports, 'watch', wanted.id, () => ({ document: wanted, result: undefined }));
  return answer;
}
