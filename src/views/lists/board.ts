import boardCard from '../../../cards/board.json';
import type { Message } from '../../courier';
import type { BoardLine, BoardRecord } from '../../domain/documents';
import { noteView } from '../parts/message-card';
import { shortName } from '../words/escape';
import { button, maybe, toMessage } from '../parts/parts';
import type { Button } from '../parts/parts';
import { providerButtons } from './of-provider';
import { row, rowText } from '../parts/rows';
import { personName } from '../words/mapping-words';
import { waitingWords } from '../words/since-words';
import { stakeWords } from '../words/stake-words';
import type { Speech } from '../words/speech';
import { cardTemplate } from '../parts/template';
import { keeping } from '../words/times';

const draw = cardTemplate(boardCard);

/** How many accounts the board names; the rest is a number and a button. */
export const BOARD_ROWS = 8;

/** The one living card of a conversation: what needs somebody, by what waiting costs. It is edited in place. */
export function boardView(
  board: Pick<BoardRecord, 'open' | 'lines' | 'providers' | 'snoozed' | 'overdue' | 'stuck'>,
  spoken: Speech,
): Message {
  const speech = keeping(spoken);
  const title = speech.say('board.title', { count: board.open });
  const cue = speech.say('which.choose');
  const rows = board.lines.slice(0, BOARD_ROWS).map((line) => {
    return row(line.name, lineDetail(line, speech), cue, {
      verb: 'account',
      accountId: line.accountId,
    });
  });
  const more = board.open - rows.length;
  const below = more > 0 ? speech.say('board.more', { count: more }) : undefined;
  const { stuck } = board;
  const failing =
    stuck === undefined ? '' : ` ${speech.say('board.stuck', { count: stuck, line: speech.say('type.health') })}`;
  const asleep = board.snoozed === undefined ? '' : ` ${speech.say('snooze.count', { count: board.snoozed })}`;
  const late = board.overdue === undefined ? '' : ` ${speech.say('board.overdue', board.overdue)}`;
  const body = speech.say(board.open === 0 ? 'board.empty' : 'board.body') + late + asleep + failing;
  const hint = speech.say('type.hint', { line: speech.say('type.list') });
  const all = button(speech.say('board.all'), { verb: 'list', what: 'unmapped', offset: 0 });
  const review = button(speech.say('review.button'), { verb: 'review' });
  return toMessage(
    {
      draw,
      data: {
        kicker: speech.say('board.kicker'),
        title,
        body,
        rows,
        more: maybe(below === undefined ? undefined : { text: below }),
        hint,
        actions: [
          ...(board.open > 1 ? [review] : []),
          ...(more > 0 ? [all] : []),
          ...(board.snoozed === undefined ? [] : [asleepButton(speech)]),
          ...providerButtons(board.providers, 'unmapped', speech),
        ],
      },
      summary: title,
      text: [title, body, ...rows.map((line, index) => rowText(line, index)), below, hint],
    },
    speech,
  );
}

function asleepButton(speech: Speech): Button {
  return button(speech.say('snooze.which'), {
    verb: 'list',
    what: 'unmapped',
    offset: 0,
    filter: [{ is: 'snoozed' }],
  });
}

/** Why it stands where it stands: that it is new, what waits with it, how long it waits. */
function lineDetail(line: BoardLine, speech: Speech): string {
  const { assignee, isBack, isNew, subscriptions } = line;
  return [
    ...(assignee === undefined ? [] : [speech.say('assign.row', { who: personName(assignee, speech) })]),
    ...(isBack === true ? [speech.say('snooze.row-back')] : []),
    ...(isNew === true ? [speech.say('waits.new')] : []),
    ...(subscriptions === undefined || subscriptions === 0 ? [] : [stakeWords({ ...line, subscriptions }, speech)]),
    waitingWords({ firstSeenAt: line.since, ...line }, speech),
    ...(line.provider === undefined ? [] : [shortName(line.provider)]),
  ].join(' · ');
}

/** What the message says that a board had before it moved to the end of its conversation. */
export function movedBoardView(speech: Speech): Message {
  const lists = button(speech.say('board.all'), { verb: 'list', what: 'unmapped', offset: 0 });
  return noteView(
    { kicker: speech.say('board.kicker'), title: speech.say('board.moved'), lines: [], actions: [lists] },
    speech,
  );
}
