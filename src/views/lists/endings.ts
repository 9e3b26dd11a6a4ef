import type { EndingsAnswer } from '../../domain/endings-answer';
import type { Message } from '../../courier';
import { unknownLines } from '../words/filter-words';
import { choicesView } from '../parts/choices';
import { button } from '../parts/parts';
import { lineName, row } from '../parts/rows';
import type { Row } from '../parts/rows';
import type { Speech } from '../words/speech';
import { happenedOn } from '../words/times';

type Unknowns = NonNullable<EndingsAnswer['unknown']>;

/** So many stand on one card. */
const SHOWN = 12;

/** What ends or lacks, the first first; a click shows the account, from which it can be mended. */
export function endingsView({ lines, total, from, to, unknown = {} }: EndingsAnswer, speech: Speech): Message {
  const shown = lines.slice(0, SHOWN);
  const more = total - shown.length;
  const period =
    from === undefined || to === undefined
      ? []
      : [speech.say('endings.period', { from: happenedOn(from, speech), to: happenedOn(to - 1, speech) })];
  return choicesView(
    {
      kicker: speech.say('endings.kicker'),
      title: titleOf(total, unknown, speech),
      lines: [...period, speech.say('endings.known'), ...unknownLines(unknown, speech)],
      rows: shown.map((line) => endingRow(line, speech)),
      below: more > 0 ? [speech.say('endings.more', { count: more })] : [],
      actions:
        more > 0
          ? [
              button(speech.say('endings.admin'), {
                verb: 'list',
                what: 'accepted',
                offset: 0,
                filter: [{ is: 'admin-ends', span: { next: { count: 60, unit: 'day' } } }],
              }),
            ]
          : [],
      hint: speech.say('type.endings'),
    },
    speech,
  );
}

/** That nothing ends is said only of what is known. */
function titleOf(total: number, unknown: Unknowns, speech: Speech): string {
  const open = Object.values(unknown).reduce((sum, count) => sum + count, 0);
  return total === 0 && open > 0
    ? speech.say('endings.title-unknown', { count: open })
    : speech.say('endings.title', { count: total });
}

function endingRow({ ending, account }: EndingsAnswer['lines'][number], speech: Speech): Row {
  const date = ending.at === undefined ? '' : happenedOn(ending.at, speech);
  const detail = speech.say(`endings.${ending.what}-row`, { date });
  const action = { verb: 'account', accountId: account.accountId } as const;
  return row(lineName(account), detail, speech.say('show.button'), action);
}
