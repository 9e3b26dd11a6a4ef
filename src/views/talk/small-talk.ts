import { exampleOf } from '../../commands/table';
import type { Message } from '../../courier';
import type { CountAnswer } from '../../domain/companies-answer';
import type { Waits } from '../../domain/waits';
import { waitsLines } from './waits';
import { shortName } from '../words/escape';
import type { HelpEntry } from './help';
import { choicesView } from '../parts/choices';
import { noteView } from '../parts/message-card';
import { button, plainMessage } from '../parts/parts';
import { row } from '../parts/rows';
import { freshnessLines } from '../words/source-words';
import type { PhraseKey, Speech } from '../words/speech';

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

export function goodbyeView(speech: Speech): Message {
  return plainMessage([speech.say('goodbye')]);
}

/** Where the answer comes from that somebody calls wrong, of whom it told. */
export interface RestsOn {
  readonly on: 'sources' | 'decisions' | 'lists' | 'nothing';
  readonly names: readonly string[];
}

/** "That is wrong": what the answer rests on, and how it is looked at again or put right. Nothing is admitted or denied. */
export function complaintView(
  { on, names }: RestsOn,
  { freshness, now }: Pick<CountAnswer, 'freshness' | 'now'>,
  speech: Speech,
): Message {
  const of = names.map((name) => shortName(name));
  const keys = {
    sources: ['type.look-again', 'type.show', 'type.history'],
    decisions: ['type.history', 'type.show'],
    lists: ['type.look-at-all', 'type.health'],
    nothing: ['type.look-at-all', 'type.health'],
  } as const;
  const lines = (of.length === 0 ? [''] : of).flatMap((name) => keys[on].map((key) => speech.say(key, { name })));
  return choicesView(
    {
      kicker: speech.say('complaint.kicker'),
      title: speech.say(`complaint.${on}.title`, { names: speech.list(of) }),
      lines: [speech.say(`complaint.${on}.body`), ...freshnessLines(freshness, now, speech)],
      rows: lines.map((line) => askRow(line, speech)),
    },
    speech,
  );
}

/** "This is no use": what it is there for, and who can change that. */
export function uselessView(speech: Speech): Message {
  return smallChoices(
    ['useless.title', 'useless.body'],
    [speech.say('type.list'), speech.say('type.settings')],
    speech,
  );
}

/** "Nobody told me": of a company that is named it can be said whether, where, and why not. */
export function untoldView(speech: Speech): Message {
  return smallChoices(
    ['untold.title', 'untold.body'],
    [exampleOf('announced', speech.language), speech.say('type.settings')],
    speech,
  );
}

function smallChoices(
  [title, body]: readonly [PhraseKey, PhraseKey],
  lines: readonly string[],
  speech: Speech,
): Message {
  return choicesView(
    {
      kicker: speech.say('welcome.kicker'),
      title: speech.say(title),
      lines: [speech.say(body)],
      rows: lines.map((line) => askRow(line, speech)),
      actions: [button(speech.say('welcome.help'), { verb: 'help' })],
    },
    speech,
  );
}

function askRow(line: string, speech: Speech) {
  return row(line, '', speech.say('beyond.ask'), { verb: 'type', line });
}
