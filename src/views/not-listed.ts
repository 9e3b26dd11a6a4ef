import notListedCard from '../../cards/not-listed.json';
import type { Message } from '../courier';
import type { StatusAnswer } from '../domain/answers';
import { clean, shortName } from './escape';
import { button, maybe, toMessage } from './parts';
import { nearRows, rowText } from './rows';
import { freshnessLines } from './source-words';
import type { Speech } from './speech';
import { cardTemplate } from './template';
import { age } from './times';

type NotListed = Extract<StatusAnswer, { readonly answer: 'not-listed' }>;

const draw = cardTemplate(notListedCard);

/** Nobody of that name has accepted: what that can mean, the link to send again, and names that are like it. */
export function notListedView(answer: NotListed, speech: Speech): Message {
  const query = clean(answer.query, 80);
  const title = speech.say('not-listed.title', { query });
  const lines = [lookedWhere(answer, speech), customerLine(answer, speech)].filter((line) => line !== undefined);
  const reasons = (['open', 'admin', 'gdap', 'name'] as const).map((r) => speech.say(`not-listed.reason-${r}`));
  const warnings = freshnessLines(answer.freshness, answer.now, speech);
  const near = nearRows(answer.near, speech);
  const linkLabel = speech.say('not-listed.link');
  const hint = speech.say('type.hint', { line: speech.say('type.watch', { name: query }) });
  return toMessage(
    {
      draw,
      data: {
        kicker: speech.say('not-listed.kicker'),
        title,
        lines: lines.map((text) => ({ text })),
        warnings: warnings.map((text) => ({ text })),
        reasonsTitle: speech.say('not-listed.reasons'),
        reasons: reasons.map((text) => ({ text })),
        link: maybe(answer.invitation === undefined ? undefined : { label: linkLabel, url: answer.invitation }),
        near: maybe(near.length === 0 ? undefined : { title: speech.say('near.title'), rows: near }),
        hint,
        actions: [
          button(speech.say('watch.button'), { verb: 'watch', query }),
          button(speech.say('invite.button'), { verb: 'invite', company: query }),
        ],
      },
      summary: title,
      text: [
        title,
        ...lines,
        ...warnings,
        `${speech.say('not-listed.reasons')}:`,
        ...reasons.map((reason) => `- ${reason}`),
        answer.invitation === undefined ? undefined : `${linkLabel}: ${answer.invitation}`,
        ...(near.length === 0 ? [] : [speech.say('near.title'), ...near.map((line) => rowText(line))]),
        hint,
      ],
    },
    speech,
  );
}

function lookedWhere(answer: NotListed, speech: Speech): string {
  if (answer.askedLive) return speech.say('not-listed.live');
  const ages = answer.freshness.filter((part) => part.part === 'accounts').map((part) => part.asOf);
  const known = ages.filter((asOf) => asOf !== undefined);
  if (known.length === 0) return speech.say('not-listed.copy-unknown');
  // With several providers the oldest copy is what the answer rests on.
  return speech.say('not-listed.copy', { ago: age(Math.min(...known), answer.now, speech) });
}

function customerLine(answer: NotListed, speech: Speech): string | undefined {
  if (answer.customer === undefined) return undefined;
  return speech.say('not-listed.customer', { customer: shortName(answer.customer.name) });
}
