import { wholeName } from '../parts/rows';
import holdingsCard from '../../../cards/holdings.json';
import type { Message } from '../../courier';
import type { HoldingsAnswer } from '../../domain/answers';
import type { Taken } from '../../domain/taken';
import { detailWords } from '../words/detail-words';
import { shortName } from '../words/escape';
import { takenButtons, takenName } from './meant';
import { button, maybe, toMessage } from '../parts/parts';
import type { Maybe } from '../parts/parts';
import { provenance, troubleWords } from '../words/source-words';
import type { Speech } from '../words/speech';
import { cardTemplate } from '../parts/template';

const draw = cardTemplate(holdingsCard);

const ROWS_SHOWN = 15;

/** What a tenant has: subscriptions, licences, services or users. That nobody could look is said as such, never as "none". */
export function holdingsView(answer: HoldingsAnswer, speech: Speech, taken?: Taken): Message {
  const { what, account, trouble } = answer;
  const name = takenName(wholeName(account), taken, speech);
  const title = titleOf(answer, name, speech);
  const rows = answer.rows.slice(0, ROWS_SHOWN).map((line) => ({
    name: shortName(line.name),
    detail: detailLine(line.detail, speech),
  }));
  const more = trouble === undefined ? answer.total - rows.length : 0;
  const below = more > 0 ? speech.say('holdings.more', { count: more }) : undefined;
  const lines = trouble === undefined ? [] : [troubleWords(trouble, speech)];
  const source = provenance('partner-center', answer.now, answer.now, speech);
  const others = (['subscriptions', 'licences', 'services', 'users'] as const).filter((other) => other !== what);
  return toMessage(
    {
      draw,
      data: {
        kicker: speech.say(`holdings.kicker.${what}`),
        title,
        lines: lines.map((text) => ({ text })),
        rows,
        more: maybe(below === undefined ? undefined : { text: below }),
        source: maybe(trouble === undefined ? { text: source } : undefined),
        actions: [
          ...takenButtons(account.accountId, account.name, taken, speech),
          ...others.map((other) =>
            button(speech.say(`holdings.button.${other}`), {
              verb: 'holdings',
              accountId: account.accountId,
              what: other,
            }),
          ),
          button(speech.say('show.button'), { verb: 'account', accountId: account.accountId }),
        ],
      },
      summary: title,
      text: [
        title,
        ...lines,
        ...rows.map((line) => `- ${line.name}${line.detail.map(({ text }) => `: ${text}`).join('')}`),
        below,
      ],
    },
    speech,
  );
}

function titleOf({ what, trouble, total, isPart }: HoldingsAnswer, name: string, speech: Speech): string {
  if (trouble !== undefined) return speech.say(`holdings.trouble.${what}`, { name });
  return isPart === true
    ? speech.say('holdings.title.more-than', { name, count: speech.number(total) })
    : speech.say(`holdings.title.${what}`, { name, count: total });
}

function detailLine(
  detail: HoldingsAnswer['rows'][number]['detail'],
  speech: Speech,
): Maybe<{ readonly text: string }> {
  const text = detailWords(detail, speech);
  return maybe(text === '' ? undefined : { text });
}
