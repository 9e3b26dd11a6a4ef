import boardCard from '../../../cards/board.json';
import type { Message } from '../../courier';
import type { BoardRecord } from '../../domain/documents';
import { button, maybe, toMessage } from '../parts/parts';
import { row, rowText } from '../parts/rows';
import { waitingWords } from '../words/since-words';
import type { Speech } from '../words/speech';
import { cardTemplate } from '../parts/template';
import { keeping } from '../words/times';

const draw = cardTemplate(boardCard);

/** How many accounts the board names; the rest is a number and a button. */
export const BOARD_ROWS = 8;

/** The one living card of a conversation: what is open, oldest first. It is edited, never posted again. */
export function boardView(board: Pick<BoardRecord, 'open' | 'oldest' | 'stuck'>, spoken: Speech): Message {
  const speech = keeping(spoken);
  const title = speech.say('board.title', { count: board.open });
  const cue = speech.say('which.choose');
  const rows = board.oldest.slice(0, BOARD_ROWS).map((line) => {
    return row(line.name, waitingWords({ firstSeenAt: line.since, ...line }, speech), cue, {
      verb: 'account',
      accountId: line.accountId,
    });
  });
  const more = board.open - rows.length;
  const below = more > 0 ? speech.say('board.more', { count: more }) : undefined;
  const { stuck } = board;
  const failing =
    stuck === undefined ? '' : ` ${speech.say('board.stuck', { count: stuck, line: speech.say('type.health') })}`;
  const body = speech.say(board.open === 0 ? 'board.empty' : 'board.body') + failing;
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
        actions: [...(board.open > 1 ? [review] : []), ...(more > 0 ? [all] : [])],
      },
      summary: title,
      text: [title, body, ...rows.map((line, index) => rowText(line, index)), below, hint],
    },
    speech,
  );
}
