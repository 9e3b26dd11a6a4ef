import inviteCard from '../../../cards/invite.json';
import type { Message } from '../../courier';
import { UTC } from '../../domain/calendar';
import { firstInviterOf } from '../../domain/invitation';
import type { FollowUp, InvitationNews } from '../../domain/invitation-answers';
import { button, toMessage } from '../parts/parts';
import type { Button } from '../parts/parts';
import { cardTemplate } from '../parts/template';
import { clean } from '../words/escape';
import { troubleWords } from '../words/source-words';
import { createSpeech, languageOf } from '../words/speech';
import type { Speech } from '../words/speech';
import { saidDay } from '../words/times';
import { invitedName, unansweredWords } from './invitation-words';
import { openActions } from './invited';

const draw = cardTemplate(inviteCard);

/** A text that asks the customer once more, in their language, to copy and send. */
export function followUpView(followUp: FollowUp, speech: Speech): Message {
  const company = invitedName(followUp.line);
  return textView(followUp, speech, speech.say('follow-up.title', { company }));
}

/** Nobody has answered for days: said once after each of the set times, with that text. */
export function inviterReminderView(
  { followUp }: Extract<InvitationNews, { readonly news: 'reminder' }>,
  speech: Speech,
): Message {
  const company = invitedName(followUp.line);
  return textView(followUp, speech, speech.say('invited.reminder', { company }));
}

function textView(followUp: FollowUp, speech: Speech, title: string): Message {
  const { line, link } = followUp;
  const waiting = unansweredWords(line, followUp.now, speech);
  const { before, after } = customerText(followUp);
  const note = [speech.say('follow-up.note'), ...aboutText(followUp, speech)].join(' ');
  const hint = speech.say('type.hint', { line: speech.say('type.uninvite', { name: invitedName(line) }) });
  return toMessage(
    {
      draw,
      data: {
        kicker: speech.say('invited.kicker'),
        title,
        warnings: [{ text: waiting }],
        before: before.map((text) => ({ text })),
        link: link === undefined ? [] : [{ url: link }],
        after: after.map((text) => ({ text })),
        note,
        hint,
        actions: followUpActions(followUp, speech),
      },
      summary: title,
      text: [title, waiting, ...before, link, ...after, note, hint],
    },
    speech,
  );
}

/** Its dates are written out: a text that is copied takes no clock of the reader's along. */
function customerText({ line, language, link }: FollowUp): {
  readonly before: readonly string[];
  readonly after: readonly string[];
} {
  const theirs = createSpeech(languageOf(language));
  const { first = 0, timeZone = UTC } = firstInviterOf(line.invitation) ?? {};
  const date = saidDay(first, timeZone, theirs);
  return {
    before: [
      theirs.say('invite.hello'),
      theirs.say(link === undefined ? 'follow-up.ask-no-link' : 'follow-up.ask', { date }),
    ],
    after: [theirs.say('follow-up.after'), theirs.say('invite.thanks')],
  };
}

function aboutText({ language, country, trouble, whose }: FollowUp, speech: Speech): readonly string[] {
  const theirs = languageOf(language);
  const isOther = country !== undefined && theirs !== speech.language;
  return [
    ...(isOther
      ? [
          speech.say('follow-up.language', {
            language: speech.say(`language.${theirs}`),
            country: speech.country(country),
          }),
        ]
      : []),
    ...(whose === undefined ? [] : [speech.say('follow-up.whose')]),
    ...(trouble === undefined ? [] : [speech.say('follow-up.no-link', { trouble: troubleWords(trouble, speech) })]),
  ];
}

function followUpActions({ line }: FollowUp, speech: Speech): readonly Button[] {
  const { company, provider } = line.invitation;
  const [, withdraw] = openActions(line, speech);
  const again = button(speech.say('invited.again-today'), {
    verb: 'invited',
    company: clean(company, 120),
    ...(provider === undefined ? {} : { provider }),
  });
  return withdraw === undefined ? [again] : [again, withdraw];
}
