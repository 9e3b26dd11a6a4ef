import { DAY, HOUR } from '../../../src/domain/time';
import type { ReminderShown } from '../../../src/views/lists/reminder';
import * as p from '../pictures';
import { sample } from './sample';
import type { Sample, Views } from './sample';

const ASLEEP = {
  by: p.TOM.person,
  at: p.NOW - 2 * HOUR,
  until: p.NOW + 3 * DAY,
  reason: 'Waiting for the signed contract',
  waited: DAY,
};

const at = (n: number, name: string) => ({
  ...p.picture({}).record,
  id: `account:${n}`,
  tenant: { ...p.picture({}).record.tenant, name },
});

const REMINDER: ReminderShown = {
  open: [
    { days: 7, accounts: [at(1, 'Tailspin Toys')] },
    {
      days: 1,
      accounts: [
        {
          ...at(2, 'Contoso Maschinenbau'),
          subscriptions: {
            state: 'counted',
            total: 3,
            active: 3,
            seats: 40,
            endsAt: p.NOW + 5 * DAY,
            checkedAt: p.NOW,
            source: 'partner-center',
          } as const,
        },
      ],
    },
  ],
  back: [
    {
      ...at(3, 'Nod Publishers'),
      snooze: {
        by: p.TOM.person,
        at: p.NOW - DAY,
        until: p.NOW,
        overAt: p.NOW,
        waited: DAY,
        reason: 'No contract yet',
      },
    },
  ],
  toReview: 7,
  now: p.NOW,
};

const NAMES = ['Müller & Söhne GmbH', 'Adventure Works', 'Fabrikam Café SARL', 'Wingtip Toys', 'Łódź Logistics'];
const BURST = Array.from({ length: 80 }, (_, n) => at(10 + n, NAMES[n] ?? `Customer ${n + 1}`));

export function snoozeSamples({
  accountView,
  announcedView,
  boardView,
  gatheredView,
  reminderView,
  snoozedView,
}: Views): readonly Sample[] {
  return [
    sample('account', 'open, snoozed', (s) => accountView(p.picture({ snooze: ASLEEP }), s)),
    sample('account', 'open, back from a snooze', (s) =>
      accountView(p.picture({ snooze: { ...ASLEEP, until: p.NOW - HOUR, overAt: p.NOW - HOUR } }), s),
    ),
    sample('account', 'open, asked until when', (s) =>
      snoozedView({ answer: 'until-when', why: 'past', reason: 'Waiting for Anna', picture: p.picture({}) }, s),
    ),
    sample('board', 'some snoozed', (s) =>
      boardView(
        { open: 1, lines: p.lines(1).map((line) => ({ ...line, since: line.firstSeenAt, isBack: true })), snoozed: 2 },
        s,
      ),
    ),
    sample('board', 'some open too long', (s) =>
      boardView({ open: 9, lines: [], snoozed: 1, overdue: { count: 3, days: 7 } }, s),
    ),
    sample('message', 'why not announced', (s) =>
      announcedView(
        {
          record: p.picture({ snooze: ASLEEP }).record,
          scope: 'channel',
          here: { rule: 'routing', provider: 'Pax8' },
          elsewhere: [{ place: 'Operations › New customers', at: p.NOW - DAY }],
        },
        s,
      ),
    ),
    sample('message', 'announced after quiet hours', (s) =>
      announcedView(
        {
          record: p.picture({}).record,
          scope: 'channel',
          here: { rule: 'gathered', at: p.NOW, heldSince: p.NOW - 9 * HOUR },
          elsewhere: [],
        },
        s,
      ),
    ),
    sample('message', 'announced with the others of a burst', (s) =>
      announcedView(
        {
          record: p.picture({}).record,
          scope: 'channel',
          here: { rule: 'burst', at: p.NOW, wantedAt: p.NOW - HOUR },
          elsewhere: [],
        },
        s,
      ),
    ),
    sample('board', 'reminder', (s) => reminderView(REMINDER, s)),
    sample('board', 'what came in quiet hours', (s) =>
      gatheredView(
        { of: 'quiet', open: REMINDER.open.flatMap(({ accounts }) => accounts), done: 2, toReview: 7, now: p.NOW },
        s,
      ),
    ),
    sample('board', 'what came in quiet hours, all done', (s) =>
      gatheredView({ of: 'quiet', open: [], done: 7, toReview: 0, now: p.NOW }, s),
    ),
    sample('board', 'more than get a card each', (s) =>
      gatheredView({ of: 'burst', open: BURST, done: 37, toReview: 131, now: p.NOW }, s),
    ),
    sample('board', 'more than get a card each, all done', (s) =>
      gatheredView({ of: 'burst', open: [], done: 117, toReview: 0, now: p.NOW }, s),
    ),
  ];
}
