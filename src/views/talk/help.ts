import helpCard from '../../../cards/help.json';
import type { Message } from '../../courier';
import { clean } from '../words/escape';
import { button, rowAction, toMessage } from '../parts/parts';
import type { Button } from '../parts/parts';
import type { Speech } from '../words/speech';
import { cardTemplate } from '../parts/template';

/** One line of the command table: what to type, and what it does, in the reader's language. */
export interface HelpEntry {
  readonly example: string;
  readonly summary: string;
}

const draw = cardTemplate(helpCard);

/** So many lines stand on one card. */
const PAGE = 20;

/** What can be asked, page by page; a click on a line does as if it had been typed. */
export function helpView(entries: readonly HelpEntry[], speech: Speech, offset = 0): Message {
  const title = speech.say('help.title');
  const intro = speech.say('help.intro');
  const rows = entries.slice(offset, offset + PAGE).map((entry) => {
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
      data: { kicker: speech.say('help.kicker'), title, intro, rows, actions: pages(entries.length, offset, speech) },
      summary: title,
      text: [title, intro, ...rows.map((line) => `- ${line.example}: ${line.summary}`)],
    },
    speech,
  );
}

function pages(total: number, offset: number, speech: Speech): readonly Button[] {
  const page = (title: string, to: number): Button => button(title, { verb: 'help', offset: to });
  return [
    ...(offset > 0 ? [page(speech.say('page.previous'), Math.max(0, offset - PAGE))] : []),
    ...(offset + PAGE < total ? [page(speech.say('page.next'), offset + PAGE)] : []),
  ];
}
