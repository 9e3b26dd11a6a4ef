import type { Reply } from '../../turn';
import { forDialog } from '../../views/parts/dialects';
import type { Here } from '../here';

/** An answer as a dialog shows it: the card in the place of the one before; a sentence without one ends the dialog. */
export function inDialog({ speech }: Pick<Here, 'speech'>, reply: Reply): Reply {
  if (reply.reply !== 'message' && reply.reply !== 'card') return reply;
  const { message } = reply;
  if (message.card === undefined) return { reply: 'note', text: message.text };
  return { reply: 'dialog', title: speech.say('who.title'), message: { ...message, card: forDialog(message.card) } };
}
