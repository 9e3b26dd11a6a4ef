import type { Message } from '../courier';
import { needsCustomer } from '../domain/account';
import type { AccountRecord } from '../domain/account';
import type { ConversationRecord } from '../domain/documents';
import type { Gathering } from '../domain/gathering';
import type { Notice } from '../domain/notice';
import { snoozeOf } from '../domain/snooze';
import type { Instant } from '../domain/time';
import { inSlices } from '../matching/slices';
import type { Ports } from '../ports';

/** What is told in one message. */
export interface GatheredNews {
  readonly of: Gathering['of'];
  readonly all: readonly AccountRecord[];
  /** Those of which somebody still has to say what they are. */
  readonly open: readonly AccountRecord[];
  /** How many others were decided meanwhile, or wait for a day. */
  readonly done: number;
  /** How many accounts a review there would go through. */
  readonly toReview: number;
  readonly now: Instant;
}

export type DrawGathered = (news: GatheredNews, conversation: ConversationRecord) => Message;

/** Changes the notice of an account that is held in the conversation; gives the account as it is then. */
export type ChangeHeld = (
  account: AccountRecord,
  how: (notice: Notice) => Notice,
) => Promise<AccountRecord | undefined>;

/** The accounts that wait in each conversation to be told with others, and those that a message tells of, by its key. */
export interface Gathered {
  readonly waiting: ReadonlyMap<string, readonly AccountRecord[]>;
  readonly told: ReadonlyMap<string, readonly AccountRecord[]>;
}

/** Looks for all of them at once. */
export async function lookForGathered({ register }: Ports, keys: ReadonlySet<string>): Promise<Gathered> {
  const waiting = new Map<string, AccountRecord[]>();
  const told = new Map<string, AccountRecord[]>();
  const look = (account: AccountRecord): void => {
    // A damaged record keeps nobody from the others.
    for (const notice of account.notices as readonly (Notice | null)[]) {
      if (notice === null) continue;
      if (isHeld(notice)) put(waiting, notice.conversationId, account);
      const key = notice.gathered?.in;
      if (key !== undefined && keys.has(key)) put(told, key, account);
    }
  };
  await inSlices([...register.allAccounts()], look);
  return { waiting, told };
}

function put(map: Map<string, AccountRecord[]>, key: string, account: AccountRecord): void {
  const others = map.get(key);
  if (others === undefined) map.set(key, [account]);
  else others.push(account);
}

export function isHeld({ state, heldSince }: Notice): boolean {
  return state === 'wanted' && heldSince !== undefined;
}

/** It is told in a message with others from now on. */
export function gatheredIn(notice: Notice, key: string, at: Instant): Notice {
  return { ...notice, state: 'dropped', gathered: { in: key, at } };
}

/** Somebody still has to say what it is, and not only from some day on. */
export function isStillOpen(account: AccountRecord): boolean {
  return needsCustomer(account) && snoozeOf(account) === undefined;
}
