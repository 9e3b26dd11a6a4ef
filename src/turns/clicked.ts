import type { Action } from '../actions/action';
import type { AccountRecord } from '../domain/account';
import type { CardPlace } from '../domain/notices';
import type { CardView, Notice } from '../domain/notice';
import type { Ports } from '../ports';
import type { Click } from '../tasks/decide';
import type { Reply } from '../turn';
import type { Here } from './here';

/** What we know of a message that was clicked. */
export type Shown =
  | { readonly shows: 'account'; readonly accountId: string; readonly view?: CardView }
  | { readonly shows: 'board' }
  /** An answer of ours with the very button that was clicked. */
  | { readonly shows: 'button' }
  /** Perhaps the card of this account that is being posted here at this moment; which message it is will be known then. */
  | { readonly shows: 'soon' }
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
  const isIt = ({ conversationId, messageId }: Notice): boolean =>
    messageId === place.messageId && conversationId === place.conversationId;
  const of = ({ id: accountId, notices }: AccountRecord): Shown | undefined => {
    const notice = notices.find(isIt);
    if (notice === undefined) return undefined;
    const { view } = notice;
    return { shows: 'account', accountId, ...(view === undefined ? {} : { view }) };
  };
  const likely = expected === undefined ? undefined : register.account(expected);
  const asExpected = likely === undefined ? undefined : of(likely);
  if (asExpected !== undefined) return asExpected;
  if (register.board(place.conversationId)?.messageId === place.messageId) return { shows: 'board' };
  for (const account of register.allAccounts()) {
    const shown = of(account);
    if (shown !== undefined) return shown;
  }
  return { shows: 'unknown' };
}

/** The same of the message that was clicked, where it may also be known by its buttons. */
export async function whatWasClicked(here: Here, place: CardPlace, expected: string | undefined): Promise<Shown> {
  const { input } = here.turn;
  const shown = whatIsShown(here.ports, place, expected);
  if (shown.shows !== 'unknown' || input.kind !== 'action') return shown;
  if (await here.talk.hasButton(place.messageId, input.data)) return { shows: 'button' };
  const notices = expected === undefined ? [] : (here.ports.register.account(expected)?.notices ?? []);
  const isBeingPosted = notices.some((n) => n.state === 'posting' && n.conversationId === place.conversationId);
  return isBeingPosted ? { shows: 'soon' } : shown;
}

/**
 * Whether an answer to this click may take the place of the clicked message. A card belongs to what it shows; what we do not
 * know belongs to no account. A card that somebody put into their own message is theirs, and shows what it showed.
 */
function mayReplace(shown: Shown, action: Action | undefined, accountId: string | undefined): boolean {
  switch (shown.shows) {
    case 'soon':
    case 'button':
      return true;
    case 'unknown':
      return accountId === undefined || action?.verb === 'refresh-shared';
    case 'board':
      return false;
    case 'account':
      return shown.view?.view === 'list' ? action?.verb === 'list' : shown.accountId === accountId;
  }
}

/** An answer takes the place of a card that is known to show the same thing; from any other it becomes a message of its own. */
export async function inItsPlace(
  here: Here,
  reply: Reply,
  accountId: string | undefined,
  action?: Action,
): Promise<Reply> {
  const { input } = here.turn;
  const place = clickedPlace(here);
  if (reply.reply !== 'card' || place === undefined) return reply;
  if (mayReplace(await whatWasClicked(here, place, accountId), action, accountId)) return reply;
  // Nobody waits for an answer where a client draws a card anew by itself.
  return input.kind === 'action' && input.automatic ? { reply: 'note', text: '' } : { ...reply, reply: 'message' };
}

/** The activity's id names the click, within its conversation: delivered twice, it is the same decision. */
export async function clickOf(here: Here, accountId: string): Promise<Click> {
  const { conversationId } = here.turn.place;
  const click = { id: `${conversationId}|${here.turn.id}`, where: conversationId };
  const card = clickedPlace(here);
  if (card === undefined) return click;
  const shown = await whatWasClicked(here, card, accountId);
  const isCardOfIt = shown.shows === 'button' || (shown.shows === 'account' && shown.accountId === accountId);
  return isCardOfIt ? { ...click, card } : click;
}
