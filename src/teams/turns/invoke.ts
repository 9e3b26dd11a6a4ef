import type { Reply } from '../../turn';

/** What an invoke is answered with: the HTTP status and the body of the answer. */
export interface InvokeAnswer {
  readonly status: number;
  readonly body?: object;
}

const CARD = 'application/vnd.microsoft.card.adaptive';
const NOTE = 'application/vnd.microsoft.activity.message';
const SEARCH = 'application/vnd.microsoft.search.searchResponse';

/** A click on a card (Universal Actions). A reply that was said in the conversation leaves its summary on the card. */
export function actionAnswer(reply: Reply): InvokeAnswer {
  switch (reply.reply) {
    case 'card':
      return reply.message.card === undefined ? note(reply.message.text) : cardAction(CARD, reply.message.card);
    case 'note':
      return note(reply.text);
    case 'message':
      return note(reply.message.summary);
    case 'choices':
    case 'nothing':
      return note('');
  }
}

export function searchAnswer(reply: Reply): InvokeAnswer {
  const results = reply.reply === 'choices' ? reply.choices.map(({ title, value }) => ({ title, value })) : [];
  return { status: 200, body: { type: SEARCH, value: { results } } };
}

/** Invokes of features that the bot does not have: an empty but proper answer, because 501 shows people an error. */
export function otherAnswer(name: string): InvokeAnswer {
  if (name.startsWith('composeExtension/')) {
    return { status: 200, body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [] } } };
  }
  return { status: 200, body: {} };
}

function note(text: string): InvokeAnswer {
  return cardAction(NOTE, text);
}

function cardAction(type: string, value: unknown): InvokeAnswer {
  return { status: 200, body: { statusCode: 200, type, value } };
}
