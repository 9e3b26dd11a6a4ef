import type { Message } from '../../courier';
import type { PolicyRefusal } from '../../domain/answers';
import { shortName } from '../words/escape';
import { plainMessage } from '../parts/parts';
import type { Speech } from '../words/speech';

/** Bots are not spoken to. */
export type SpokenRefusal = PolicyRefusal & { readonly why: Exclude<PolicyRefusal['why'], 'bot'> };

/** Why somebody may not do what they asked for, and whom to ask: kind, and without a fact about anybody's customers. */
export function refusalView({ why, ask }: SpokenRefusal, speech: Speech): Message {
  const first = speech.say(`refused.${why}`);
  if (why === 'could-not-check' || why === 'in-private') return plainMessage([first]);
  const whom =
    ask.length === 0
      ? speech.say('refused.ask-anybody')
      : speech.say('refused.ask', { names: speech.list(ask.map((name) => shortName(name))) });
  return plainMessage([first, whom], first);
}
