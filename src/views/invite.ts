import inviteCard from '../../cards/invite.json';
import type { Message } from '../courier';
import type { InviteAnswer } from '../domain/answers';
import { shortName } from './escape';
import { customersLink } from './links';
import { noteView } from './message-card';
import { button, toMessage } from './parts';
import { troubleWords } from './source-words';
import type { Speech } from './speech';
import { cardTemplate } from './template';

const draw = cardTemplate(inviteCard);

/** Text to copy and send, with the partner's link; and an offer to wait for the answer. */
export function inviteView(answer: InviteAnswer, speech: Speech): Message {
  if (answer.answer === 'no-link') return withoutLink(answer, speech);
  const company = answer.company === undefined ? undefined : shortName(answer.company);
  const title = company === undefined ? speech.say('invite.title') : speech.say('invite.title-for', { company });
  const already =
    answer.alreadyAccepted === undefined
      ? []
      : [speech.say('invite.already', { name: shortName(answer.alreadyAccepted.name) })];
  const before = [speech.say('invite.hello'), speech.say('invite.ask')];
  const after = [speech.say('invite.after'), speech.say('invite.thanks')];
  const note = speech.say('invite.note');
  const hint = speech.say('type.hint', { line: typedLine(company, speech) });
  return toMessage(
    {
      draw,
      data: {
        kicker: speech.say('invite.kicker'),
        title,
        warnings: already.map((text) => ({ text })),
        before: before.map((text) => ({ text })),
        link: answer.link,
        after: after.map((text) => ({ text })),
        note,
        hint,
        actions:
          company === undefined || already.length > 0
            ? []
            : [button(speech.say('watch.button'), { verb: 'watch', query: company })],
      },
      summary: title,
      text: [`${title}:`, ...already, ...before, answer.link, ...after, note, hint],
    },
    speech,
  );
}

function typedLine(company: string | undefined, speech: Speech): string {
  return company === undefined ? speech.say('type.invite-blank') : speech.say('type.watch', { name: company });
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
