import notListedCard from '../../../cards/not-listed.json';
import type { Message } from '../../courier';
import type { StatusAnswer } from '../../domain/answers';
import { clean, shortName } from '../words/escape';
import { unansweredWords } from './invitation-words';
import { openActions } from './invited';
import { didYouMean, meantButton, nearRows } from './meant';
import type { Wish } from './meant';
import { button, maybe, toMessage } from '../parts/parts';
import type { Button } from '../parts/parts';
import { rowText } from '../parts/rows';
import { freshnessLines } from '../words/source-words';
import type { Speech } from '../words/speech';
import { cardTemplate } from '../parts/template';

type NotListed = Extract<StatusAnswer, { readonly answer: 'not-listed' }>;

const draw = cardTemplate(notListedCard);

/** Nobody of that name has accepted: what that can mean, the link to send again, and names that are like it. */
export function notListedView(answer: NotListed, speech: Speech, wish: Wish): Message {
  const query = clean(answer.query, 80);
  const title = speech.say(answer.unread === undefined ? 'not-listed.title' : 'not-listed.title-so-far', { query });
  const meant = didYouMean(answer.probably, speech);
  const headline = meant === undefined ? title : `${title}. ${meant}`;
  const invited = (answer.invited ?? []).map((line) => unansweredWords(line, answer.now, speech));
  const lines = [
    ...invited,
    speech.say('not-listed.live'),
    customerLine(answer, speech),
    unreadLine(answer, speech),
  ].filter((line) => line !== undefined);
  const reasons = (['open', 'admin', 'gdap', 'name'] as const).map((r) => speech.say(`not-listed.reason-${r}`));
  const warnings = freshnessLines(answer.freshness, answer.now, speech);
  const near = nearRows(answer.near, wish, speech);
  const nearTitle = speech.say(answer.probably === undefined ? 'near.title' : 'near.others');
  const linkLabel = speech.say('not-listed.link');
  const hint = speech.say('type.hint', { line: speech.say('type.watch', { name: query }) });
  return toMessage(
    {
      draw,
      data: {
        kicker: speech.say(wish.intent === 'status' ? 'not-listed.kicker' : 'which.kicker'),
        title: headline,
        lines: lines.map((text) => ({ text })),
        warnings: warnings.map((text) => ({ text })),
        reasonsTitle: speech.say('not-listed.reasons'),
        reasons: reasons.map((text) => ({ text })),
        link: maybe(answer.invitation === undefined ? undefined : { label: linkLabel, url: answer.invitation }),
        near: maybe(near.length === 0 ? undefined : { title: nearTitle, rows: near }),
        hint,
        actions: absentActions(answer, query, wish, speech),
      },
      summary: headline,
      text: [
        headline,
        ...lines,
        ...warnings,
        `${speech.say('not-listed.reasons')}:`,
        ...reasons.map((reason) => `- ${reason}`),
        answer.invitation === undefined ? undefined : `${linkLabel}: ${answer.invitation}`,
        ...(near.length === 0 ? [] : [nearTitle, ...near.map((line) => rowText(line))]),
        hint,
      ],
    },
    speech,
  );
}

/** The near one first, where there is one; then what can be done for the company that was typed: one more word to those who were invited. */
export function absentActions(
  { probably, invited = [] }: Pick<NotListed, 'probably' | 'invited'>,
  query: string,
  wish: Wish,
  speech: Speech,
): readonly Button[] {
  // Beside two others a long title would be cut.
  const title = speech.say(probably === undefined ? 'watch.button' : 'companies.watch');
  const watch = button(title, { verb: 'watch', query });
  const again = button(speech.say('look-again.button'), { verb: 'ask-again', query });
  if (probably !== undefined) return [meantButton(probably, wish, speech), watch, again];
  const [known] = invited;
  const invite =
    known === undefined
      ? button(speech.say('invite.button'), { verb: 'invite', company: query })
      : button(speech.say('invited.follow-up'), { verb: 'follow-up', invitationId: known.invitation.id });
  // Whoever was invited is told of anyway.
  return known === undefined ? [watch, invite, again] : [invite, ...openActions(known, speech).slice(1), again];
}

function unreadLine({ unread }: NotListed, speech: Speech): string | undefined {
  return unread === undefined ? undefined : speech.say('not-listed.unread', { count: unread });
}

function customerLine(answer: NotListed, speech: Speech): string | undefined {
  if (answer.customer === undefined) return undefined;
  return speech.say('not-listed.customer', { customer: shortName(answer.customer.name) });
}
