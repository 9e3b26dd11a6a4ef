import type { Action } from '../actions/action';
import { dayChosen } from '../actions/snooze-verbs';
import type { AccountRecord } from '../domain/account';
import { dateAt } from '../domain/calendar';
import type { DayAsked } from '../domain/day-asked';
import { isoDate } from '../domain/days-off';
import { snoozeOf } from '../domain/snooze';
import type { Told } from '../domain/told';
import type { SnoozeAnswer, SnoozeWish } from '../domain/snooze-answer';
import { snoozeUntil, wakeUp } from '../tasks/snooze-account';
import type { Reply } from '../turn';
import { snoozeBanner } from '../views/account/snooze';
import { snoozeFormIn, snoozedView } from '../views/account/snoozed';
import { keeping } from '../views/words/times';
import { accountById, sayAccount, zoneOf } from './here';
import type { Here } from './here';
import { subjectOf, toldAbout, undoneBy } from './told';

type Of<V extends 'snooze' | 'wake'> = Extract<Action, { readonly verb: V }>;

/** The form of an account's card, and "bring it back": answered by the card as it is now. */
export async function snoozeByCard(here: Here, action: Of<'snooze'> | Of<'wake'>): Promise<Reply> {
  const wish = action.verb === 'wake' ? undefined : wishedBy(action);
  const before = await accountById(here, action.accountId);
  const answer = await ruled(here, action.accountId, wish);
  const message = snoozedView(answer, here.speech);
  if (answer.answer === 'account-gone') return { reply: 'card', message };
  const { record } = answer.picture;
  const keep = { accountId: record.id, shownVersion: record.version };
  return { reply: 'card', message, keep, told: toldOf(here, before, answer, wish) };
}

/** The same in words: the account's card, with what became of it above. Without a wish it is to wait no longer. */
export async function snoozeInWords(here: Here, before: AccountRecord, wish: SnoozeWish | undefined): Promise<Reply> {
  const answer = await ruled(here, before.id, wish);
  if (answer.answer === 'account-gone') return { reply: 'message', message: snoozedView(answer, here.speech) };
  const { record } = answer.picture;
  // What stands above a card stays with it.
  const speech = keeping(here.speech);
  return sayAccount(
    { ...here, speech },
    record,
    snoozeBanner(answer, speech),
    toldOf(here, before, answer, wish),
    snoozeFormIn(answer),
  );
}

function ruled(here: Here, accountId: string, wish: SnoozeWish | undefined): Promise<SnoozeAnswer> {
  if (wish === undefined) return wakeUp(here.ports, here.person, accountId);
  return snoozeUntil(here.ports, here.person, accountId, wish, zoneOf(here));
}

function wishedBy({ when, day, reason, seen }: Of<'snooze'>): SnoozeWish {
  const until: DayAsked | undefined =
    when === undefined ? dayChosen(day) : when === 'tomorrow' ? { named: 'tomorrow' } : { weekday: 'monday' };
  return {
    ...(until === undefined ? {} : { until }),
    ...(reason === undefined ? {} : { reason }),
    ...(seen === undefined ? {} : { seen }),
  };
}

/** What the talk goes on from: the day, and nothing that anybody typed besides. */
function toldOf(
  here: Here,
  before: AccountRecord | undefined,
  { answer, picture: { record } }: Exclude<SnoozeAnswer, { readonly answer: 'account-gone' }>,
  wish: SnoozeWish | undefined,
): Told {
  const companies = [record.tenant.name];
  const command =
    wish === undefined
      ? { name: 'wake', companies }
      : { name: 'snooze', companies, ...(wish.until === undefined ? {} : { until: wish.until }) };
  const told = toldAbout(command, [subjectOf(record)]);
  // Nothing is done yet where it is asked until when.
  if (answer === 'until-when') return told;
  return undoneBy(told, answer === 'snoozed' || answer === 'woken' ? asBefore(here, record.id, before) : undefined);
}

/** As it was: awake, or until the day that it waited for. */
function asBefore(here: Here, accountId: string, before: AccountRecord | undefined): Action {
  const snooze = before === undefined ? undefined : snoozeOf(before);
  if (snooze === undefined) return { verb: 'wake', accountId };
  const day = isoDate(dateAt(snooze.until, zoneOf(here)));
  return { verb: 'snooze', accountId, day, ...(snooze.reason === undefined ? {} : { reason: snooze.reason }) };
}
