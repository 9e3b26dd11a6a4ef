import type { AccountPicture } from './answers';
import type { Person } from './person';
import type { RequestRuling } from './requests';

/** What became of asking a colleague, or of the answer, and the account as it is now. */
export type RequestAnswer =
  { readonly answer: RequestRuling['ruling']; readonly picture: AccountPicture } | { readonly answer: 'account-gone' };

/**
 * Why nobody was asked.
 * - `unknown`: nobody with whom the bot has a chat is called that
 * - `several`: more than one of them is
 * - `no-chat`: they are known, and the bot has no chat with them in which it could ask
 * - `may-not`: they may not decide about accounts
 * - `could-not-look`: nobody could say who that is, or what they may do
 */
export type NobodyAsked =
  | { readonly nobody: 'unknown' | 'could-not-look'; readonly said: string }
  | { readonly nobody: 'several'; readonly said: string; readonly people: readonly Person[] }
  | { readonly nobody: 'no-chat' | 'may-not'; readonly person: Person };
