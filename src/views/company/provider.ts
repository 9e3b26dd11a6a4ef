import type { Message } from '../../courier';
import type { ProviderAnswer } from '../../domain/companies-answer';
import { noteView } from '../parts/message-card';
import { button } from '../parts/parts';
import { shortName } from '../words/escape';
import { freshnessLines } from '../words/source-words';
import type { Speech } from '../words/speech';

/** One of our providers was taken for a customer: what it is, and what can be asked of it. */
export function providerView(answer: ProviderAnswer, speech: Speech): Message {
  const { id, accounts, open, isOurs } = answer;
  const provider = shortName(answer.name);
  const ofIt = { is: 'provider', provider: id } as const;
  return noteView(
    {
      kicker: speech.say('provider.kicker'),
      title: speech.say('provider.title', { provider }),
      lines: [
        speech.say(isOurs ? 'provider.ours' : 'provider.not-ours'),
        speech.say('provider.count', { count: accounts, open }),
        ...freshnessLines(answer.freshness, answer.now, speech),
      ],
      actions: [
        ...(open === 0
          ? []
          : [
              button(speech.say('provider.open', { provider }), {
                verb: 'list',
                what: 'unmapped',
                offset: 0,
                filter: [{ is: 'open' }, ofIt],
              }),
            ]),
        ...(accounts === 0
          ? []
          : [
              button(speech.say('provider.all', { provider }), {
                verb: 'list',
                what: 'accepted',
                offset: 0,
                filter: [ofIt],
              }),
            ]),
      ],
      hint: speech.say('type.pending-at', { provider }),
    },
    speech,
  );
}
