import messageCard from '../../../cards/message.json';
import type { Message } from '../../courier';
import { maybe, toMessage } from './parts';
import type { Button, Fact, Link } from './parts';
import type { Speech } from '../words/speech';
import { cardTemplate } from './template';

/** A few sentences with a headline and, where there is one, a next step. */
export interface Note {
  readonly kicker?: string;
  readonly title: string;
  readonly lines?: readonly string[];
  readonly facts?: readonly Fact[];
  readonly actions?: readonly Button[];
  readonly links?: readonly Link[];
  /** The line to type instead of clicking. */
  readonly hint?: string;
  readonly summary?: string;
}

const draw = cardTemplate(messageCard);

export function noteView(note: Note, speech: Speech): Message {
  const { lines = [], facts = [] } = note;
  const hint = note.hint === undefined ? undefined : speech.say('type.hint', { line: note.hint });
  return toMessage(
    {
      draw,
      data: {
        kicker: maybe(note.kicker === undefined ? undefined : { text: note.kicker }),
        title: note.title,
        lines: lines.map((text) => ({ text })),
        facts: maybe(facts.length === 0 ? undefined : { facts }),
        hint: maybe(hint === undefined ? undefined : { text: hint }),
        actions: [...(note.actions ?? []), ...(note.links ?? [])],
      },
      summary: note.summary ?? note.title,
      text: [
        note.title,
        ...lines,
        ...facts.map((fact) => `${fact.title}: ${fact.value}`),
        ...(note.links ?? []).map((link) => `${link.title}: ${link.url}`),
        hint,
      ],
    },
    speech,
  );
}
