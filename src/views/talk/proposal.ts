import type { Action, CardAsker } from '../../actions/action';
import type { Message } from '../../courier';
import { clean } from '../words/escape';
import { noteView } from '../parts/message-card';
import { button } from '../parts/parts';
import type { Speech } from '../words/speech';

/** What was probably asked for, as a line that would do it; done on a click, or by typing it. */
export function proposalView(line: string, speech: Speech, asker?: CardAsker): Message {
  return noteView(
    {
      title: speech.say('proposal.title'),
      lines: [speech.say('quote', { text: clean(line, 200) })],
      actions: [
        button(speech.say('proposal.yes'), typeAction(line, asker)),
        button(speech.say('not-understood.help'), { verb: 'help' }),
      ],
      hint: line,
    },
    speech,
  );
}

/** Says the line in the person's name. */
export function typeAction(line: string, asker?: CardAsker): Action {
  return { verb: 'type', line, ...(asker === undefined ? {} : { asker }) };
}
