import { lineName } from '../parts/rows';
import type { Message } from '../../courier';
import type { ReviewOutcome, ReviewUndone } from '../../domain/review';
import { alongWords } from '../account/sisters';
import { noteView } from '../parts/message-card';
import { button } from '../parts/parts';
import { shortName } from '../words/escape';
import { actorName } from '../words/mapping-words';
import type { Speech } from '../words/speech';

/** So many rows are named that were not saved; the rest is a number. */
const NAMED = 4;

/** In the place of a page that was saved in words: the answer to these is the next page. */
export function reviewDoneView(outcomes: readonly ReviewOutcome[], speech: Speech): Message {
  const lines = savedLines(outcomes, speech);
  return noteView(
    {
      kicker: speech.say('review.kicker'),
      title: speech.say('review.done'),
      lines: lines.length === 0 ? [speech.say('review.done-nothing')] : lines,
    },
    speech,
  );
}

/** What became of taking a page back. */
export function reviewUndoneView({ undone, left }: ReviewUndone, speech: Speech): Message {
  const names = left.slice(0, NAMED).map(({ name }) => shortName(name));
  return noteView(
    {
      kicker: speech.say('review.kicker'),
      title: speech.say('review.undone', { count: undone }),
      lines:
        left.length === 0 ? [] : [speech.say('review.not-undone', { count: left.length, names: speech.list(names) })],
      actions: [button(speech.say('review.go-on'), { verb: 'review' })],
    },
    speech,
  );
}

/** What became of a page that was saved, a sentence for each kind. */
export function savedLines(outcomes: readonly ReviewOutcome[], speech: Speech): readonly string[] {
  const count = (outcome: ReviewOutcome['outcome']): number => outcomes.filter((one) => one.outcome === outcome).length;
  const along = outcomes.flatMap((one) => (one.outcome === 'mapped' ? one.along : []));
  const mapped = count('mapped') + along.filter(({ outcome }) => outcome === 'done').length;
  const ignored = count('ignored');
  const gone = count('gone');
  return [
    ...(mapped === 0 ? [] : [speech.say('review.mapped', { count: mapped })]),
    ...(ignored === 0 ? [] : [speech.say('review.ignored', { count: ignored })]),
    ...outcomes.flatMap((one) => (one.outcome === 'taken' ? [takenLine(one, speech)] : [])),
    ...alongWords(
      along.filter(({ outcome }) => outcome !== 'done'),
      'mapped',
      speech,
    ),
    ...namedLine('look', outcomes, speech),
    ...namedLine('not-saved', outcomes, speech),
    ...(gone === 0 ? [] : [speech.say('review.gone', { count: gone })]),
  ];
}

/** Green is for a page of which everything was saved. */
export function savedStyle(outcomes: readonly ReviewOutcome[]): 'good' | 'warning' {
  return outcomes.every(({ outcome }) => outcome === 'mapped' || outcome === 'ignored') ? 'good' : 'warning';
}

function takenLine(one: Extract<ReviewOutcome, { readonly outcome: 'taken' }>, speech: Speech): string {
  const name = lineName(one.account);
  const who = one.by === undefined ? speech.say('taken.somebody') : actorName(one.by, speech);
  const { customer } = one.account;
  return customer === undefined
    ? speech.say('review.taken', { name, who })
    : speech.say('review.taken-by', { name, who, customer: shortName(customer.name) });
}

function namedLine(
  outcome: 'look' | 'not-saved',
  outcomes: readonly ReviewOutcome[],
  speech: Speech,
): readonly string[] {
  const names = outcomes.flatMap((one) => (one.outcome === outcome ? [lineName(one.account)] : []));
  if (names.length === 0) return [];
  return [speech.say(`review.${outcome}`, { count: names.length, names: speech.list(names.slice(0, NAMED)) })];
}
