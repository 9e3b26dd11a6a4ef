import helpCard from '../../../cards/help.json';
import type { Message } from '../../courier';
import { clean } from '../words/escape';
import { rowAction, toMessage } from '../parts/parts';
import type { Speech } from '../words/speech';
import { cardTemplate } from '../parts/template';

/** One line of the command table: what to type, and what it does, in the reader's language. */
export interface HelpEntry {
  readonly example: string;
  readonly summary: string;
}

const draw = cardTemplate(helpCard);

/** What can be asked; a click on a line does as if it had been typed. */
export function helpView(entries: readonly HelpEntry[], speech: Speech): Message {
  const title = speech.say('help.title');
  const intro = speech.say('help.intro');
  const rows = entries.slice(0, 20).map((entry) => {
    const example = clean(entry.example, 60);
    return {
      example,
      summary: clean(entry.summary, 120),
      action: rowAction(speech.say('help.try', { example }), { verb: 'type', line: example }),
    };
  });
  return toMessage(
    {
      draw,
      data: { kicker: speech.say('help.kicker'), title, intro, rows },
      summary: title,
      text: [title, intro, ...rows.map((line) => `- ${line.example}: ${line.summary}`)],
    },
    speech,
  );
}
