import type { EndingsAnswer } from '../../domain/endings-answer';
import type { Message } from '../../courier';
import { choicesView } from '../parts/choices';
import { button } from '../parts/parts';
import { lineName, row } from '../parts/rows';
import type { Row } from '../parts/rows';
import type { Speech } from '../words/speech';
import { happenedOn } from '../words/times';

/** So many stand on one card. */
const SHOWN = 12;

/** What ends or lacks, the first first; a click shows the account, from which it can be mended. */
export function endingsView({ lines, total, from, to }: EndingsAnswer, speech: Speech): Message {
  const shown = lines.slice(0, SHOWN);
  const more = total - shown.length;
  const period =
    from === undefined || to === undefined
      ? []
      : [speech.say('endings.period', { from: happenedOn(from, speech), to: happenedOn(to - 1, speech) })];
  return choicesView(
    {
      kicker: speech.say('endings.kicker'),
      title: speech.say('endings.title', { count: total }),
      lines: [...period, speech.say('endings.known')],
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

function endingRow({ ending, account }: EndingsAnswer['lines'][number], speech: Speech): Row {
  const date = ending.at === undefined ? '' : happenedOn(ending.at, speech);
  const detail = speech.say(`endings.${ending.what}-row`, { date });
  const action = { verb: 'account', accountId: account.accountId } as const;
  return row(lineName(account), detail, speech.say('show.button'), action);
}
