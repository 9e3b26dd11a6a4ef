import type { Action } from '../actions/action';
import type { CardPlace } from '../domain/notices';
import type { CardView } from '../domain/notice';
import type { Ports } from '../ports';
import type { Click } from '../tasks/decide';
import type { Here } from './here';

/** What we know of a message that was clicked. */
export type Shown =
  | { readonly shows: 'account'; readonly accountId: string; readonly view?: CardView }
  | { readonly shows: 'board' }
  | { readonly shows: 'unknown' };

/** Where the click was made; undefined when the client does not say on which message. */
export function clickedPlace({ turn }: Here): CardPlace | undefined {
  const { place, input } = turn;
  if (input.kind !== 'action' || input.messageId === undefined) return undefined;
  const thread = place.threadId === undefined ? {} : { threadId: place.threadId };
  return { conversationId: place.conversationId, messageId: input.messageId, ...thread };
}

/**
 * What the clicked message shows. A payload comes from the client: that it names an account does not make the message a
 * card of that account. `expected` is looked at first, so that nearly every click ends there.
 */
export function whatIsShown(ports: Ports, place: CardPlace, expected: string | undefined): Shown {
  const { register } = ports;
  const of = (accountId: string): Shown | undefined => {
    const notice = register
      .account(accountId)
      ?.notices.find((n) => n.conversationId === place.conversationId && n.messageId === place.messageId);
    if (notice === undefined) return undefined;
    const { view } = notice;
    return { shows: 'account', accountId, ...(view === undefined ? {} : { view }) };
  };
  const asExpected = expected === undefined ? undefined : of(expected);
  if (asExpected !== undefined) return asExpected;
  if (register.board(place.conversationId)?.messageId === place.messageId) return { shows: 'board' };
  for (const { id } of register.allAccounts()) {
    const shown = of(id);
    if (shown !== undefined) return shown;
  }
  return { shows: 'unknown' };
}

/** Whether an answer to this click may take the place of the clicked message. A card belongs to what it shows. */
export function mayReplace(shown: Shown, action: Action | undefined, accountId: string | undefined): boolean {
  if (shown.shows === 'unknown') return true;
  if (shown.shows === 'board') return false;
  if (shown.view?.view === 'list') return action?.verb === 'list';
  return shown.accountId === accountId;
}

/** The activity's id names the click, within its conversation: delivered twice, it is the same decision. */
export function clickOf(here: Here, accountId: string): Click {
  const { conversationId } = here.turn.place;
  const click = { id: `${conversationId}|${here.turn.id}`, where: conversationId };
  const card = clickedPlace(here);
  if (card === undefined) return click;
  const shown = whatIsShown(here.ports, card, accountId);
  const isFree = shown.shows === 'unknown' || (shown.shows === 'account' && shown.accountId === accountId);
  return isFree ? { ...click, card } : click;
}
