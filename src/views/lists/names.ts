import type { Message } from '../../courier';
import type { NamesAnswer } from '../../domain/answers';
import { choicesView } from '../parts/choices';
import { shortName } from '../words/escape';
import { pageButtons } from '../parts/parts';
import { row } from '../parts/rows';
import type { Speech } from '../words/speech';
import { happenedOn } from '../words/times';

const NAMES_SHOWN = 8;

/** The names that decisions have taught; each can be forgotten without touching its mapping. */
export function namesView(answer: NamesAnswer, speech: Speech): Message {
  const { forgotten } = answer;
  const shown = answer.names.slice(0, NAMES_SHOWN);
  const { offset, total } = answer;
  const range = speech.say('page.range', { from: offset + 1, to: offset + shown.length, total });
  const lines = [
    forgotten === undefined
      ? undefined
      : speech.say('names.forgotten', {
          name: shortName(forgotten.name),
          customer: shortName(forgotten.customer.name),
        }),
    speech.say('names.explain'),
    answer.fromWork365 > 0 ? speech.say('names.work365', { count: answer.fromWork365 }) : undefined,
  ].filter((line) => line !== undefined);
  return choicesView(
    {
      kicker: speech.say('names.kicker'),
      title: speech.say('names.title', { count: answer.total }),
      lines,
      rows: shown.map((name) =>
        row(
          speech.say('names.line', { name: shortName(name.name), customer: shortName(name.customer.name) }),
          speech.say('names.by', { by: shortName(name.by), date: happenedOn(name.at, speech) }),
          speech.say('names.forget'),
          { verb: 'forget-name', accountId: name.accountId },
        ),
      ),
      below: total > shown.length && shown.length > 0 ? [range] : [],
      actions: pageButtons(
        { offset, shown: shown.length, total, page: NAMES_SHOWN },
        (to) => ({ verb: 'names', offset: to }),
        speech,
      ),
    },
    speech,
  );
}
