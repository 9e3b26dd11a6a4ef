import type { Message } from '../../courier';
import type { ComparedMapping, ComparisonAnswer } from '../../domain/comparison';
import { probabilityWords } from '../parts/candidates';
import { choicesView } from '../parts/choices';
import { button, pageButtons } from '../parts/parts';
import { row } from '../parts/rows';
import { shortName } from '../words/escape';
import { reasonsFor } from '../words/evidence-words';
import type { Speech } from '../words/speech';

const PAGE = 10;

/** What is mapped in Work 365 beside what we would have proposed: those that differ, each with a way to look. */
export function comparisonView(answer: ComparisonAnswer, speech: Speech): Message {
  const { all, after, total, same, others, offset, next, rehearses } = answer;
  const isPart = total < all;
  const differ = total - same;
  return choicesView(
    {
      kicker: speech.say('comparison.kicker'),
      title:
        total === 0
          ? speech.say('comparison.none')
          : isPart
            ? speech.say('comparison.title-part', {
                same: speech.number(same),
                total: speech.number(total),
                from: speech.number(after + 1),
                to: speech.number(after + total),
                all: speech.number(all),
              })
            : speech.say('comparison.title', { same: speech.number(same), total: speech.number(total) }),
      lines: [
        ...(rehearses ? [speech.say('rehearsal.line')] : []),
        ...(differ === 0 ? [] : [speech.say('comparison.differ', { count: differ })]),
      ],
      rows: others.map((one) => differingRow(one, speech)),
      actions: [
        ...pageButtons(
          { offset, shown: others.length, total: differ, page: PAGE },
          (to) => ({ verb: 'compare', offset: to, ...(after === 0 ? {} : { after }) }),
          speech,
        ),
        ...(next === 0
          ? []
          : [
              button(speech.say('comparison.next', { count: speech.number(next) }), {
                verb: 'compare',
                offset: 0,
                after: after + total,
              }),
            ]),
        button(speech.say('review.button'), { verb: 'review' }),
      ],
    },
    speech,
  );
}

function differingRow({ account, theirs, ours }: ComparedMapping, speech: Speech) {
  const title = `${shortName(account.name)} → ${shortName(theirs.name)}`;
  const detail =
    ours === undefined
      ? speech.say('comparison.nobody')
      : speech.say('comparison.ours', {
          customer: shortName(ours.customer.name),
          chance: probabilityWords(ours.probability, speech),
          reason: reasonsFor(ours.evidence, speech).reasons[0] ?? '–',
        });
  return row(title, detail, speech.say('show.button'), { verb: 'account', accountId: account.accountId });
}
