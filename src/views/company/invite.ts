import inviteCard from '../../../cards/invite.json';
import type { Message } from '../../courier';
import type { InviteAnswer } from '../../domain/answers';
import type { InviteTo } from '../../domain/invite-answer';
import { clean, shortName } from '../words/escape';
import { choicesView } from '../parts/choices';
import { customersLink } from '../parts/links';
import { unansweredWords } from './invitation-words';
import { meantButton, takenButtons, takenTitle } from './meant';
import { noteView } from '../parts/message-card';
import { button, toMessage } from '../parts/parts';
import type { Button } from '../parts/parts';
import { row } from '../parts/rows';
import { troubleWords } from '../words/source-words';
import type { Speech } from '../words/speech';
import { cardTemplate } from '../parts/template';

type Link = Extract<InviteAnswer, { readonly answer: 'link' }>;

const draw = cardTemplate(inviteCard);

/** Text to copy and send, with the partner's link; and an offer to wait for the answer. */
export function inviteView(answer: InviteAnswer, speech: Speech): Message {
  switch (answer.answer) {
    case 'link':
      return linkView(answer, speech);
    case 'no-link':
      return withoutLink(answer, speech);
    case 'which-provider':
      return whichProvider(answer, speech);
    case 'no-such-provider':
      return noSuchProvider(answer, speech);
  }
}

function linkView(answer: Link, speech: Speech): Message {
  const company = answer.company === undefined ? undefined : shortName(answer.company);
  const forWhom = titleOf(answer, speech);
  const accepted = acceptedWords(answer, speech);
  const title = accepted ?? forWhom;
  const near = [...nearWords(answer, speech), ...invitedWords(answer, speech)];
  const before = [speech.say('invite.hello'), speech.say('invite.ask')];
  const after = [speech.say('invite.after'), speech.say('invite.thanks')];
  const note =
    answer.provider === undefined
      ? speech.say('invite.note')
      : speech.say('invite.note-of', { provider: shortName(answer.provider.name) });
  const hint = speech.say('type.hint', { line: typedLine(answer, speech) });
  return toMessage(
    {
      draw,
      data: {
        kicker: accepted === undefined ? speech.say('invite.kicker') : forWhom,
        title,
        warnings: near.map((text) => ({ text })),
        before: before.map((text) => ({ text })),
        link: [{ url: answer.link }],
        after: after.map((text) => ({ text })),
        note,
        hint,
        actions: inviteActions(answer, company, speech),
      },
      summary: title,
      text: [accepted, `${forWhom}:`, ...near, ...before, answer.link, ...after, note, hint],
    },
    speech,
  );
}

/** Which of ours the link is for stands in the title: nothing in the link itself says so. */
function titleOf({ company, provider }: Link, speech: Speech): string {
  const whom = company === undefined ? {} : { company: shortName(company) };
  if (provider === undefined)
    return company === undefined
      ? speech.say('invite.title')
      : speech.say('invite.title-for', { company: '', ...whom });
  const values = { company: '', ...whom, provider: shortName(provider.name) };
  return speech.say(company === undefined ? 'invite.title-of' : 'invite.title-for-of', values);
}

/** Who has accepted needs no text, so that comes first. */
function acceptedWords({ alreadyAccepted, taken }: Link, speech: Speech): string | undefined {
  if (alreadyAccepted === undefined) return undefined;
  const { name } = alreadyAccepted;
  return takenTitle(speech.say('invite.already', { name: shortName(name) }), name, taken, speech);
}

function nearWords({ near = [], company = '' }: Link, speech: Speech): readonly string[] {
  if (near.length === 0) return [];
  const names = speech.list(near.slice(0, 3).map(({ name }) => shortName(name)));
  return [speech.say('invite.near', { names, count: near.length, company: shortName(company) })];
}

/** To write once more is fine; that nobody else has yet is not to be assumed. */
function invitedWords({ alreadyAccepted, invited = [], now }: Link, speech: Speech): readonly string[] {
  return alreadyAccepted === undefined ? invited.map((line) => unansweredWords(line, now, speech)) : [];
}

function inviteActions(
  { alreadyAccepted, taken, near = [], provider }: Link,
  company: string | undefined,
  speech: Speech,
): readonly Button[] {
  if (alreadyAccepted !== undefined) {
    const { accountId, name } = alreadyAccepted;
    const show = button(speech.say('show.button'), { verb: 'account', accountId });
    return [...takenButtons(accountId, name, taken, speech), show];
  }
  const meant = near.slice(0, 1).map((name) => meantButton(name, { intent: 'status' }, speech));
  if (company === undefined) return [];
  // To give the text is not to have sent it.
  const sent = button(speech.say('invited.button'), {
    verb: 'invited',
    company,
    ...(provider === undefined ? {} : { provider: provider.id }),
  });
  return meant.length > 0
    ? [sent, ...meant]
    : [sent, button(speech.say('watch.button'), { verb: 'watch', query: company })];
}

function typedLine({ company, alreadyAccepted }: Link, speech: Speech): string {
  if (alreadyAccepted !== undefined) return speech.say('type.show', { name: shortName(alreadyAccepted.name) });
  return company === undefined
    ? speech.say('type.invite-blank')
    : speech.say('type.watch', { name: shortName(company) });
}

function withoutLink(answer: Extract<InviteAnswer, { readonly answer: 'no-link' }>, speech: Speech): Message {
  return noteView(
    {
      kicker: speech.say('invite.kicker'),
      title: speech.say('invite.no-link', { trouble: troubleWords(answer.trouble, speech) }),
      lines: [speech.say('invite.no-link-next')],
      links: [customersLink(speech)],
    },
    speech,
  );
}

/** Each of ours has a link of its own. */
function whichProvider(
  { company, among }: Extract<InviteAnswer, { readonly answer: 'which-provider' }>,
  speech: Speech,
): Message {
  const whom = company === undefined ? {} : { company: clean(company, 120) };
  const title =
    company === undefined
      ? speech.say('invite.which')
      : speech.say('invite.which-for', { company: shortName(company) });
  return choicesView(
    {
      kicker: speech.say('invite.kicker'),
      title,
      lines: [speech.say('invite.which-why')],
      rows: among.map(({ id, name, accepted }: InviteTo) =>
        row(name, accepted ? speech.say('invite.accepted-there') : '', speech.say('which.choose'), {
          verb: 'invite',
          ...whom,
          provider: id,
        }),
      ),
    },
    speech,
  );
}

function noSuchProvider(
  { words, providers }: Extract<InviteAnswer, { readonly answer: 'no-such-provider' }>,
  speech: Speech,
): Message {
  return noteView(
    {
      kicker: speech.say('invite.kicker'),
      title: speech.say('invite.no-such', { words: clean(words, 80) }),
      lines: [speech.say('invite.links-of', { providers: speech.list(providers.map(shortName)) })],
    },
    speech,
  );
}
