import type { InvitationsNarrowed } from '../../domain/invitations-narrowed';
import type { InvitationsAnswer, InvitedAnswer, UninvitedAnswer } from '../../domain/invitation-answers';
import type { Message } from '../../courier';
import { choicesView } from '../parts/choices';
import { button, pageButtons } from '../parts/parts';
import { row } from '../parts/rows';
import type { Row } from '../parts/rows';
import { clean } from '../words/escape';
import type { Speech } from '../words/speech';
import { invitedDay, invitedName, nearWords, tookWords, waitingDetail } from './invitation-words';

/** So many stand on one card. */
export const INVITATIONS_SHOWN = 10;

/** Who was invited and has not answered, the longest unanswered first; a click gives the text to follow up. */
export function invitationsView({ lines, offset, total, only, now }: InvitationsAnswer, speech: Speech): Message {
  const range = speech.say('page.range', { from: offset + 1, to: offset + lines.length, total });
  const [first] = lines;
  return choicesView(
    {
      kicker: speech.say('invited.kicker'),
      title: speech.say('invited.list', { count: total }),
      lines:
        only === undefined
          ? [speech.say(first === undefined ? 'invited.list-none' : 'invited.list-what')]
          : onlyWords(only, speech),
      rows: lines.map((line) =>
        row(invitedName(line), waitingDetail(line, now, speech), speech.say('invited.follow-up'), {
          verb: 'follow-up',
          invitationId: line.invitation.id,
        }),
      ),
      below: total > lines.length ? [range] : [],
      actions: [
        ...pageButtons(
          { offset, shown: lines.length, total, page: INVITATIONS_SHOWN },
          (to) => ({ verb: 'invitations', offset: to, ...only?.by }),
          speech,
        ),
        ...(total < 2
          ? []
          : [button(speech.say('invited.watch-all', { count: total }), { verb: 'watch-invited', ...only?.by })]),
      ],
      hint:
        first === undefined
          ? speech.say('type.invited', { name: 'Contoso' })
          : speech.say('type.uninvite', { name: invitedName(first) }),
    },
    speech,
  );
}

function onlyWords({ by, others }: NonNullable<InvitationsAnswer['only']>, speech: Speech): readonly string[] {
  return [[...narrowedWords(by, speech), speech.say('invited.list-other', { count: others })].join(' ')];
}

function narrowedWords({ by, olderDays: days, period }: InvitationsNarrowed, speech: Speech): readonly string[] {
  return [
    ...(by === undefined
      ? []
      : [by === true ? speech.say('invited.only-yours') : speech.say('invited.only-by', { who: clean(by, 80) })]),
    ...(days === undefined ? [] : [speech.say('invited.only-older', { days })]),
    ...(period === undefined ? [] : [speech.say('invited.only-period', { period: speech.say(`period.${period}`) })]),
  ];
}

/** What became of one of several names. */
export interface InvitedOutcome {
  readonly company: string;
  readonly answer: InvitedAnswer;
}

/** Several invitations noted at once: exactly which ones, each with its way back. */
export function invitedManyView(outcomes: readonly InvitedOutcome[], speech: Speech): Message {
  const count = outcomes.filter(({ answer }) => answer.answer === 'noted' && answer.begun !== 'already').length;
  return choicesView(
    {
      kicker: speech.say('invited.kicker'),
      title: speech.say('invited.many', { count }),
      lines: outcomes.flatMap(({ answer }) => nearWords(answer, speech)),
      rows: outcomes.map((outcome) => invitedRow(outcome, speech)),
      hint: speech.say('type.invitations'),
    },
    speech,
  );
}

function invitedRow({ company, answer }: InvitedOutcome, speech: Speech): Row {
  switch (answer.answer) {
    case 'noted': {
      const { line, begun } = answer;
      const detail = speech.say(`invited.row-${begun}`, { date: invitedDay(line, speech) });
      const withdraw = { verb: 'uninvite', invitationId: line.invitation.id } as const;
      return row(invitedName(line), detail, speech.say('invited.withdraw'), withdraw);
    }
    case 'answered':
    case 'accepted-already': {
      const { accountId, name } = answer.account;
      const detail = answer.answer === 'answered' ? tookWords(answer.took, speech) : speech.say('invited.row-accepted');
      return row(name, detail, speech.say('show.button'), { verb: 'account', accountId });
    }
    case 'refused':
    case 'no-such-provider':
    case 'no-day': {
      const detail = speech.say('invited.row-refused');
      return row(company, detail, speech.say('invited.button'), { verb: 'invited', company: clean(company, 120) });
    }
  }
}

export interface UninvitedOutcome {
  readonly company: string;
  readonly answer: UninvitedAnswer;
}

/** Several that are not waited for any more. */
export function uninvitedManyView(outcomes: readonly UninvitedOutcome[], speech: Speech): Message {
  const rows = outcomes.map(({ company, answer }): Row => {
    const [invitationId] = answer.answer === 'withdrawn' ? answer.ids : [];
    return invitationId === undefined
      ? row(company, speech.say('invited.row-unknown'), speech.say('look-again.button'), {
          verb: 'ask-again',
          query: clean(company, 120),
        })
      : row(company, speech.say('invited.row-withdrawn'), speech.say('invited.restore'), {
          verb: 'uninvite',
          invitationId,
          back: true,
        });
  });
  const count = outcomes.filter(({ answer }) => answer.answer === 'withdrawn').length;
  const hint = speech.say('type.invitations');
  return choicesView(
    { kicker: speech.say('invited.kicker'), title: speech.say('invited.withdrawn-many', { count }), rows, hint },
    speech,
  );
}
