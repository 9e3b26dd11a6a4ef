import type { InvitationLine, InvitedAnswer, UninvitedAnswer } from '../../domain/invitation-answers';
import type { Message } from '../../courier';
import { choicesView } from '../parts/choices';
import { noteView } from '../parts/message-card';
import type { Note } from '../parts/message-card';
import { button } from '../parts/parts';
import type { Button } from '../parts/parts';
import { accountDetail, lineName, row } from '../parts/rows';
import type { Row } from '../parts/rows';
import { clean, shortName } from '../words/escape';
import { personName } from '../words/mapping-words';
import type { Speech } from '../words/speech';
import { invitedDay, invitedName, nearWords, tookWords, waitingDetail, unansweredWords } from './invitation-words';
import { nearRows } from './meant';

type Noted = Extract<InvitedAnswer, { readonly answer: 'noted' }>;
type Already = Extract<InvitedAnswer, { readonly answer: 'accepted-already' }>;

/** What became of "we invited Contoso". */
export function invitedView(answer: InvitedAnswer, speech: Speech): Message {
  if (answer.answer === 'noted' && answer.near.length > 0) return notedBesideNear(answer, speech);
  return noteView({ kicker: speech.say('invited.kicker'), ...invitedNote(answer, speech) }, speech);
}

function invitedNote(answer: InvitedAnswer, speech: Speech): Note {
  switch (answer.answer) {
    case 'noted':
      return {
        title: notedTitle(answer, speech),
        lines: notedLines(answer, speech),
        actions: openActions(answer.line, speech),
        hint: speech.say('type.invitations'),
      };
    case 'answered':
      return answeredNote(answer, speech);
    case 'accepted-already':
      return alreadyNote(answer, speech);
    case 'refused':
      return {
        title: speech.say(`invited.refused.${answer.why}`, { most: answer.most }),
        hint: speech.say('type.invitations'),
      };
    case 'no-such-provider':
      return {
        title: speech.say('invited.no-provider', { words: clean(answer.words, 80) }),
        lines: [speech.say('invited.providers', { providers: speech.list(answer.providers.map(shortName)) })],
      };
    case 'no-day':
      return {
        title: speech.say(`invited.no-day.${answer.why}`),
        lines: [speech.say('invited.no-day.say')],
        hint: speech.say('type.invitations'),
      };
  }
}

function notedTitle({ line, begun }: Noted, speech: Speech): string {
  return speech.say(`invited.${begun}`, { company: invitedName(line), date: invitedDay(line, speech) });
}

function notedLines({ line, begun, days, now }: Noted, speech: Speech): readonly string[] {
  const { by } = line.invitation;
  const counts = speech.list(days.map((count) => speech.number(count)));
  const people = speech.list(by.map(({ person }) => personName(person, speech)));
  return [
    ...(begun === 'begun' && by.length === 1 && line.provider === undefined
      ? []
      : [unansweredWords(line, now, speech)]),
    days.length === 0
      ? speech.say('invited.explain-none')
      : by.length > 1
        ? speech.say('invited.explain', { people, days: counts })
        : speech.say('invited.explain-you', { days: counts }),
  ];
}

/** Somebody of a like name is there: only the person knows whether that is the company. */
function notedBesideNear(answer: Noted, speech: Speech): Message {
  return choicesView(
    {
      kicker: speech.say('invited.kicker'),
      title: notedTitle(answer, speech),
      lines: [...nearWords(answer, speech), ...notedLines(answer, speech)],
      rows: nearRows(answer.near, { intent: 'status' }, speech),
      actions: openActions(answer.line, speech),
      hint: speech.say('type.invitations'),
    },
    speech,
  );
}

export function openActions({ invitation }: InvitationLine, speech: Speech): readonly Button[] {
  return [
    button(speech.say('invited.follow-up'), { verb: 'follow-up', invitationId: invitation.id }),
    button(speech.say('invited.withdraw'), { verb: 'uninvite', invitationId: invitation.id }),
  ];
}

function answeredNote(
  { account, took }: Extract<InvitedAnswer, { readonly answer: 'answered' }>,
  speech: Speech,
): Note {
  const name = lineName(account);
  return {
    title: speech.say('invited.answered', { name }),
    lines: [tookWords(took, speech), accountDetail(account, speech)],
    actions: [button(speech.say('show.button'), { verb: 'account', accountId: account.accountId })],
    hint: speech.say('type.show', { name }),
  };
}

/** It may be another company of a like name, or have been invited for another provider. */
function alreadyNote({ company, account, others, ...on }: Already, speech: Speech): Note {
  const name = lineName(account);
  const typed = clean(company, 120);
  const day = on.day === undefined ? {} : { day: on.day };
  const forOthers = others.slice(0, 3).map(({ id, name: provider }) =>
    button(speech.say('invited.for', { provider: shortName(provider) }), {
      verb: 'invited',
      company: typed,
      provider: id,
      ...day,
    }),
  );
  return {
    title: speech.say('invited.accepted-already', { name }),
    lines: [accountDetail(account, speech), speech.say('invited.other')],
    actions: [
      button(speech.say('show.button'), { verb: 'account', accountId: account.accountId }),
      ...forOthers,
      button(speech.say('invited.anyway'), { verb: 'invited', company: typed, anyway: true, ...day }),
    ],
    hint: speech.say('type.show', { name }),
  };
}

/** What became of "forget the invitation of Contoso", or of the answer to "is it the one?". */
export function uninvitedView(answer: UninvitedAnswer, speech: Speech): Message {
  const kicker = speech.say('invited.kicker');
  switch (answer.answer) {
    case 'withdrawn':
      return noteView(
        {
          kicker,
          title: speech.say('invited.withdrawn', {
            companies: speech.list(answer.companies.map((one) => clean(one, 80))),
          }),
          lines: [speech.say('invited.withdrawn-body')],
          actions: answer.ids.map((invitationId) =>
            button(speech.say('invited.restore'), { verb: 'uninvite', invitationId, back: true }),
          ),
          hint: speech.say('type.invitations'),
        },
        speech,
      );
    case 'not-invited':
      return notInvited(answer, speech);
    case 'answered':
      return noteView({ kicker, ...answeredNote(answer, speech) }, speech);
    case 'goes-on':
      return noteView(
        {
          kicker,
          title: speech.say('invited.goes-on', { company: invitedName(answer.line) }),
          lines: [unansweredWords(answer.line, answer.now, speech)],
          actions: openActions(answer.line, speech),
          hint: speech.say('type.invitations'),
        },
        speech,
      );
  }
}

function notInvited(
  { company, near, now }: Extract<UninvitedAnswer, { readonly answer: 'not-invited' }>,
  speech: Speech,
): Message {
  const kicker = speech.say('invited.kicker');
  const title =
    company === undefined
      ? speech.say('invited.not-open')
      : speech.say('invited.not-invited', { company: clean(company, 80) });
  const hint = speech.say('type.invitations');
  if (near.length === 0) return noteView({ kicker, title, hint }, speech);
  const rows = near.slice(0, 5).map((line) => withdrawRow(line, now, speech));
  const [only, another] = near;
  const which =
    only === undefined || another !== undefined
      ? speech.say('invited.which')
      : speech.say('invited.stop', { company: invitedName(only) });
  return choicesView({ kicker, title: which, rows, hint }, speech);
}

function withdrawRow(line: InvitationLine, now: number, speech: Speech): Row {
  return row(invitedName(line), waitingDetail(line, now, speech), speech.say('invited.withdraw'), {
    verb: 'uninvite',
    invitationId: line.invitation.id,
  });
}
