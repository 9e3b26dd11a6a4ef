import type { Period } from './answers';

/** What narrows the list of open invitations. A type, as commands are kept with what was talked of. */
export type InvitationsNarrowed = {
  /** Of whom, as it was said; `true`: of whoever asks. */
  readonly by?: string | true;
  /** Without an answer for more than so many days. */
  readonly olderDays?: number;
  /** When they were sent. */
  readonly period?: Period['name'];
};
