import type { Message } from '../../src/courier';
import { createRandom } from '../../src/sandbox/random';
import * as real from '../../src/turns/drawings';
import { CHANNELS, chatOf, PEOPLE } from './cast';
import type { Stage } from './happen';
import { drawings, drawNothingElse, shownIn, tellsOf } from './drawings';
import type { Act, Plan } from './plan';
import type { Seams } from './replica';
import type { SimMessage } from './sim-teams';
import { minutesIn, shownAt } from './wall-clock';

/** A team at work for a month: five people, three channels, three hundred accounts, and clocks are changed in the middle. */
const ZONE = 'Europe/Berlin';
/** A Monday; clocks are changed on the 25th, and the 26th is a holiday in Austria. */
const START = Date.UTC(2026, 9, 5, 8, 0);
const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;
const DAYS = 31;
const RUN_OUT = 40;
const ACCOUNTS = { before: 60, joining: 231 };

type Without<A> = A extends Act ? Omit<A, 'at' | 'n'> : never;

export function planOfMonth(seed: string): Plan {
  const random = createRandom(`${seed} month`);
  const acts: Act[] = [];
  const add = (at: number, what: Without<Act>): void => void acts.push({ at: Math.floor(at), n: acts.length, ...what });
  for (const channel of [0, 1, 2]) add(START + (1 + channel) * 15_000, { act: 'install', channel });
  // Companies accept at any hour, also at night and on Sundays.
  for (let n = 0; n < ACCOUNTS.joining; n += 1) add(START + HOUR + random.next() * (DAYS - 2) * DAY, { act: 'join' });
  // Renewals are switched off at any hour, too.
  for (let n = 0; n < RUN_OUT; n += 1) add(START + 2 * DAY + random.next() * (DAYS - 4) * DAY, { act: 'run-out' });
  // And once nine at the same moment, while people are at work.
  add(START + 2 * DAY + HOUR + MINUTE / 2, { act: 'rush' });
  for (let day = 0; day < DAYS; day += 1) {
    const from = START + day * DAY + HOUR;
    const when = (): number => from + random.next() * MINUTE;
    if ([5, 6].includes(day % 7)) continue;
    for (let clicks = 5; clicks > 0; clicks -= 1) add(when(), { act: 'click', person: random.below(5) });
    if (day % 2 === 0) add(when(), { act: 'race', person: 0 });
    for (const act of ['invite', 'watch', 'review', 'create', 'ask', 'hand'] as const)
      if (random.below(3) === 0) add(when(), { act });
    if (day % 4 === 3) add(when(), { act: 'restart', replica: day % 2, forMs: 10_000 });
    if (day % 11 === 10) add(when(), { act: 'kill', replica: day % 2, forMs: 20_000 });
  }
  return {
    ...{ seed, replicas: 2, days: DAYS, quiet: 'nights', start: START, zone: ZONE, providers: 1 },
    before: ACCOUNTS.before,
    dozes: { every: 3 * HOUR, first: 0 },
    acts: acts.sort((a, b) => a.at - b.at || a.n - b.n),
  };
}

/** The cards that people see, each with what it shows in so many words. */
function marked<A extends unknown[]>(drawn: (...args: A) => Message, said: (...args: A) => Message) {
  return (...args: A): Message => {
    const message = drawn(...args);
    return { ...message, card: { ...message.card, ...said(...args).card } };
  };
}

export const REAL_CARDS: Seams = {
  drawings: () => ({
    account: marked(real.drawings.account, drawings.account),
    board: marked(real.drawings.board, drawings.board),
    movedBoard: marked(real.drawings.movedBoard, drawings.movedBoard),
    watch: marked(real.drawings.watch, drawings.watch),
    invitation: marked(real.drawings.invitation, drawings.invitation),
  }),
  otherDrawings: {
    drawDigest: marked(real.drawDigest, drawNothingElse.drawDigest),
    drawReminder: marked(real.drawReminder, drawNothingElse.drawReminder),
    drawEndings: marked(real.drawEndings, drawNothingElse.drawEndings),
    drawGathered: marked(real.drawGathered, drawNothingElse.drawGathered),
    drawTeamQuestion: marked(real.drawTeamQuestion, drawNothingElse.drawTeamQuestion),
    drawAlarm: marked(real.drawAlarm, drawNothingElse.drawAlarm),
  },
};

/** A message of the month, and the rule that caused it; without one nobody knows why it was said. */
export interface Caused {
  readonly at: number;
  readonly conversationId: string;
  readonly shows: string;
  readonly rule: string | undefined;
  /** Somebody had asked for it, so it may come at any hour. */
  readonly isAnswer: boolean;
  /** It could not wait for the morning. */
  readonly isUrgent: boolean;
  readonly canAct: boolean;
}

