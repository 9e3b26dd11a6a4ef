import { failureOf, noteStuck } from '../domain/stuck';
import { DAY } from '../domain/time';
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
  for (const account of register.allAccounts()) {
    if (account.dueAt === undefined || noteStuck(account, afterMs, clock.now()) === undefined) continue;
    const noted = await ifReadable(() => changeAccount(ports, account.id, (r) => noteStuck(r, afterMs, clock.now())));
    const failure = noted?.changed === 'saved' ? failureOf(noted.document) : undefined;
    if (failure === undefined) continue;
    log.warn({ account: account.id, ...failure }, 'An account has been stuck for days; "health" lists them all');
  }
}
