import type { Action } from '../../actions/action';
import type { AccountLine, NearName } from '../../domain/answers';
import { writtenDay } from '../../domain/day-asked';
import type { SnoozeWish } from '../../domain/snooze-answer';
import type { Taken } from '../../domain/taken';
import type { Banner } from '../account/account';
import { clean, shortName } from '../words/escape';
import { reasonsFor, reasonsLine } from '../words/evidence-words';
import { button } from '../parts/parts';
import type { Button, Fact } from '../parts/parts';
import { row } from '../parts/rows';
import type { Row } from '../parts/rows';
import type { Speech } from '../words/speech';

/** What is asked of the company that is meant: what a click on one of those offered goes on with. */
export type Wish =
  | {
      readonly intent: Exclude<
        Extract<Action, { readonly verb: 'which' }>['intent'],
        'map' | 'snooze' | 'request' | 'remind'
      >;
    }
  | ({ readonly intent: 'snooze' | 'remind' } & SnoozeWish)
  /** `who` is the colleague as typed. */
  | { readonly intent: 'request'; readonly who: string }
  /** `customer` is what was typed for the customer. */
  | { readonly intent: 'map'; readonly customer: string }
  /** `instead` is the watch that has begun under the name typed. */
  | { readonly intent: 'watch'; readonly instead?: string }
  | { readonly intent: 'invite' };

/** One that is near what was typed, behind a button: it is never answered unasked. */
export function meantButton(name: NearName, wish: Wish, speech: Speech): Button {
  const values = { name: shortName(name.name) };
  return button(speech.say('near.button', values), nameAction(name, wish), {
    tooltip: speech.say('near.tooltip', values),
  });
}

/** Names that are like what was typed; a click asks the same of them. */
export function nearRows(near: readonly NearName[], wish: Wish, speech: Speech): readonly Row[] {
  return near.slice(0, 5).map((name) => row(name.name, '', speech.say('which.choose'), nameAction(name, wish)));
}

export function nameAction({ name, accountId }: NearName, wish: Wish): Action {
  if (accountId !== undefined) return accountAction({ accountId, name }, wish);
  const query = clean(name, 200);
  switch (wish.intent) {
    case 'watch':
      return { verb: 'watch', query };
    case 'invite':
      return { verb: 'invite', company: query };
    case 'map':
      return { verb: 'which-name', query, intent: 'map', customer: clean(wish.customer, 200) };
    case 'snooze':
    case 'remind':
      return { verb: 'which-name', query, intent: wish.intent, ...snoozed(wish) };
    case 'request':
      return { verb: 'which-name', query, intent: 'request', who: clean(wish.who, 200) };
    default:
      return { verb: 'which-name', query, intent: wish.intent };
  }
}

export function accountAction({ accountId, name }: Pick<AccountLine, 'accountId' | 'name'>, wish: Wish): Action {
  switch (wish.intent) {
    case 'watch':
      return { verb: 'watch-account', accountId, ...(wish.instead === undefined ? {} : { instead: wish.instead }) };
    case 'invite':
      return { verb: 'invite', company: clean(name, 200) };
    case 'map':
      return { verb: 'which', accountId, intent: 'map', customer: clean(wish.customer, 200) };
    case 'snooze':
    case 'remind':
      return { verb: 'which', accountId, intent: wish.intent, ...snoozed(wish) };
    case 'request':
      return { verb: 'which', accountId, intent: 'request', who: clean(wish.who, 200) };
    default:
      return { verb: 'which', accountId, intent: wish.intent };
  }
}

function snoozed({ until, reason }: Pick<SnoozeWish, 'until' | 'reason'>): { day?: string; reason?: string } {
  const day = writtenDay(until);
  return { ...(day === undefined ? {} : { day }), ...(reason === undefined ? {} : { reason }) };
}

/** "Did you mean Woodgrove Bank?": nothing where nobody is that near. */
export function didYouMean(probably: NearName | undefined, speech: Speech): string | undefined {
  return probably === undefined ? undefined : speech.say('near.one', { name: shortName(probably.name) });
}

/** The account's name with what it rests on: "Woodgrove Bank, going by “woodgrove”". The bare name where it was typed. */
export function takenName(name: string, taken: Taken | undefined, speech: Speech): string {
  if (taken === undefined) return shortName(name);
  if (taken.taken === 'assumed') return goesBy(name, taken.query, speech);
  const most = speech.say('meant.likely', { name: shortName(name) });
  return taken.assumed ? `${goesBy(taken.customer.name, taken.query, speech)}. ${most}` : most;
}

/** The same above the card of an account. */
export function takenBanner(name: string, taken: Taken | undefined, speech: Speech): Banner | undefined {
  return taken === undefined ? undefined : { text: `${takenName(name, taken, speech)}.`, style: 'attention' };
}

/** A title that stands by itself, after what it rests on. */
export function takenTitle(title: string, name: string, taken: Taken | undefined, speech: Speech): string {
  return taken === undefined ? title : `${takenName(name, taken, speech)}. ${title}`;
}

export function goesBy(name: string, query: string, speech: Speech): string {
  return speech.say('meant.assumed', { name: shortName(name), query: clean(query, 80) });
}

/** Why an open account is taken for a customer that it is not mapped to. */
export function takenFact(taken: Taken | undefined, speech: Speech): readonly Fact[] {
  if (taken?.taken !== 'likely') return [];
  const { reasons, against } = reasonsFor(taken.evidence, speech);
  const but = against === undefined ? '' : `. ${speech.say('candidate.against', { reason: against })}`;
  return [{ title: speech.say('fact.because'), value: `${reasonsLine(reasons)}${but}` }];
}

/** The click that makes a likely account the customer's. */
export function takenButtons(
  accountId: string,
  name: string,
  taken: Taken | undefined,
  speech: Speech,
): readonly Button[] {
  if (taken?.taken !== 'likely') return [];
  const { id: customerId, name: customer } = taken.customer;
  const tooltip = speech.say('map.title', { name: shortName(name), customer: shortName(customer) });
  const action: Action = { verb: 'confirm-map', accountId, customerId };
  return [button(speech.say('choose.map'), action, { style: 'positive', tooltip })];
}
