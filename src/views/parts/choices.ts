import choicesCard from '../../../cards/choices.json';
import type { Message } from '../../courier';
import { maybe, toMessage } from './parts';
import type { Button } from './parts';
import { rowText } from './rows';
import type { Row } from './rows';
import type { Speech } from '../words/speech';
import { cardTemplate } from './template';

/** A question with one row for each answer. */
export interface Choices {
  readonly kicker: string;
  readonly title: string;
  readonly lines?: readonly string[];
  readonly rows: readonly Row[];
  readonly below?: readonly string[];
  readonly actions?: readonly Button[];
  readonly hint?: string;
}

const draw = cardTemplate(choicesCard);

export function choicesView(choices: Choices, speech: Speech): Message {
  const { kicker, title, rows, lines = [], below = [] } = choices;
  const hint = choices.hint === undefined ? undefined : speech.say('type.hint', { line: choices.hint });
  return toMessage(
    {
      draw,
      data: {
        kicker,
        title,
        rows,
        lines: lines.map((text) => ({ text })),
        below: below.map((text) => ({ text })),
        hint: maybe(hint === undefined ? undefined : { text: hint }),
        actions: choices.actions ?? [],
      },
      summary: title,
      text: [title, ...lines, ...rows.map((line, index) => rowText(line, index)), ...below, hint],
    },
    speech,
  );
}
