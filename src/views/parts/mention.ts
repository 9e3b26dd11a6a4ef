import type { Message } from '../../courier';
import type { Person } from '../../domain/person';
import { clean } from '../words/escape';

const LENGTH = 60;
/** Clients find the name in the text as it stands, so it holds nothing that they would read as formatting. */
const FORMATTING = /[\\`*_[\]<>~&#|]/g;

interface Card {
  readonly body?: readonly object[];
  readonly msteams?: object;
}

/** A message that names somebody in a conversation with others, so that Teams notifies that person. */
export function mentioning(message: Message, { id, name }: Person): Message {
  const plain = clean(name.replaceAll(FORMATTING, ' '), LENGTH);
  if (message.card === undefined || plain === '') return message;
  const text = `<at>${plain}</at>`;
  const { body = [], msteams, ...card }: Card = message.card;
  return {
    ...message,
    summary: `${plain}: ${message.summary}`,
    card: {
      ...card,
      body: [{ type: 'TextBlock', text, wrap: true }, ...body],
      msteams: { ...msteams, entities: [{ type: 'mention', text, mentioned: { id, name: plain } }] },
    },
  };
}
