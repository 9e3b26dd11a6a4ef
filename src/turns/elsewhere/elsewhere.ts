import { parseAction } from '../../actions/action';
import type { Verb } from '../../actions/action';
import type { Subject } from '../../domain/told';
import type { Deed } from '../../policy/policy';
import type { Input, Reply, Turn } from '../../turn';
import { refusalOf, refuse } from '../gate';
import { speechFor } from '../here';
import type { Here } from '../here';
import { onAction } from '../on-action';
import { suggestFor } from '../suggest';
import { inDialog } from './dialog';
import { findForComposeBox } from './find';
import { asInOwnChat, noChat, ownChat } from './own-chat';
import { unfold } from './unfold';
import { whoIsThis } from './who';

/** What people ask from other chats than their own one with the bot: from a compose box, of a message, by a link. */
export type FromElsewhere = Extract<Input, { readonly kind: 'find' | 'link' | 'who' | 'dialog' | 'action' | 'search' }>;

/**
 * The input if it comes from a chat that is none of ours, which is then kept nowhere. A card that somebody put into their
 * message is refreshed there by anybody, and a dialog searches while somebody types.
 */
export function fromElsewhere(input: Input, isOurs: boolean): FromElsewhere | undefined {
  switch (input.kind) {
    case 'find':
    case 'link':
    case 'who':
    case 'dialog':
      return input;
    case 'action': {
      const parsed = parseAction(input.data);
      return parsed.parsed === 'action' && parsed.action.verb === 'refresh-shared' ? input : undefined;
    }
    case 'search':
      return isOurs ? undefined : input;
    default:
      return undefined;
  }
}

/** The row of the policy for each; a click in a dialog has those of its verb besides. */
const DEEDS: Readonly<Record<FromElsewhere['kind'], Deed>> = {
  find: 'find from a compose box',
  link: 'unfold a link',
  who: 'ask who a message is about',
  dialog: 'ask who a message is about',
  action: 'click refresh-shared',
  search: 'search-customers',
};

/** Verbs after which something is said in the person's own chat: there has to be one. */
const NEED_OWN_CHAT: ReadonlySet<Verb> = new Set<Verb>([
  'watch',
  'invited',
  'watch-account',
  'watch-again',
  'settings',
  'type',
]);

/** Answers it to the person alone. `recent` is what their own talk has been about, the latest last. */
export async function answerElsewhere(
  known: Pick<Here, 'ports' | 'person' | 'sender' | 'talk' | 'kept'>,
  turn: Turn & { readonly input: FromElsewhere },
  recent: (own: Turn['place']) => Promise<readonly Subject[]>,
): Promise<Reply> {
  const own = ownChat(known.ports, known.person.id);
  const conversation = own ?? noChat(known.ports, turn);
  const there = asInOwnChat(turn, conversation);
  const here: Here = { ...known, turn: there, conversation, speech: speechFor(there, own) };
  const refusal = refusalOf(here, [DEEDS[turn.input.kind]]);
  if (refusal !== undefined) {
    return turn.input.kind === 'search' ? { reply: 'choices', choices: [] } : refuse(here, refusal);
  }
  switch (turn.input.kind) {
    case 'find':
      return findForComposeBox(here, turn.input, () => (own === undefined ? Promise.resolve([]) : recent(there.place)));
    case 'link':
      // Where people of other tenants look on, a link stays what its sender pasted.
      return turn.place.channel === 'shared' ? { reply: 'offers', offers: [] } : unfold(here, turn.input.url);
    case 'who':
      return whoIsThis(here, turn.input.text);
    case 'action':
      return onAction(here, turn.input.data);
    case 'search':
      return { reply: 'choices', choices: suggestFor(here, turn.input) };
    case 'dialog':
      return onDialog(here, turn.input.data, own !== undefined);
  }
}

async function onDialog(here: Here, data: unknown, hasOwnChat: boolean): Promise<Reply> {
  const parsed = parseAction(data);
  if (!hasOwnChat && parsed.parsed === 'action' && NEED_OWN_CHAT.has(parsed.action.verb))
    return { reply: 'note', text: here.speech.say('who.no-own-chat') };
  return inDialog(here, await onAction(here, data));
}
