import { actionData } from '../../actions/action';
import { LATER, reviewInput } from '../../actions/review-verbs';
import type { CandidateLine } from '../../domain/answers';
import type { CustomerRef } from '../../domain/decision';
import { REVIEW_CHOICES } from '../../domain/review-said';
import type { Sister } from '../../domain/sister';
import { SEEN_AT_ONCE } from '../../domain/review';
import type { ReviewGroup, ReviewRow } from '../../domain/review';
import { choiceTitle, probabilityWords } from '../parts/candidates';
import { clean, shortName } from '../words/escape';
import { reasonsFor, reasonsLine } from '../words/evidence-words';
import type { Speech } from '../words/speech';

/** Twelve rows have to fit into one card. */
const NAME = 50;
const DETAIL = 190;
const CHOICE = 80;

/** One account of a page, as the card shows it, and as it is said. */
export interface DrawnReviewRow {
  readonly group: ReviewGroup;
  readonly name: string;
  readonly said: string;
  readonly open: readonly object[];
  readonly toggle: readonly object[];
  readonly choice: readonly object[];
}

export function drawRow(
  { account, group, candidates, along, creates }: ReviewRow,
  at: number,
  speech: Speech,
): DrawnReviewRow {
  const name = `${at + 1}. ${clean(account.name, NAME)}`;
  const [best] = candidates;
  const why = best === undefined ? '' : whyLine(best, speech);
  const under = along.length === 0 ? '' : speech.say('review.and-under', { providers: providersOf(along, speech) });
  const place = shortName(account.provider ?? '');
  const detail = clean([account.domain, place, under, why].filter(Boolean).join(' · '), DETAIL);
  const id = reviewInput(at);
  // What tells the account apart labels its input, which screen readers say with it.
  const label = detail === '' ? name : detail;
  const base = { group, name, open: [], toggle: [], choice: [] };
  if (group === 'sure' && best !== undefined) {
    const title = speech.say('review.map-to', { customer: choiceTitle(best.customer) });
    const chosen = `map:${best.customer.id}`;
    return { ...base, said: `${name}: ${title}`, toggle: [{ id, label, title, on: chosen, value: chosen }] };
  }
  const open = [{ cue: `${speech.say('review.why')} ›`, action: openAction(account.accountId, name, speech) }];
  if (best === undefined) {
    const title = speech.say('choose.ignore');
    const create = creates ? [{ cue: `${speech.say('create.button')} ›`, action: createAction(account, speech) }] : [];
    return {
      ...base,
      said: `${name}: ${speech.say('review.group.nothing')}`,
      open: [...create, ...open],
      toggle: [{ id, label, title, on: 'ignore', value: LATER }],
    };
  }
  const shown = candidates.slice(0, REVIEW_CHOICES);
  const style = shown.length <= SEEN_AT_ONCE ? 'expanded' : 'compact';
  const choices = [
    ...shown.map((one, choice) => ({
      title: `${lettered(clean(choiceTitle(one.customer), CHOICE), choice, shown.length)} (${probabilityWords(one.probability, speech)})`,
      value: `map:${one.customer.id}`,
    })),
    { title: speech.say('choose.ignore'), value: 'ignore' },
    // What was chosen by mistake can be let be again.
    { title: speech.say('review.later'), value: LATER },
  ];
  const said = `${name}: ${choiceLetters(shown.map(({ customer }) => customer)).join(' / ')}`;
  return { ...base, said, open, choice: [{ id, label, style, value: LATER, choices }] };
}

function providersOf(along: readonly Sister[], speech: Speech): string {
  return speech.list([...new Set(along.map(({ provider }) => shortName(provider)))]);
}

/** Where there are several, each has a letter by which it can be chosen in words. */
function lettered(title: string, at: number, of: number): string {
  return of === 1 ? title : `${'abcde'.charAt(at)}) ${title}`;
}

export function choiceLetters(customers: readonly CustomerRef[]): readonly string[] {
  return customers.map(({ name }, at) => lettered(shortName(name), at, customers.length));
}

/** The strongest reason and the strongest doubt, on one line. */
function whyLine({ evidence }: CandidateLine, speech: Speech): string {
  const { reasons, against } = reasonsFor(evidence, speech);
  const but = against === undefined ? '' : ` ${speech.say('candidate.against', { reason: against })}`;
  return `${reasonsLine(reasons.slice(0, 1))}${but === '' ? '' : '.'}${but}`;
}

/** The form with which a customer is created, below. */
function createAction({ accountId, name }: ReviewRow['account'], speech: Speech): object {
  return {
    type: 'Action.Execute',
    verb: 'handshake',
    title: speech.say('create.tooltip', { name: clean(name, NAME) }),
    associatedInputs: 'none',
    data: actionData({ verb: 'create-form', accountId, below: true }),
  };
}

/** The account's own card, below: all its candidates, the search, and what is known of it. */
function openAction(accountId: string, name: string, speech: Speech): object {
  const title = `${speech.say('review.why')}: ${name}`;
  return {
    type: 'Action.Execute',
    verb: 'handshake',
    title,
    associatedInputs: 'none',
    data: actionData({ verb: 'account', accountId }),
  };
}
