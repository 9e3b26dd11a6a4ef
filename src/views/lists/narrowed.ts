import type { AccountFilter, Condition, Unknown } from '../../domain/account-filter';
import type { Freshness, ListAnswer, ListLine, Narrowed } from '../../domain/answers';
import { wasFoundDecided } from '../../domain/decision';
import { isMeant, standing } from '../../domain/judge-account';
import { snoozeOf } from '../../domain/snooze';
import { factsOf, resellerWords } from '../words/acceptance-words';
import { identityOf } from '../parts/rows';
import { shortName } from '../words/escape';
import { filterWords, UNKNOWN } from '../words/filter-words';
import { actorName, personName } from '../words/mapping-words';
import { acceptedSince, rowSince, waitingWords } from '../words/since-words';
import { provenance, sentenceCase } from '../words/source-words';
import type { Speech } from '../words/speech';
import { age, happenedOn, knownBefore, seenOn } from '../words/times';

/** "Open, Germany, waiting longer than a week: 3 of 41 accounts"; what is not known is no part of the count. */
export function narrowedTitle(
  { narrowed, total, now }: ListAnswer & { readonly narrowed: Narrowed },
  speech: Speech,
): string {
  const { filter, over, unknown, providers } = narrowed;
  const what = filterWords(filter, { now, providers }, speech);
  const unseen = unknown['not-looked-up'] ?? 0;
  if (unseen > 0 && unseen === over) return speech.say('filter.title.not-yet', { what });
  if (unseen > 0) return speech.say('filter.title.so-far', { what, count: total, over: over - unseen });
  const possible = POSSIBLE.reduce((sum, why) => sum + (unknown[why] ?? 0), 0);
  // None is said only where it is none.
  if (total === 0 && possible > 0) return speech.say('filter.title.possible', { what, possible, over });
  return speech.say('filter.title', { what, count: total, over });
}

/** Over what the list looked, how old that is, and of how many nobody can tell. */
export function narrowedLines(answer: ListAnswer & { readonly narrowed: Narrowed }, speech: Speech): readonly string[] {
  const { narrowed, now } = answer;
  const { over, among, unknown, oldestLook, ahead } = narrowed;
  const named = narrowed.filter.flatMap((one) =>
    one.is === 'provider' && one.not !== true ? [narrowed.providers.get(one.provider)] : [],
  );
  const isMeant = ({ part, name }: Freshness): boolean =>
    part === 'rows' || (part === 'accounts' && (named.length === 0 || named.includes(name)));
  const lists = answer.freshness
    .filter(isMeant)
    .flatMap(({ source, asOf }) => (asOf === undefined ? [] : [provenance(source, asOf, now, speech)]));
  const looks = oldestLook === undefined ? [] : [speech.say('filter.looks', { ago: age(oldestLook, now, speech) })];
  return [
    ...(ahead ? [speech.say('filter.ahead')] : []),
    [speech.say(`filter.over.${among}`, { over }), ...[...new Set(lists)].map(sentenceCase), ...looks].join(' · '),
    ...UNKNOWN.flatMap((why) => {
      const count = unknown[why] ?? 0;
      if (count === 0) return [];
      const said = speech.say(`filter.unknown.${why}`, { count });
      return [why === 'no-date' ? [said, undatedWords(narrowed, count, speech)].join(' ') : said];
    }),
  ];
}

const POSSIBLE: readonly Unknown[] = ['no-date', 'could-not-look', 'not-set-up'];

/** "These are: Brightwater (in Work 365 since 2 Nov 2026) and SGER": whom to look at, the likeliest first. */
function undatedWords({ undated, filter }: Narrowed, count: number, speech: Speech): string {
  const dates = filter.some(({ is }) => is === 'accepted' || is === 'waiting' || is === 'open');
  const names = undated.map(({ name, rowCreatedAt }) => {
    const row = !dates || rowCreatedAt === undefined ? undefined : rowSince(rowCreatedAt, speech);
    return row === undefined ? shortName(name) : `${shortName(name)} (${row})`;
  });
  const more = count - undated.length;
  const rest = more > 0 ? [speech.say('filter.undated.more', { count: more })] : [];
  return speech.say('filter.undated', { names: speech.list([...names, ...rest]) });
}

