import type { AccountRecord } from './account';

/** Where the bot only says what it would do: everywhere, or in these conversations. */
export interface Rehearsal {
  readonly everywhere: boolean;
  readonly conversations: readonly string[];
}

export const NO_REHEARSAL: Rehearsal = { everywhere: false, conversations: [] };

export function isRehearsing({ everywhere, conversations }: Rehearsal): boolean {
  return everywhere || conversations.length > 0;
}

/** Whether nothing is announced in this conversation. */
export function rehearsesIn({ everywhere, conversations }: Rehearsal, conversationId: string): boolean {
  return everywhere || conversations.includes(conversationId);
}

/** Whether what a person wants there is only said: no decision from there is written, no customer created. */
export function rehearsesWish(rehearsal: Rehearsal, where: string | undefined): boolean {
  return rehearsal.everywhere || (where !== undefined && rehearsesIn(rehearsal, where));
}

/** Whether what was decided last of this account is not written to Work 365: it was decided where the bot rehearses. */
export function rehearsesWrite(rehearsal: Rehearsal, { decisions }: Pick<AccountRecord, 'decisions'>): boolean {
  return rehearsesWish(rehearsal, decisions.at(-1)?.where);
}

/** What an administrator is told of a day of rehearsal. */
export interface RehearsalDay {
  /** Accounts of that day that would have been announced. */
  readonly announced: number;
  /** Mappings that would be in Work 365 by now. */
  readonly writes: number;
  /** So many conversations rehearse; absent where all do. */
  readonly places?: number;
}
