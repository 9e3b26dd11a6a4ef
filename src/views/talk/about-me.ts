import type { Message } from '../../courier';
import type { KeptOfPerson } from '../../domain/forget';
import { noteView } from '../parts/message-card';
import { button } from '../parts/parts';
import type { Speech } from '../words/speech';

/** What is kept of the person who asks, and the way to be forgotten; nobody else's. */
export function keptView(kept: KeptOfPerson, speech: Speech): Message {
  return noteView(
    {
      kicker: speech.say('about-me.kicker'),
      title: speech.say('about-me.title'),
      lines: [speech.say('about-me.body')],
      facts: [
        { title: speech.say('about-me.decisions'), value: speech.number(kept.accounts + kept.archives) },
        { title: speech.say('about-me.watches'), value: speech.number(kept.watches) },
        { title: speech.say('invited.kicker'), value: speech.number(kept.invitations) },
        { title: speech.say('about-me.chats'), value: speech.number(kept.conversations) },
      ],
      actions: [button(speech.say('about-me.forget'), { verb: 'forget-me', sure: false })],
    },
    speech,
  );
}

/** Asked once: what goes, and what stays without the name. */
export function forgetQuestionView(speech: Speech): Message {
  return noteView(
    {
      kicker: speech.say('about-me.kicker'),
      title: speech.say('about-me.question'),
      lines: [speech.say('about-me.effect')],
      actions: [
        button(speech.say('about-me.sure'), { verb: 'forget-me', sure: true }, { style: 'destructive' }),
        button(speech.say('about-me.keep'), { verb: 'cancel' }),
      ],
    },
    speech,
  );
}

export function forgottenView(speech: Speech): Message {
  return noteView(
    {
      kicker: speech.say('about-me.kicker'),
      title: speech.say('about-me.done'),
      lines: [speech.say('about-me.again')],
    },
    speech,
  );
}
