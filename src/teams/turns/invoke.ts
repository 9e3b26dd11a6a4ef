import type { Offer, Reply } from '../../turn';

/** What an invoke is answered with: the HTTP status and the body of the answer. */
export interface InvokeAnswer {
  readonly status: number;
  readonly body?: object;
}

const CARD = 'application/vnd.microsoft.card.adaptive';
const NOTE = 'application/vnd.microsoft.activity.message';
const THUMBNAIL = 'application/vnd.microsoft.card.thumbnail';
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
    case 'offers':
    case 'dialog':
    case 'nothing':
      return note('');
  }
}

export function searchAnswer(reply: Reply): InvokeAnswer {
  const results = reply.reply === 'choices' ? reply.choices.map(({ title, value }) => ({ title, value })) : [];
  return { status: 200, body: { type: SEARCH, value: { results } } };
}

/** What a compose box offers, or the sentence that stands there instead. */
export function offersAnswer(reply: Reply): InvokeAnswer {
  if (reply.reply === 'note') return { status: 200, body: { composeExtension: { type: 'message', text: reply.text } } };
  return offered(reply.reply === 'offers' ? reply.offers : []);
}

/** A link that we know nothing of, or that is not for who pasted it, stays a link: no sentence takes its place. */
export function linkAnswer(reply: Reply): InvokeAnswer {
  return offered(reply.reply === 'offers' ? reply.offers : []);
}

function offered(offers: readonly Offer[]): InvokeAnswer {
  const attachments = offers.map(({ title, detail, card }) => ({
    contentType: CARD,
    content: card,
    preview: { contentType: THUMBNAIL, content: { title, text: detail } },
  }));
  return { status: 200, body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } } };
}

/** What a dialog shows next; a sentence ends it. */
export function dialogAnswer(reply: Reply): InvokeAnswer {
  switch (reply.reply) {
    case 'dialog':
      return task('continue', {
        title: reply.title,
        height: 'large',
        width: 'medium',
        card: { contentType: CARD, content: reply.message.card },
      });
    case 'note':
      return task('message', reply.text);
    default:
      return { status: 200, body: {} };
  }
}

function task(type: 'continue' | 'message', value: unknown): InvokeAnswer {
  return { status: 200, body: { task: { type, value } } };
}

/** Invokes of features that the bot does not have: an empty but proper answer, because 501 shows people an error. */
export function otherAnswer(name: string): InvokeAnswer {
  if (name.startsWith('composeExtension/')) return offered([]);
  return { status: 200, body: {} };
}

function note(text: string): InvokeAnswer {
  return cardAction(NOTE, text);
}

function cardAction(type: string, value: unknown): InvokeAnswer {
  return { status: 200, body: { statusCode: 200, type, value } };
}
