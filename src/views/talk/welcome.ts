import welcomeCard from '../../../cards/welcome.json';
import type { Message } from '../../courier';
import type { Waits } from '../../domain/waits';
import { waitsLines } from './waits';
import { clean, shortName } from '../words/escape';
import type { HelpEntry } from './help';
import { button, maybe, toMessage } from '../parts/parts';
import type { Speech } from '../words/speech';
import { cardTemplate } from '../parts/template';

export interface Welcome {
  readonly scope: 'personal' | 'channel' | 'group';
  /** Who added the bot, where Teams says it. */
  readonly addedBy?: string;
  /** The first things to try, from the command table; three are shown. */
  readonly entries: readonly HelpEntry[];
  /** In a chat of one's own: what waits for whoever reads it, if they may know. */
  readonly waits?: Waits;
}

const draw = cardTemplate(welcomeCard);
const ENTRIES_SHOWN = 3;

/** Said once per conversation: what this is for, how it begins, and its limits. */
export function welcomeView(welcome: Welcome, speech: Speech): Message {
  const title = speech.say(`welcome.title.${welcome.scope}`);
  const by = welcome.addedBy === undefined ? undefined : speech.say('welcome.by', { name: shortName(welcome.addedBy) });
  const lines = [
    ...(welcome.waits === undefined ? [] : waitsLines(welcome.waits, speech)),
    speech.say('welcome.what'),
    speech.say(`welcome.${welcome.scope}`),
    ...(welcome.scope === 'personal' ? [speech.say('welcome.elsewhere')] : []),
  ];
  const limits = speech.say('welcome.limits');
  const tries = welcome.entries
    .slice(0, ENTRIES_SHOWN)
    .map((entry) => ({ example: clean(entry.example, 60), summary: clean(entry.summary, 120) }));
  return toMessage(
    {
      draw,
      data: {
        kicker: speech.say('welcome.kicker'),
        title,
        by: maybe(by === undefined ? undefined : { text: by }),
        lines: lines.map((text) => ({ text })),
        tries,
        limits,
        actions: [
          button(speech.say('welcome.board'), { verb: 'list', what: 'unmapped', offset: 0 }),
          button(speech.say('review.button'), { verb: 'review' }),
          button(speech.say('welcome.help'), { verb: 'help' }),
        ],
      },
      summary: title,
      text: [title, by, ...lines, ...tries.map((entry) => `- ${entry.example}: ${entry.summary}`), limits],
    },
    speech,
  );
}
