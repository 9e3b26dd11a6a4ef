import type { Message } from '../../courier';
import type { Subject } from '../../domain/told';
import { nameAction } from '../company/meant';
import type { Wish } from '../company/meant';
import { choicesView } from '../parts/choices';
import { noteView } from '../parts/message-card';
import { row } from '../parts/rows';
import type { Speech } from '../words/speech';

const SHOWN = 8;

/** "It" could be several, or nobody knows whom: asks which company is meant, with the likeliest to choose from. */
export function whichOfTalkView(
  among: readonly Subject[],
  wish: Wish,
  speech: Speech,
  lines: readonly string[] = [],
): Message {
  const rows = among.slice(0, SHOWN).map((one) => row(one.name, '', speech.say('which.choose'), nameAction(one, wish)));
  return choicesView(
    {
      kicker: speech.say('which.kicker'),
      title: speech.say('talk.which'),
      lines: [...lines, speech.say('talk.which-type')],
      rows,
    },
    speech,
  );
}

/** The list has no such place. */
export function pastListView(count: number, speech: Speech): Message {
  return noteView({ title: speech.say('talk.past', { count }), hint: speech.say('type.list') }, speech);
}

/** A yes or a no to nothing. */
export function nothingDoneView(speech: Speech): Message {
  return noteView({ title: speech.say('talk.nothing-done'), hint: speech.say('type.help') }, speech);
}

export function nothingWaitsView(speech: Speech): Message {
  return noteView({ title: speech.say('talk.nothing-waits'), hint: speech.say('type.help') }, speech);
}
