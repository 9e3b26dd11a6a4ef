import type { AccountRecord } from '../domain/account';
import { failureOf, noteStuck } from '../domain/stuck';
import { DAY } from '../domain/time';
import { chosenFrom } from '../matching/slices';
import { changeAccount } from '../records/change-document';
import { ifReadable } from '../records/leave-out';
import type { Ports } from '../ports';

/** After so long a failure is not one that heals by itself, in milliseconds. */
export const STUCK_AFTER = 3 * DAY;

/**
 * Tells of accounts whose cards or write-back have failed for days, each once: in the log, and by a mark in the record,
 * from which the boards count them, and the administrators are told of them, for as long as they fail.
 */
export async function tellStuck(ports: Ports, afterMs: number): Promise<void> {
  const { register, clock, log } = ports;
  const isStuck = (account: AccountRecord): boolean =>
    account.dueAt !== undefined && noteStuck(account, afterMs, clock.now()) !== undefined;
  for (const account of await chosenFrom(register.allAccounts(), isStuck)) {
    const noted = await ifReadable(() => changeAccount(ports, account.id, (r) => noteStuck(r, afterMs, clock.now())));
    const failure = noted?.changed === 'saved' ? failureOf(noted.document) : undefined;
    if (failure === undefined) continue;
    log.warn({ account: account.id, ...failure }, 'An account has been stuck for days; "health" lists them all');
  }
}
