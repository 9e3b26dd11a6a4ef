import { actionData } from '../../actions/action';
import { DAY_INPUT, REASON_INPUT } from '../../actions/snooze-verbs';
import type { AccountRecord } from '../../domain/account';
import type { AccountPicture } from '../../domain/answers';
import { assignmentOf } from '../../domain/assignment';
import { LONGEST_REASON, snoozeOf } from '../../domain/snooze';
import type { Snooze } from '../../domain/snooze';
import type { SnoozeAnswer } from '../../domain/snooze-answer';
import { button, maybe, rowAction } from '../parts/parts';
import type { Button } from '../parts/parts';
import { clean, shortName } from '../words/escape';
import { personName } from '../words/mapping-words';
import type { Speech } from '../words/speech';
import { happenedAt, happenedOn } from '../words/times';
import type { Banner } from './account';

/** Of an account that nobody need let wait. */
export const NO_SNOOZE = { asleep: [], later: [], snooze: [] } as const;

/** What is said of an open account that waits, or has come back; undefined of all others. */
export function snoozeLine({ record }: AccountPicture, speech: Speech): string | undefined {
  const { snooze, mapping } = record;
  if (snooze === undefined || mapping.state !== 'open') return undefined;
  const said = saidOf(snooze, speech);
  const key = snooze.overAt === undefined ? 'snooze.waits' : 'snooze.back';
  return snooze.reason === undefined
    ? speech.say(key, said)
    : speech.say(`${key}-why`, { ...said, reason: clean(snooze.reason, LONGEST_REASON) });
}

function saidOf({ by, until }: Snooze, speech: Speech): { readonly who: string; readonly until: string } {
  return { who: personName(by, speech), until: happenedOn(until, speech) };
}

/** That it waits, or has come back, with the way to have it back now; the word that asks for the form, and that. */
export function snoozeParts(picture: AccountPicture, asked: { readonly reason?: string } | undefined, speech: Speech) {
  const { record } = picture;
  const text = snoozeLine(picture, speech);
  const wake = {
    text: speech.say('snooze.wake'),
    action: rowAction(speech.say('snooze.wake-tooltip', { name: shortName(record.tenant.name) }), {
      verb: 'wake',
      accountId: record.id,
    }),
  };
  const isAsleep = snoozeOf(record) !== undefined;
  const later = speech.say(isAsleep ? 'snooze.change' : 'snooze.button');
  return {
    asleep: maybe(text === undefined ? undefined : { text, wake: maybe(isAsleep ? wake : undefined) }),
    later: [{ text: later, action: askingAction(later, record) }],
    snooze: maybe(asked === undefined ? undefined : snoozeForm(record, asked, speech)),
  } as const;
}

/** It is on every open card, which has no room for it twice: clients of old have the words. */
function askingAction(title: string, record: AccountRecord) {
  const data = actionData(wishOf(record));
  return { type: 'Action.Execute', verb: 'handshake', title, associatedInputs: 'none', data } as const;
}

/** What the card showed goes with each wish: nobody's snooze is changed unseen. */
function wishOf(record: AccountRecord) {
  const current = snoozeOf(record);
  return { verb: 'snooze', accountId: record.id, ...(current === undefined ? {} : { seen: current.at }) } as const;
}

/** Asks until when. It is there for whoever wants it: every card would be larger with it. */
function snoozeForm(record: AccountRecord, asked: { readonly reason?: string }, speech: Speech) {
  const current = snoozeOf(record);
  const name = shortName(record.tenant.name);
  const wish = wishOf(record);
  const to = (key: 'tomorrow' | 'monday'): Button =>
    button(
      speech.say(`snooze.${key}`),
      { ...wish, when: key },
      { inputs: 'auto', tooltip: speech.say(`snooze.${key}-tooltip`, { name }) },
    );
  return {
    title: speech.say('snooze.title', { name }),
    reason: {
      id: REASON_INPUT,
      label: speech.say('snooze.reason'),
      placeholder: speech.say('snooze.reason-example'),
      value: clean(asked.reason ?? current?.reason ?? '', LONGEST_REASON),
      maxLength: LONGEST_REASON,
    },
    soon: [to('tomorrow'), to('monday'), button(speech.say('search.back'), { verb: 'refresh', accountId: record.id })],
    day: { id: DAY_INPUT, label: speech.say('snooze.day') },
    then: [
      button(speech.say('snooze.until-day'), wish, {
        inputs: 'auto',
        tooltip: speech.say('snooze.until-day-tooltip', { name }),
      }),
    ],
  };
}

type Answered = Exclude<SnoozeAnswer, { readonly answer: 'account-gone' }>;

/** What became of it, above the card. */
export function snoozeBanner(answer: Answered, speech: Speech): Banner {
  const { record } = answer.picture;
  const name = shortName(record.tenant.name);
  const snooze = snoozeOf(record);
  const said = snooze === undefined ? { who: '', until: '' } : saidOf(snooze, speech);
  switch (answer.answer) {
    case 'snoozed':
      return { text: speech.say('snooze.done', { name, ...said }), style: 'good' };
    case 'woken':
      return { text: speech.say('snooze.woken', { name }), style: 'good' };
    case 'same':
      return { text: speech.say('snooze.same', { name, ...said }), style: 'emphasis' };
    case 'theirs':
      return { text: speech.say('snooze.theirs', { name, ...said }), style: 'attention' };
    case 'busy':
      return { text: busyWords(record, speech), style: 'attention' };
    case 'awake':
      return { text: speech.say('snooze.awake', { name }), style: 'emphasis' };
    case 'decided':
      return { text: speech.say('snooze.decided', { name }), style: 'emphasis' };
    case 'until-when':
      return { text: questionWords(answer, name, speech), style: 'attention' };
  }
}

function busyWords(record: AccountRecord, speech: Speech): string {
  const assignment = assignmentOf(record);
  if (assignment === undefined) return '';
  return speech.say('snooze.busy', {
    who: personName(assignment.by, speech),
    when: happenedAt(assignment.at, speech),
  });
}

function questionWords(
  { why, said = '' }: Extract<SnoozeAnswer, { readonly answer: 'until-when' }>,
  name: string,
  speech: Speech,
): string {
  const ask = speech.say('snooze.ask', { name });
  if (why === undefined || (why === 'unclear' && said === ''))
    return why === undefined ? ask : `${speech.say('snooze.ask-holidays')} ${ask}`;
  return `${speech.say(`snooze.ask-${why}`, { said: clean(said, 60) })} ${ask}`;
}
