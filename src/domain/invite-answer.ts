import type { AccountLine, NearName } from './answers';
import type { InvitationLine, OtherProvider } from './invitation-answers';
import type { Trouble } from './source';
import type { Taken } from './taken';
import type { Instant } from './time';

/** The text to invite somebody with, or why there is none. */
export type InviteAnswer =
  | {
      readonly answer: 'link';
      readonly link: string;
      readonly company?: string;
      /** Whose link it is, where several of ours have one. */
      readonly provider?: OtherProvider;
      readonly alreadyAccepted?: AccountLine;
      /** How `alreadyAccepted` was found. */
      readonly taken?: Taken;
      /** Accounts that the company may be; whether it is one of them only the person knows. */
      readonly near?: readonly NearName[];
      /** It was invited before, as far as we were told. */
      readonly invited?: readonly InvitationLine[];
      readonly now: Instant;
    }
  | { readonly answer: 'no-link'; readonly trouble: Trouble; readonly company?: string }
  /** Each of ours has a link of its own, and whoever opens the wrong one accepts the wrong one. */
  | { readonly answer: 'which-provider'; readonly company?: string; readonly among: readonly InviteTo[] }
  /** None of ours has a link that is called by these words. */
  | {
      readonly answer: 'no-such-provider';
      readonly words: string;
      readonly providers: readonly string[];
      readonly company?: string;
    };

/** A provider whose link can be had; `accepted`: the company has accepted there. */
export interface InviteTo extends OtherProvider {
  readonly accepted: boolean;
}
