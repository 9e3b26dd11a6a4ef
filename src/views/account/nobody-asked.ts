import type { AccountRecord } from '../../domain/account';
import type { Message } from '../../courier';
import type { Person } from '../../domain/person';
import type { NobodyAsked } from '../../domain/request-answer';
import { choicesView } from '../parts/choices';
import { noteView } from '../parts/message-card';
import { button } from '../parts/parts';
import { row } from '../parts/rows';
import type { Row } from '../parts/rows';
import { clean, shortName } from '../words/escape';
import { personName } from '../words/mapping-words';
import type { Speech } from '../words/speech';

/** Why nobody was asked to take an account, with what to do instead. */
export function nobodyAskedView(
  { why, record }: { readonly why: NobodyAsked; readonly record: AccountRecord },
  speech: Speech,
): Message {
  if (why.nobody === 'several')
    return choicesView(
      {
        kicker: speech.say('request.kicker'),
        title: speech.say('request.several', { said: clean(why.said, 80) }),
        rows: rowsOf(why.people, record, speech),
      },
      speech,
    );
  const { id: accountId } = record;
  const name = shortName(record.tenant.name);
  const values =
    'person' in why
      ? { name, whom: personName(why.person, speech), said: '' }
      : { name, whom: '', said: clean(why.said, 80) };
  return noteView(
    {
      kicker: speech.say('request.kicker'),
      title: speech.say(`request.nobody.${why.nobody}`, values),
      lines: [speech.say(`request.nobody.${why.nobody}-do`, values), speech.say('request.nothing-changed')],
      facts: [],
      actions: [
        button(speech.say('request.button'), { verb: 'request', accountId }),
        button(speech.say('assign.take'), { verb: 'assign', accountId }),
      ],
    },
    speech,
  );
}

/** "Whom shall I ask?": those with whom the bot has a chat. */
export function whomToAskView(
  { record, people }: { readonly record: AccountRecord; readonly people: readonly Person[] },
  speech: Speech,
): Message {
  const name = shortName(record.tenant.name);
  const [first] = people;
  return choicesView(
    {
      kicker: speech.say('request.kicker'),
      title: speech.say('request.whom', { name }),
      lines: [speech.say(first === undefined ? 'request.whom-none' : 'request.whom-who')],
      rows: rowsOf(people, record, speech),
      hint: speech.say('type.request', { name, whom: first === undefined ? 'Anna' : personName(first, speech) }),
    },
    speech,
  );
}

function rowsOf(people: readonly Person[], { id: accountId }: AccountRecord, speech: Speech): readonly Row[] {
  return people.map((person) =>
    row(personName(person, speech), '', speech.say('request.ask'), { verb: 'request', accountId, to: person.id }),
  );
}
