import { lineName } from '../parts/rows';
import historyCard from '../../../cards/history.json';
import type { Action } from '../../actions/action';
import type { Message } from '../../courier';
import type { AccountLine, HistoryAnswer } from '../../domain/answers';
import type { Taken } from '../../domain/taken';
import { wasFoundDecided } from '../../domain/decision';
import type { Instant } from '../../domain/time';
import type { Decision } from '../../domain/decision';
import { shortName } from '../words/escape';
import { resellerWords } from '../words/acceptance-words';
import { reasonsFor } from '../words/evidence-words';
import { takenButtons, takenTitle } from '../company/meant';
import { button, maybe, toMessage } from '../parts/parts';
import { rowSince } from '../words/since-words';
import type { Button } from '../parts/parts';
import type { Speech } from '../words/speech';
import { decisionSentence } from '../words/story-words';
import { cardTemplate } from '../parts/template';
import { happenedAt, knownBefore, seenAt } from '../words/times';

const draw = cardTemplate(historyCard);
const ENTRIES_SHOWN = 12;

/** The story of one account, or what was decided in a time: plain sentences in the order in which it happened. */
export function historyView(answer: HistoryAnswer, speech: Speech, taken?: Taken): Message {
  const { account } = answer;
  const entries = answer.entries.slice(-ENTRIES_SHOWN);
  const title = takenTitle(historyTitle(answer, speech), account?.name ?? '', taken, speech);
  const older = answer.more + answer.entries.length - entries.length;
  const more = older > 0 ? speech.say('history.more', { count: older }) : undefined;
  const rows = entries.map((entry) => ({
    when: decidedWhen(entry, answer.appearedAt, speech),
    what: [decisionSentence(entry.decision, answer.appearedAt, speech), reviewWords(entry.decision, speech)].join(''),
    of: maybe(account === undefined ? { text: lineName(entry.account) } : undefined),
    why: maybe(whyLine(entry.decision, speech)),
  }));
  const appeared =
    account === undefined || answer.appearedAt === undefined
      ? undefined
      : appearedWords(account, answer.appearedAt, answer.reseller, speech);
  const left = leftWords(answer, speech);
  const none =
    entries.length === 0 ? speech.say(answer.period === undefined ? 'history.none' : 'history.none-period') : undefined;
  const hint =
    account === undefined
      ? undefined
      : speech.say('type.hint', { line: speech.say('type.history', { name: shortName(account.name) }) });
  return toMessage(
    {
      draw,
      data: {
        kicker: speech.say('history.kicker'),
        title,
        lines: [appeared, left, more].filter((text) => text !== undefined).map((text) => ({ text })),
        rows,
        none: maybe(none === undefined ? undefined : { text: none }),
        hint: maybe(hint === undefined ? undefined : { text: hint }),
        actions: [
          ...(account === undefined ? [] : takenButtons(account.accountId, account.name, taken, speech)),
          ...historyActions(answer, entries.length, speech),
        ],
      },
      summary: title,
      text: [title, appeared, left, more, ...rows.map(rowLine), none, hint],
    },
    speech,
  );
}

/** That it was decided together with others. */
function reviewWords({ inReview: count }: Decision, speech: Speech): string {
  return count === undefined ? '' : ` ${speech.say('review.story', { count })}`;
}

/** When the account came to us, which is not when it came to be. */
function appearedWords(
  account: AccountLine,
  appearedAt: Instant,
  reseller: HistoryAnswer['reseller'],
  speech: Speech,
): string | undefined {
  const name = shortName(account.name);
  // Only Work 365 knows of it: that we read so on a day is no date of the account.
  if (reseller?.state === 'not-listed')
    return account.rowCreatedAt === undefined ? undefined : `${rowSince(account.rowCreatedAt, speech)}.`;
  const first =
    account.accepted?.basis === 'before-first-look'
      ? speech.say('history.there-before', { name, date: knownBefore(appearedAt, speech) })
      : speech.say('history.appeared', { name, when: seenAt(appearedAt, speech) });
  return account.rowCreatedAt === undefined ? first : `${first} ${rowSince(account.rowCreatedAt, speech)}.`;
}

/** Who is no customer any more has no open end to the story. */
function leftWords({ reseller }: HistoryAnswer, speech: Speech): string | undefined {
  if (reseller?.state !== 'ended' && reseller?.state !== 'not-listed') return undefined;
  return `${speech.say('fact.reseller')}: ${resellerWords(reseller, speech)}`;
}

/** Of what was decided in Work 365 we know when we saw it, or that it was so when we first looked. */
function decidedWhen(
  { decision }: HistoryAnswer['entries'][number],
  appearedAt: number | undefined,
  speech: Speech,
): string {
  const { at, by } = decision;
  if (by.kind === 'person') return happenedAt(at, speech);
  if (appearedAt !== undefined && wasFoundDecided(by, at, appearedAt))
    return speech.say('history.when.before', { date: knownBefore(appearedAt, speech) });
  return speech.say('history.when.seen', { when: seenAt(at, speech) });
}

/** Ways to the other pages, and to the account. */
function historyActions(answer: HistoryAnswer, shown: number, speech: Speech): readonly Button[] {
  const { account, period, offset } = answer;
  const page = (to: number): Action =>
    account === undefined
      ? { verb: 'decisions', offset: to, ...(period === undefined ? {} : { period: period.name }) }
      : { verb: 'history', accountId: account.accountId, offset: to };
  const older = answer.more + answer.entries.length - shown;
  return [
    ...(older > 0 ? [button(speech.say('history.older'), page(offset + shown))] : []),
    ...(offset > 0 ? [button(speech.say('history.newer'), page(Math.max(0, offset - ENTRIES_SHOWN)))] : []),
    ...(account === undefined
      ? [button(speech.say('export.button'), exportAction(period))]
      : [button(speech.say('show.button'), { verb: 'account', accountId: account.accountId })]),
  ];
}

function exportAction(period: HistoryAnswer['period']): Action {
  const range = period === undefined ? {} : { range: { from: period.from, to: period.to } };
  return { verb: 'export', what: 'history', ...range };
}

interface HistoryRow {
  readonly when: string;
  readonly what: string;
  readonly of: readonly { readonly text: string }[];
  readonly why: readonly { readonly text: string }[];
}

function rowLine(row: HistoryRow): string {
  const subject = row.of.map((of) => `${of.text}: `).join('');
  const why = row.why.map((reason) => ` ${reason.text}`).join('');
  return `- ${row.when}: ${subject}${row.what}${why}`;
}

function historyTitle(answer: HistoryAnswer, speech: Speech): string {
  if (answer.account !== undefined) return speech.say('history.title', { name: lineName(answer.account) });
  if (answer.period === undefined) return speech.say('history.title-all');
  return speech.say('history.title-period', { period: speech.say(`period.${answer.period.name}`) });
}

function whyLine(decision: Decision, speech: Speech): { readonly text: string } | undefined {
  const { reasons, against } = reasonsFor(decision.evidence ?? [], speech);
  const parts = [
    reasons.length === 0 ? undefined : speech.say('history.because', { reasons: reasons.join('; ') }),
    against === undefined ? undefined : speech.say('history.against', { reason: against }),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : { text: parts.join(' ') };
}
