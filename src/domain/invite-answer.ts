import type { AccountLine, NearName } from './answers';
import type { InvitationLine } from './invitation-answers';
import type { Trouble } from './source';
import type { Taken } from './taken';
import type { Instant } from './time';

/** The text to invite somebody with, or why there is none. */
export type InviteAnswer =
  | {
      readonly answer: 'link';
      readonly link: string;
      readonly company?: string;
      readonly alreadyAccepted?: AccountLine;
      /** How `alreadyAccepted` was found. */
      readonly taken?: Taken;
      /** Accounts that the company may be; whether it is one of them only the person knows. */
      readonly near?: readonly NearName[];
      /** It was invited before, as far as we were told. */
      readonly invited?: readonly InvitationLine[];
      readonly now: Instant;
    }
  | { readonly answer: 'no-link'; readonly trouble: Trouble; readonly company?: string };
