import type { Message } from '../../courier';
import { noteView } from '../parts/message-card';
import { clean } from '../words/escape';
import type { Speech } from '../words/speech';

const QUOTED = 120;

/** A message in which no company was found. */
export function nobodyNamedView(text: string, speech: Speech): Message {
  const quoted = clean(text, QUOTED);
  return noteView(
    {
      kicker: speech.say('who.title'),
      title: speech.say('who.nobody'),
      lines: [...(quoted === '' ? [] : [speech.say('quote', { text: quoted })]), speech.say('who.nobody-body')],
    },
    speech,
  );
}
