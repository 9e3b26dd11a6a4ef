import type { Action } from '../../actions/action';
import type { Message } from '../../courier';
import type { DecisionAnswer, Doubt } from '../../domain/answers';
import { shortName } from '../words/escape';
import { actorName } from '../words/mapping-words';
import { noteView } from '../parts/message-card';
import { button } from '../parts/parts';
import type { Button, ButtonOptions } from '../parts/parts';
import type { Speech } from '../words/speech';
import { happenedAt } from '../words/times';

type Sure = Extract<DecisionAnswer, { readonly answer: 'sure' }>;
type Others = Extract<Doubt, { readonly doubt: 'others' }>;

/** The one question before a decision that speaks against our matching or against a colleague; in place of the card. */
export function sureView(answer: Sure, speech: Speech): Message {
  const { record } = answer.picture;
  const questions = answer.doubts.map((doubt) => doubtQuestion(doubt, answer, speech));
  const others = answer.doubts.find((doubt) => doubt.doubt === 'others');
  const [title = '', ...more] = questions;
  return noteView(
    {
      kicker: speech.say('map.kicker'),
      title,
      lines: [...more, ...(others === undefined ? [] : othersLines(others, speech)), speech.say('map.nothing-yet')],
      actions: [
        ...sureActions(answer, speech),
        button(speech.say('search.back'), { verb: 'refresh', accountId: record.id }),
      ],
      hint: speech.say('type.show', { name: shortName(record.tenant.name) }),
    },
    speech,
  );
}

function doubtQuestion(doubt: Doubt, { picture, wanted }: Sure, speech: Speech): string {
  const name = shortName(picture.record.tenant.name);
  const customer = wanted.verb === 'pick' ? shortName(wanted.customer.name) : '';
  if (doubt.doubt === 'fits') return fitsQuestion(doubt.customer.name, name, customer, speech);
  const { mapping } = doubt;
  const who = actorName(mapping.by, speech);
  const before = mapping.state === 'mapped' ? shortName(mapping.customer.name) : '';
  const verb = wanted.verb === 'pick' ? 'replace' : 'undo';
  return speech.say(`sure.${verb}-${mapping.state}`, { who, before, name, customer });
}

export function fitsQuestion(better: string, name: string, customer: string, speech: Speech): string {
  return speech.say('sure.fits', { better: shortName(better), name, customer });
}

/** The ids by which a button says that its question named these doubts. */
export function answersTo(doubts: readonly Doubt[]): string[] {
  return doubts.map((d) => (d.doubt === 'fits' ? d.customer.id : d.mapping.decisionId));
}

/** What somebody else decided. */
export function othersChoice({ mapping }: Others, speech: Speech): string {
  const who = actorName(mapping.by, speech);
  if (mapping.state === 'ignored') return speech.say('history.ignored', { who });
  return speech.say('history.mapped', { who, customer: shortName(mapping.customer.name) });
}

/** When it was decided, and that the person who decided is told. */
export function othersLines({ mapping }: Others, speech: Speech): string[] {
  const when = speech.say('sure.decided', { when: happenedAt(mapping.at, speech) });
  if (mapping.by.kind !== 'person') return [when];
  return [when, speech.say('sure.told', { who: actorName(mapping.by, speech) })];
}

function sureActions({ picture, wanted, doubts, also: others }: Sure, speech: Speech): Button[] {
  const { id: accountId, mappingVersion: asOf } = picture.record;
  const answered = answersTo(doubts);
  const also = others === undefined ? {} : { also: [...others] };
  if (wanted.verb !== 'pick') {
    const { verb, seen } = wanted;
    const back = { accountId, seen, asOf, despite: answered };
    return [button(speech.say('sure.undo'), verb === 'undo' ? { verb, ...back, ...also } : { verb, ...back })];
  }
  const { customer } = wanted;
  const seen = wanted.seen === undefined ? {} : { seen: wanted.seen };
  const pick = (id: string, despite: readonly string[]): Action => ({
    verb: 'pick',
    accountId,
    customerId: id,
    ...seen,
    asOf,
    despite: [...despite],
    ...also,
  });
  const fits = doubts.find((d) => d.doubt === 'fits');
  const name = shortName(picture.record.tenant.name);
  const says = (to: string): ButtonOptions => ({ tooltip: speech.say('map.title', { name, customer: shortName(to) }) });
  const title = speech.say(fits === undefined ? 'choose.map' : 'sure.map-anyway');
  const anyway = button(title, pick(customer.id, answered), says(customer.name));
  if (fits === undefined) return [anyway];
  const rest = answered.filter((id) => id !== fits.customer.id);
  const better = button(speech.say('sure.map-better'), pick(fits.customer.id, rest), {
    ...says(fits.customer.name),
    style: 'positive',
  });
  return [better, anyway];
}
