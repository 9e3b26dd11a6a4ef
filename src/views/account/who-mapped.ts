import { lineName } from '../parts/rows';
import type { Message } from '../../courier';
import type { AccountPicture, WhoMappedAnswer } from '../../domain/answers';
import type { Taken } from '../../domain/taken';
import { wasFoundDecided } from '../../domain/decision';
import type { Mapping } from '../../domain/decision';
import { decisionOf, evidenceValue } from './account-decided';
import { whyOpenLines } from './why-open';
import { shortName } from '../words/escape';
import { actorName, decidedBy } from '../words/mapping-words';
import { takenButtons, takenFact, takenTitle } from '../company/meant';
import { noteView } from '../parts/message-card';
import { button } from '../parts/parts';
import type { Speech } from '../words/speech';
import { age, happenedAt } from '../words/times';

/** Who mapped an account, when, and on what evidence; of an open one, who is on it and who let it wait. */
export function whoMappedView(answer: WhoMappedAnswer, speech: Speech, taken?: Taken): Message {
  const { accountId } = answer.account;
  const name = lineName(answer.account);
  return noteView(
    {
      kicker: speech.say('who.kicker'),
      title: takenTitle(whoTitle(answer, name, speech), name, taken, speech),
      lines: whoLines(answer, speech),
      facts: takenFact(taken, speech),
      actions: [
        ...takenButtons(accountId, name, taken, speech),
        button(speech.say(answer.answer === 'open' ? 'choose.button' : 'show.button'), { verb: 'account', accountId }),
        button(speech.say('history.button'), { verb: 'history', accountId }),
      ],
      hint: speech.say('type.history', { name: shortName(answer.account.name) }),
    },
    speech,
  );
}

function whoTitle(answer: WhoMappedAnswer, name: string, speech: Speech): string {
  const { mapping, firstSeenAt } = answer.picture.record;
  if (mapping.state === 'open') return speech.say('who.open', { name });
  const who = actorName(mapping.by, speech);
  if (mapping.state === 'ignored') return speech.say('who.ignored', { who, name });
  const customer = shortName(mapping.customer.name);
  if (wasFoundDecided(mapping.by, mapping.at, firstSeenAt)) return speech.say('who.before', { name, customer });
  return speech.say('who.mapped', { who, name, customer });
}

function whoLines(answer: WhoMappedAnswer, speech: Speech): readonly string[] {
  const { picture } = answer;
  const { mapping } = picture.record;
  // Whoever has it, or let it wait, is meant as often as whoever maps it.
  if (mapping.state === 'open') return whyOpenLines(answer.account, picture, speech);
  const when = decidedWhen(mapping, picture, speech);
  if (mapping.state === 'ignored') return [when];
  const decision = answer.answer === 'mapped' ? (answer.decision ?? decisionOf(picture, mapping)) : undefined;
  return [when, `${speech.say('fact.because')}: ${evidenceValue(decision, speech)}`];
}

function decidedWhen(mapping: Exclude<Mapping, { state: 'open' }>, picture: AccountPicture, speech: Speech): string {
  const { by, at } = mapping;
  const { firstSeenAt } = picture.record;
  if (by.kind === 'work365') return decidedBy(mapping, firstSeenAt, speech);
  return `${happenedAt(at, speech)} (${age(at, picture.now, speech)})`;
}
