import type { Message } from '../../courier';
import type { Waits } from '../../domain/waits';
import { waitsLines } from './waits';
import { shortName } from '../words/escape';
import type { HelpEntry } from './help';
import { noteView } from '../parts/message-card';
import { button, plainMessage } from '../parts/parts';
import type { Speech } from '../words/speech';

/** Says hello back and offers the first things to ask. */
export function greetingView(
  who: { readonly name?: string; readonly entries: readonly HelpEntry[]; readonly waits?: Waits },
  speech: Speech,
): Message {
  const name = who.name === undefined ? '' : shortName(who.name);
  const title = name === '' ? speech.say('greeting') : speech.say('greeting.name', { name });
  const tries = who.entries.slice(0, 1).map((entry) => button(entry.example, { verb: 'type', line: entry.example }));
  const lines = who.waits === undefined ? [] : waitsLines(who.waits, speech);
  return noteView({ title, lines, actions: [...tries, button(speech.say('welcome.help'), { verb: 'help' })] }, speech);
}

export function thanksView(speech: Speech): Message {
  return plainMessage([speech.say('thanks')]);
}

/** Files or pictures without a word: they are not read. */
export function filesView(speech: Speech): Message {
  return noteView(
    { title: speech.say('files.title'), lines: [speech.say('files.body')], hint: speech.say('type.help') },
    speech,
  );
}

/** Instead of the card that asked: nothing was done. */
export function cancelledView(speech: Speech): Message {
  return noteView({ title: speech.say('cancelled') }, speech);
}
