import listCard from '../../../cards/list.json';
import type { Message } from '../../courier';
import type { Needless } from '../../domain/account';
import type { AccountLine, ListAnswer, ListLine } from '../../domain/answers';
import type { ListOrder } from '../../domain/list-order';
import { atStake } from '../../domain/waiting-order';
import { clean, shortName } from '../words/escape';
import { button, maybe, toMessage } from '../parts/parts';
import type { Button } from '../parts/parts';
import { accountDetail, identityOf, row, rowText } from '../parts/rows';
import type { Row } from '../parts/rows';
import { digestLines } from './digest';
import type { DigestShown } from './digest';
import { narrowedDetail, narrowedLines, narrowedTitle } from './narrowed';
import { providerButtons } from './of-provider';
import { acceptedSince, waitingWords } from '../words/since-words';
import { stakeWords } from '../words/stake-words';
import { freshnessLines } from '../words/source-words';
import type { Speech } from '../words/speech';
import { cardTemplate } from '../parts/template';
import { happenedOn } from '../words/times';

const draw = cardTemplate(listCard);

/** How many lines one page holds; the card stays readable on a phone and far below its size limit. */
export const LIST_PAGE = 8;
const AWAITED_SHOWN = 5;
const NEEDLESS_SHOWN = 5;

/** What waits for a customer, or who accepted lately; oldest first, page by page. With `digest` also how it goes. */
export function listView(answer: ListAnswer, speech: Speech, digest?: DigestShown): Message {
  const { total, offset } = answer;
  const shown = answer.lines.slice(0, LIST_PAGE);
  const title = listTitle(answer, speech);
  const rows = shown.map((line) => listRow(line, answer, speech));
  const { narrowed } = answer;
  const says = narrowed === undefined || answer.nothingRead === true;
  const empty = total === 0 && says ? emptyWords(answer, speech) : undefined;
  const range =
    total > shown.length && shown.length > 0
      ? speech.say(answer.what === 'accepted' || narrowed !== undefined ? 'page.range' : 'list.range', {
          from: offset + 1,
          to: offset + shown.length,
          total,
        })
      : undefined;
  const { order } = answer;
  const sorting = order === undefined || total < 2 ? undefined : speech.say(`list.order.${order}`);
  const about = narrowed === undefined ? [] : narrowedLines({ ...answer, narrowed }, speech);
  const awaited = awaitedLines(answer, speech);
  const awaitedTitle = speech.say('list.awaited');
  const news = digest === undefined ? [] : digestLines(digest, speech);
  const others = needlessLines(answer.needless ?? [], speech);
  const { drifted: count = 0 } = answer;
  const drifted = count === 0 ? undefined : speech.say('list.drifted', { count });
  const warnings = freshnessLines(answer.freshness, answer.now, speech);
  const example = shown[0];
  const hint = example === undefined ? undefined : hintFor(example, speech);
  return toMessage(
    {
      draw,
      data: {
        kicker: speech.say('list.kicker'),
        title,
        lines: [...news, ...about, empty, range, sorting, ...others, drifted]
          .filter((text) => text !== undefined)
          .map((text) => ({ text })),
        warnings: warnings.map((text) => ({ text })),
        rows,
        awaited: maybe(
          awaited.length === 0 ? undefined : { title: awaitedTitle, items: awaited.map((text) => ({ text })) },
        ),
        hint: maybe(hint === undefined ? undefined : { text: hint }),
        actions: [
          ...(digest === undefined ? [] : [reviewOf(total, speech)]),
          ...pageButtons(answer, shown.length, speech, digest !== undefined),
          ...providerButtons(answer.providers, answer.what, speech),
          ...(digest === undefined ? [] : [button(speech.say('report.button'), { verb: 'report' })]),
        ],
      },
      summary: title,
      text: [
        title,
        ...news,
        ...about,
        empty,
        range,
        sorting,
        ...others,
        drifted,
        ...warnings,
        ...rows.map((line, index) => rowText(line, offset + index)),
        ...(awaited.length === 0 ? [] : [`${awaitedTitle}:`, ...awaited.map((line) => `- ${line}`)]),
        hint,
      ],
    },
    speech,
  );
}

function hintFor(line: AccountLine, speech: Speech): string {
  return speech.say('type.hint', { line: speech.say('type.show', { name: clean(line.name, 60) }) });
}

function emptyWords({ what, nothingRead }: ListAnswer, speech: Speech): string {
  return speech.say(nothingRead === true ? 'list.nothing-read' : `list.empty.${what}`);
}

function listTitle(answer: ListAnswer, speech: Speech): string {
  if (answer.nothingRead === true) return speech.say('list.title.nothing-read');
  const { narrowed } = answer;
  if (narrowed !== undefined) return narrowedTitle({ ...answer, narrowed }, speech);
  return speech.say(`list.title.${answer.what}`, { count: answer.total });
}

