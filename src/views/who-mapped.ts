import type { Message } from '../courier';
import type { WhoMappedAnswer } from '../domain/answers';
import { decisionOf, evidenceValue } from './account-decided';
import { shortName } from './escape';
import { actorName } from './mapping-words';
import { noteView } from './message-card';
import { button } from './parts';
import type { Speech } from './speech';

/** Who mapped an account, when, and on what evidence. */
export function whoMappedView(answer: WhoMappedAnswer, speech: Speech): Message {
  const { accountId } = answer.account;
  const name = shortName(answer.account.name);
  return noteView(
    {
      kicker: speech.say('who.kicker'),
      title: whoTitle(answer, name, speech),
      lines: whoLines(answer, speech),
      actions: [
        button(speech.say(answer.answer === 'open' ? 'choose.button' : 'show.button'), { verb: 'account', accountId }),
        button(speech.say('history.button'), { verb: 'history', accountId }),
      ],
      hint: speech.say('type.history', { name }),
    },
    speech,
  );
}

function whoTitle(answer: WhoMappedAnswer, name: string, speech: Speech): string {
  const { mapping } = answer.picture.record;
  if (mapping.state === 'open') return speech.say('who.open', { name });
  const who = actorName(mapping.by, speech);
  if (mapping.state === 'ignored') return speech.say('who.ignored', { who, name });
  return speech.say('who.mapped', { who, name, customer: shortName(mapping.customer.name) });
}

function whoLines(answer: WhoMappedAnswer, speech: Speech): readonly string[] {
  const { picture } = answer;
  const { mapping } = picture.record;
  if (mapping.state === 'open') return [];
  const when = `${speech.dateTime(mapping.at)} (${speech.ago(mapping.at, picture.now)})`;
  if (mapping.state === 'ignored') return [when];
  const decision = answer.answer === 'mapped' ? (answer.decision ?? decisionOf(picture, mapping)) : undefined;
  return [when, `${speech.say('fact.because')}: ${evidenceValue(decision, speech)}`];
}
