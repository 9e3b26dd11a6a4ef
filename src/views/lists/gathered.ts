import boardCard from '../../../cards/board.json';
import type { Message } from '../../courier';
import type { AccountRecord } from '../../domain/account';
import type { Instant } from '../../domain/time';
import { mostUrgent } from '../../domain/waiting-order';
import { button, maybe, toMessage } from '../parts/parts';
import { rowText } from '../parts/rows';
import { cardTemplate } from '../parts/template';
import type { Speech } from '../words/speech';
import { keeping } from '../words/times';
import { costWords, openRow } from './open-rows';

const draw = cardTemplate(boardCard);

/** How many accounts it names; the rest is a number and the review. */
const NAMED = 8;

export interface GatheredShown {
  readonly open: readonly AccountRecord[];
  /** How many others came and are done with. */
  readonly done: number;
  readonly toReview: number;
  readonly now: Instant;
}

/** One message for all that came in quiet hours, by what waiting costs, with the way to go through it. */
export function gatheredView({ open, done, toReview, now }: GatheredShown, spoken: Speech): Message {
  const speech = keeping(spoken);
  const title = speech.say('gathered.title', { count: open.length });
  const body = [
    speech.say('gathered.body'),
    ...(done === 0 ? [] : [speech.say('gathered.done', { count: done })]),
    ...costWords(open, speech),
  ].join(' ');
  const rows = mostUrgent(open, NAMED, now).map((record) => openRow(record, [], speech));
  const more = open.length - rows.length;
  const below = more > 0 ? speech.say('remind.more', { count: more }) : undefined;
  const hint = speech.say('gathered.hint', { line: speech.say('type.settings') });
  return toMessage(
    {
      draw,
      data: {
        kicker: speech.say('gathered.kicker'),
        title,
        body,
        rows,
        more: maybe(below === undefined ? undefined : { text: below }),
        hint,
        actions: [
          button(speech.say('remind.review', { count: toReview }), { verb: 'review' }, { style: 'positive' }),
          button(speech.say('gathered.settings'), { verb: 'type', line: speech.say('type.settings') }),
        ],
      },
      summary: title,
      text: [title, body, ...rows.map((line, index) => rowText(line, index)), below, hint],
    },
    speech,
  );
}