export function causedIn({ ground, ledger }: Stage): readonly Caused[] {
  const accounts = ground.database.all('account');
  const knownAt = new Map(accounts.map(({ id, tenantId }) => [id, ledger.joined.get(tenantId) ?? START]));
  const turns = ground.story.filter(
    ({ who, what }) => who !== 'world' && /asks whether|installs|opens a chat|says that/.test(what),
  );
  const isSince = (ids: readonly string[], at: number, days = 0): boolean =>
    ids.every((id) => (knownAt.get(id) ?? Infinity) <= at - days * DAY);

  const endsOf = (about: string): readonly number[] =>
    about
      .split(' ')
      .map((id) => ground.sources.runsOut.get(accounts.find((one) => one.id === id)?.tenantId ?? '') ?? 0);

  /** In the one channel that wants it so, and with less than a day to go. */
  function isUrgent({ contents, at, conversationId }: SimMessage): boolean {
    const shown = shownIn(contents[0]);
    if (shown?.shows !== 'endings' || conversationId !== CHANNELS[0]!.conversationId) return false;
    return endsOf(shown.about).every((end) => end - at <= DAY);
  }

  function ruleOf({ contents, at, conversationId }: SimMessage): string | undefined {
    const shown = shownIn(contents[0]);
    if (shown === undefined)
      return turns.some((turn) => turn.at <= at && at - turn.at < MINUTE)
        ? 'somebody asked, or let the bot in'
        : undefined;
    switch (shown.shows) {
      case 'account':
        return isSince([shown.accountId], at) ? 'an account is new' : undefined;
      case 'gathered':
        if (!isSince(shown.about.split(' '), at)) return undefined;
        return shown.of === 'quiet'
          ? 'accounts came in quiet hours, which are over'
          : 'more accounts came within an hour than get a card each';
      case 'board':
        return 'the one board of a channel, or the one that took its place at the end';
      case 'digest':
        return minutesIn(at, ZONE) >= 8 * 60 + 30 ? 'the digest of the day' : undefined;
      case 'reminder':
        return isSince(shown.about.split(' '), at, 1) ? 'accounts are open for one, three or seven days' : undefined;
      case 'endings':
        return endsOf(shown.about).every((end) => end > at && end <= at + 61 * DAY)
          ? 'a subscription ends within days'
          : undefined;
      case 'watch':
        return 'somebody watches the company, and it has accepted';
      case 'invitation':
        return /^(reminder|accepted|asked|otherwise) /.test(shown.about)
          ? 'somebody has invited the company'
          : undefined;
      case 'alarm':
        return conversationId === chatOf(PEOPLE[0]!).conversationId
          ? 'only an administrator can put it right'
          : undefined;
      default:
        return undefined;
    }
  }

  return [...ground.teams.messages.values()].map((message) => ({
    at: message.at,
    conversationId: message.conversationId,
    shows: shownIn(message.contents[0])?.shows ?? 'answer',
    rule: ruleOf(message),
    isAnswer: shownIn(message.contents[0]) === undefined,
    isUrgent: isUrgent(message),
    canAct: /"Action\./.test(JSON.stringify(message.contents.at(-1))),
  }));
}

/** The accounts that a channel was told of more often than their documents wanted: once by itself, and when somebody asked. */
export function toldTooOften({ ground, ledger }: Stage): readonly string[] {
  const messages = [...ground.teams.messages.values()];
  return ground.database.all('account').flatMap(({ id }) => {
    const told = new Map<string, number>();
    for (const { conversationId, contents } of messages) {
      if (tellsOf(shownIn(contents[0]), id)) told.set(conversationId, (told.get(conversationId) ?? 0) + 1);
    }
    const most = (conversationId: string): number => ledger.wanted.get(`${id} ${conversationId}`)?.size ?? 0;
    return [...told].filter(([where, times]) => times > most(where)).map(([where]) => `${id} in ${where}`);
  });
}

/** Nobody is at work then. */
export function isAtNight(at: number): boolean {
  const minutes = minutesIn(at, ZONE);
  const weekday = new Date(`${shownAt(at, ZONE).slice(0, 10)}T12:00:00Z`).getUTCDay();
  return minutes < 8 * 60 || minutes >= 18 * 60 || weekday === 0 || weekday === 6;
}

/** Two of the channels keep the holidays of Austria; the third does not. */
export function isOnHoliday({ at, conversationId }: Caused): boolean {
  const keeps = CHANNELS.slice(0, 2).some((channel) => channel.conversationId === conversationId);
  return keeps && shownAt(at, ZONE).startsWith('2026-10-26');
}

/** What ends is said on 60, 30 and 7 days and on the last morning: of no account twice on a day, or more than four times. */
export function endingsTooOften({ ground }: Stage): readonly string[] {
  const said = [...ground.teams.messages.values()].flatMap(({ contents, at, conversationId }) => {
    const shown = shownIn(contents[0]);
    if (shown?.shows !== 'endings') return [];
    return shown.about
      .split(' ')
      .map((id) => ({ of: `${id} in ${conversationId}`, day: shownAt(at, ZONE).slice(0, 10) }));
  });
  const twice = said.filter(({ of, day }, at) =>
    said.slice(0, at).some((other) => other.of === of && other.day === day),
  );
  const often = said.filter(({ of }) => said.filter((other) => other.of === of).length > 4);
  return [...twice, ...often].map(({ of, day }) => `${of} on ${day}`);
}
