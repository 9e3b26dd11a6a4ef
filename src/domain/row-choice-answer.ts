import type { AccountPicture } from './answers';

/** After somebody said which of several rows of Work 365 is the account's. */
export type RowChoiceAnswer =
  /** `stale`: somebody chose before, or the row is not there any more; nothing was changed. */
  { readonly answer: 'chosen' | 'stale'; readonly picture: AccountPicture } | { readonly answer: 'account-gone' };
