import { wholeName } from '../parts/rows';
import type { Message } from '../../courier';
import type { CountryAnswer } from '../../domain/companies-answer';
import { button } from '../parts/parts';
import { noteView } from '../parts/message-card';
import { shortName } from '../words/escape';
import type { Speech } from '../words/speech';
import { takenName } from './meant';

/** "Which country is it in?", with where we have it from. */
export function countryView(answer: CountryAnswer, speech: Speech): Message {
  const { account, country, customer, taken } = answer;
  const name = takenName(wholeName(account), taken, speech);
  const known = country !== undefined;
  return noteView(
    {
      kicker: speech.say('country.kicker'),
      title: known
        ? speech.say('country.known', { name, country: speech.country(country) })
        : speech.say('country.unknown', { name }),
      lines: [
        customer !== undefined
          ? speech.say('country.source.customer', { customer: shortName(customer) })
          : speech.say(known ? 'country.source.provider' : 'country.unknown-body'),
      ],
      actions: [
        button(speech.say('show.button'), { verb: 'account', accountId: account.accountId, from: { view: 'status' } }),
      ],
      hint: speech.say('type.show', { name: shortName(account.name) }),
    },
    speech,
  );
}
