import { looksOf } from '../../domain/account-filter';
import type { AccountFilter, Condition, Unknown } from '../../domain/account-filter';
import { UTC } from '../../domain/calendar';
import { rangeOf } from '../../domain/span';
import type { Duration, Span } from '../../domain/span';
import type { Instant } from '../../domain/time';
import { shortName } from './escape';
import { sentenceCase } from './source-words';
import type { Speech } from './speech';
import { happenedOn, monthOf } from './times';

/** What is needed to say a filter besides itself. */
export interface Saying {
  readonly now: Instant;
  /** The names of the providers that the filter speaks of, by id. */
  readonly providers: ReadonlyMap<string, string>;
}

/** "Open, Germany, waiting longer than a week": everything that a list was narrowed down by. */
export function filterWords(filter: AccountFilter, saying: Saying, speech: Speech): string {
  return sentenceCase(filter.map((condition) => conditionWords(condition, saying, speech)).join(', '));
}

function conditionWords(condition: Condition, saying: Saying, speech: Speech): string {
  const { is, not } = condition;
  switch (is) {
    case 'open':
    case 'mapped':
    case 'ignored':
    case 'admin':
    case 'admin-pending':
    case 'subscribed':
    case 'shared':
    case 'drift':
    case 'snoozed':
      return speech.say(not === true ? `filter.${is}.not` : `filter.${is}`);
    case 'country': {
      const countries = speech.list(condition.countries.map((code) => speech.country(code)));
      return not === true ? speech.say('filter.country.not', { countries }) : countries;
    }
    case 'company': {
      const names = speech.list(condition.names.map((name) => shortName(name)));
      return not === true ? speech.say('filter.company.not', { names }) : names;
    }
    case 'waiting':
      return speech.say(not === true ? 'filter.waiting.not' : 'filter.waiting', {
        duration: durationWords(condition.longer, speech),
      });
    default:
      return ownDenial(condition, speech) ?? denied(not, positiveWords(condition, saying, speech), speech);
  }
}

type Dated = Extract<
  Condition,
  {
    readonly is: 'accepted' | 'ended' | 'signed' | 'admin-ended' | 'admin-ends' | 'in-work365' | 'provider' | 'decided';
  }
>;

function positiveWords(condition: Dated, saying: Saying, speech: Speech): string {
  if (condition.is === 'provider') {
    const { provider } = condition;
    return speech.say('filter.provider', { provider: shortName(saying.providers.get(provider) ?? provider) });
  }
  const span = condition.span === undefined ? '' : spanWords(condition.span, condition, saying.now, speech);
  if (condition.is === 'decided') return decidedWords(condition, span, speech);
  if (condition.is === 'admin-ends') return speech.say('filter.admin-ends', { span });
  return span === '' ? speech.say(`filter.${condition.is}`) : speech.say(`filter.${condition.is}.in`, { span });
}

function denied(not: true | undefined, words: string, speech: Speech): string {
  return not === true ? speech.say('filter.not', { what: words }) : words;
}

/** Some have words of their own for the opposite. */
function ownDenial(condition: Dated, speech: Speech): string | undefined {
  const { is, not } = condition;
  if (not !== true || (is !== 'signed' && is !== 'in-work365') || condition.span !== undefined) return undefined;
  return speech.say(`filter.${is}.not`);
}

function decidedWords(
  { verdict, by }: Extract<Condition, { readonly is: 'decided' }>,
  span: string,
  speech: Speech,
): string {
  const what = verdict ?? 'decided';
  const who = by === undefined ? '' : shortName(by.name ?? speech.say('source.work365'));
  if (who === '')
    return span === '' ? speech.say(`filter.deed.${what}`) : speech.say(`filter.deed.${what}.when`, { span });
  return span === ''
    ? speech.say(`filter.deed.${what}.by`, { who })
    : speech.say(`filter.deed.${what}.by-when`, { who, span });
}

/** "In October 2026", "next month", "until 31 Dec 2026". */
function spanWords(span: Span, condition: Condition, now: Instant, speech: Speech): string {
  const zone = speech.timeZone ?? UTC;
  const { from, to } = rangeOf(span, looksOf(condition), now, zone);
  if ('named' in span) return speech.say(`period.${span.named}`);
  if ('month' in span) return speech.say('span.month', { month: monthOf(from, speech) });
  if ('year' in span) return speech.say('span.year', { year: String(span.year) });
  if ('next' in span) return speech.say('span.next', { ...span.next });
  if ('last' in span) return speech.say('span.last', { ...span.last });
  if ('since' in span || 'sinceLast' in span) return speech.say('span.since', { date: happenedOn(from, speech) });
  if ('through' in span) return speech.say('span.until', { date: happenedOn(to - 1, speech) });
  const lastDay = happenedOn(to - 1, speech);
  if (span.until === undefined) return speech.say('span.since', { date: happenedOn(from, speech) });
  if (span.from === undefined) return speech.say('span.until', { date: lastDay });
  const firstDay = happenedOn(from, speech);
  return firstDay === lastDay
    ? speech.say('span.day', { date: firstDay })
    : speech.say('span.between', { from: firstDay, until: lastDay });
}

function durationWords({ count, unit }: Duration, speech: Speech): string {
  return speech.say(`duration.${unit}`, { count });
}

/** In the order in which they are said: what may be known soon first. */
export const UNKNOWN: readonly Unknown[] = [
  'not-looked-up',
  'could-not-look',
  'not-set-up',
  'not-ours',
  'no-date',
  'not-said',
];

/** Of how many nobody can tell, and why. */
export function unknownLines(unknown: Readonly<Partial<Record<Unknown, number>>>, speech: Speech): readonly string[] {
  return UNKNOWN.flatMap((why) => {
    const count = unknown[why] ?? 0;
    return count === 0 ? [] : [speech.say(`filter.unknown.${why}`, { count })];
  });
}
