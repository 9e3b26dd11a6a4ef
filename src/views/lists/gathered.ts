import boardCard from '../../../cards/board.json';
import type { Message } from '../../courier';
import type { AccountRecord } from '../../domain/account';
import type { Gathering } from '../../domain/gathering';
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
  readonly of: Gathering['of'];
  readonly open: readonly AccountRecord[];
  /** How many others came and are done with. */
  readonly done: number;
  readonly toReview: number;
  readonly now: Instant;
}

/** One message for several new accounts, by what waiting costs, with the way to go through them. */
export function gatheredView({ of, open, done, toReview, now }: GatheredShown, spoken: Speech): Message {
  const speech = keeping(spoken);
  const { title, body, hint } =
    of === 'quiet' ? quietWords(open.length, done, speech) : burstWords(open.length, done, speech);
  const said = [...body, ...costWords(open, speech)].join(' ');
  const rows = mostUrgent(open, NAMED, now).map((record) => openRow(record, [], speech));
  const more = open.length - rows.length;
  const below = more > 0 ? speech.say('remind.more', { count: more }) : undefined;
  return toMessage(
    {
      draw,
      data: {
        kicker: speech.say(`gathered.kicker.${of}`),
        title,
        body: said,
        rows,
        more: maybe(below === undefined ? undefined : { text: below }),
        hint,
        actions: [
          ...(toReview === 0
            ? []
            : [button(speech.say('remind.review', { count: toReview }), { verb: 'review' }, { style: 'positive' })]),
          ...(of === 'quiet'
            ? [button(speech.say('gathered.settings'), { verb: 'type', line: speech.say('type.settings') })]
            : []),
        ],
      },
      summary: title,
      text: [title, said, ...rows.map((line, index) => rowText(line, index)), below, hint],
    },
    speech,
  );
}

function quietWords(open: number, done: number, speech: Speech) {
  const others = done === 0 ? [] : [speech.say('gathered.done', { count: done })];
  return {
    title: speech.say('gathered.title', { count: open === 0 ? done : open }),
    body: [speech.say('gathered.body'), ...(open === 0 ? [speech.say('burst.all-done', { done })] : others)],
    hint: speech.say('gathered.hint', { line: speech.say('type.settings') }),
  };
}

/** It stays, and says how far people have come. */
function burstWords(open: number, done: number, speech: Speech) {
  const state = done === 0 ? [] : [speech.say(open === 0 ? 'burst.all-done' : 'burst.done', { open, done })];
  return {
    title: speech.say('burst.title', { count: open + done }),
    body: [speech.say('burst.body'), ...state],
    hint: [...(open === 0 ? [] : [speech.say('burst.hint')]), speech.say('burst.counts')].join(' '),
  };
}
