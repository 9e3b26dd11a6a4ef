import type { RefusalWhy } from '../../actions/action';
import type { Message } from '../../courier';
import { clean } from '../words/escape';
import { noteView } from '../parts/message-card';
import { button, plainMessage } from '../parts/parts';
import type { Speech } from '../words/speech';

/** Our own fault: calm, with the reference under which the log has it. */
export function apologyView(reference: string, speech: Speech): Message {
  const first = speech.say('apology');
  const lines = [
    first,
    speech.say('apology.again'),
    speech.say('apology.reference', { reference: clean(reference, 40) }),
  ];
  return plainMessage(lines, first);
}

/** Somebody sends more than can be answered; what came before is not lost. */
export function slowDownView(speech: Speech): Message {
  return plainMessage([speech.say('slow-down')]);
}

/** A button whose payload cannot be acted on: what to do instead, never a dead end. */
export function refusedActionView(why: RefusalWhy, speech: Speech, accountId?: string): Message {
  const fresh = accountId === undefined ? [] : [button(speech.say('show.button'), { verb: 'account', accountId })];
  return noteView(
    {
      title: speech.say('stale.title'),
      lines: [refusedActionNote(why, speech)],
      actions: [...fresh, button(speech.say('board.all'), { verb: 'list', what: 'unmapped', offset: 0 })],
      hint: speech.say('type.help'),
    },
    speech,
  );
}

/** The same as one short line, for when the card can stay as it is. */
export function refusedActionNote(why: RefusalWhy, speech: Speech): string {
  switch (why) {
    case 'nothing-chosen':
    case 'nothing-typed':
      return speech.say(`stale.${why}`);
    case 'other-format':
    case 'unknown-verb':
      return speech.say('stale.old');
    case 'not-ours':
    case 'malformed':
      return speech.say('stale.unknown');
  }
}