function listRow(line: ListLine, answer: ListAnswer, speech: Speech): Row {
  const { what, offset, narrowed, order } = answer;
  const when = answer.what === 'accepted' ? acceptedSince(line, speech) : waitingWords(line, speech);
  const identity = answer.what === 'accepted' ? accountDetail(line, speech) : identityOf(line, speech);
  const cue = speech.say(line.state === 'open' ? 'which.choose' : 'show.button');
  const from = { view: 'list' as const, what, offset, ...askedFor(answer) };
  const facts = narrowed === undefined ? `${when} · ${identity}` : narrowedDetail(line, narrowed.filter, speech);
  const detail = order === 'largest' ? `${sizeWords(line, speech)} · ${facts}` : facts;
  return row(line.name, detail, cue, { verb: 'account', accountId: line.accountId, from });
}

/** What leads to another page of the same list. */
export function askedFor({ narrowed, order }: Pick<ListAnswer, 'narrowed' | 'order'>) {
  return {
    ...(narrowed === undefined ? {} : { filter: narrowed.filter }),
    ...(order === undefined ? {} : { order }),
  };
}

/** The companies that people watch and that have not turned up: the first of them, and how many more. */
export function awaitedLines(answer: Pick<ListAnswer, 'awaited'>, speech: Speech): readonly string[] {
  const awaited = answer.awaited ?? [];
  const lines = awaited
    .slice(0, AWAITED_SHOWN)
    .map(({ query, by, since }) =>
      speech.say('list.awaited-line', { query: clean(query, 80), by: clean(by, 60), date: happenedOn(since, speech) }),
    );
  const more = awaited.length - lines.length;
  return more > 0 ? [...lines, speech.say('list.awaited-more', { count: more })] : lines;
}

/** The accounts that are in no count of what waits, and why. */
export function needlessLines(all: readonly Needless[], speech: Speech): readonly string[] {
  return (['sync-off', 'no-reseller', 'row-gone'] as const).flatMap((reason) => {
    const names = all.filter(({ why }) => why === reason).map(({ name }) => shortName(name));
    if (names.length === 0) return [];
    const more = names.length - NEEDLESS_SHOWN;
    const shown = names.slice(0, NEEDLESS_SHOWN);
    const rest = more > 0 ? [speech.say('list.awaited-more', { count: more })] : [];
    const listed = more > 0 ? [shown.join(', '), ...rest].join(' ') : speech.list(shown);
    return [speech.say(`list.needless.${reason}`, { count: names.length, names: listed })];
  });
}

function reviewOf(count: number, speech: Speech): Button {
  return button(speech.say('remind.review', { count }), { verb: 'review' }, { style: 'positive' });
}

function pageButtons(answer: ListAnswer, shown: number, speech: Speech, isDigest: boolean): readonly Button[] {
  const { what, offset, total } = answer;
  const page = (to: number) => ({
    verb: 'list' as const,
    what,
    offset: to,
    ...askedFor(answer),
  });
  const rest = total - offset - shown;
  const buttons: Button[] = [];
  if (!isDigest && what !== 'accepted' && total > 1)
    buttons.push(button(speech.say('review.button'), { verb: 'review' }));
  if (offset > 0) buttons.push(button(speech.say('list.previous'), page(Math.max(0, offset - LIST_PAGE))));
  if (rest > 0 && shown > 0) {
    buttons.push(button(speech.say('list.next', { count: Math.min(rest, LIST_PAGE) }), page(offset + shown)));
  }
  // One page is seen at a glance, whatever its order.
  if (total > LIST_PAGE) {
    for (const order of otherOrders(answer))
      buttons.push(button(speech.say(`list.order.${order}`), { ...page(0), order }));
  }
  if ((answer.awaited ?? []).length > AWAITED_SHOWN) {
    const line = speech.say('type.watches');
    buttons.push(button(line, { verb: 'type', line }));
  }
  return buttons;
}

/** The two that are offered are not the one that the list has. */
function otherOrders({ what, order, narrowed }: ListAnswer): readonly ListOrder[] {
  const now = order ?? (narrowed !== undefined ? undefined : what === 'accepted' ? 'newest' : 'oldest');
  return (['newest', 'largest', 'oldest'] as const).filter((one) => one !== now).slice(0, 2);
}

/** What an account is ordered by that is ordered by its size. */
function sizeWords({ record }: ListLine, speech: Speech): string {
  const stake = record === undefined ? undefined : atStake(record);
  return stake === undefined ? speech.say('waits.not-looked-up') : stakeWords(stake, speech);
}