/** What of an account the question was about; at most two facts, and how to tell it from another of its name. */
export function narrowedDetail(line: ListLine, filter: AccountFilter, speech: Speech): string {
  const said = filter.map((condition) => factWords(line, condition, speech)).filter((words) => words !== undefined);
  const facts = [...new Set(said)].slice(0, 2);
  return [...facts, identityOf(line, speech)].join(' · ');
}

function factWords(line: ListLine, condition: Condition, speech: Speech): string | undefined {
  const { record } = line;
  if (record === undefined) return undefined;
  const { acceptance, subscriptions, directoryRow } = record;
  switch (condition.is) {
    case 'admin':
    case 'admin-pending':
    case 'admin-ended':
    case 'admin-ends':
      return factsOf(acceptance, ['admin'], speech).map(titled).join();
    case 'signed':
      return factsOf(acceptance, ['agreement'], speech).map(titled).join();
    case 'subscribed':
      return subscriptions?.state === 'counted'
        ? speech.say('filter.subscriptions', { active: subscriptions.active, total: subscriptions.total })
        : undefined;
    case 'country':
      return line.country === undefined ? undefined : speech.country(line.country);
    case 'in-work365':
      return directoryRow?.createdAt === undefined
        ? speech.say(directoryRow === undefined ? 'filter.in-work365.not' : 'filter.in-work365')
        : rowSince(directoryRow.createdAt, speech);
    case 'provider':
      // With what tells the account from another one.
      return undefined;
    case 'accepted':
      return acceptedSince(line, speech);
    case 'ended':
      return resellerWords(acceptance.reseller, speech);
    case 'snoozed':
      return snoozedWords(line.record, speech);
    case 'open':
    case 'waiting':
      return line.state === 'open' ? waitingWords(line, speech) : decidedWords(line, undefined, speech);
    case 'decided':
      return decidedWords(line, condition, speech);
    case 'mapped':
    case 'ignored':
    case 'shared':
    case 'drift':
    case 'company':
      return decidedWords(line, undefined, speech);
  }
}

/** Until when, by whom and why. */
function snoozedWords(record: ListLine['record'], speech: Speech): string | undefined {
  const snooze = record === undefined ? undefined : snoozeOf(record);
  if (snooze === undefined) return undefined;
  const { by, until, reason } = snooze;
  const words = speech.say('snooze.row', { until: happenedOn(until, speech) });
  return [words, personName(by, speech), ...(reason === undefined ? [] : [speech.say('quote', { text: reason })])].join(
    ' · ',
  );
}

function titled({ title, value }: { readonly title: string; readonly value: string }): string {
  return `${title}: ${value}`;
}

/** To whom it is mapped, by whom and when; what an older decision said when that was asked for. */
function decidedWords(
  { record, state, customer }: ListLine,
  wanted: Extract<Condition, { readonly is: 'decided' }> | undefined,
  speech: Speech,
): string | undefined {
  if (record === undefined) return undefined;
  const own = standing(record).findLast((one) => isMeant(one, wanted ?? { is: 'decided' }));
  const to = own?.verdict === 'mapped' ? own.customer : state === 'mapped' ? customer : undefined;
  const what = to === undefined ? speech.say(`filter.${state}`) : `→ ${shortName(to.name)}`;
  if (own === undefined) return what;
  const { by, at } = own;
  if (by.kind === 'work365' && wasFoundDecided(by, at, record.firstSeenAt)) {
    const date = knownBefore(record.firstSeenAt, speech);
    const found =
      by.name === undefined
        ? speech.say('mapped.before', { date })
        : speech.say('mapped.before-by', { date, name: shortName(by.name) });
    return `${what} · ${found}`;
  }
  const who = own.by.kind === 'work365' ? (own.by.name ?? speech.say('source.work365')) : actorName(own.by, speech);
  return [what, shortName(who), seenOn(own.at, speech)].join(' · ');
}
