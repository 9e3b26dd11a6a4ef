import { endSnooze } from '../domain/snoozes';
import type { Ports } from '../ports';
import type { SharedRecord } from './shared-record';

/** The morning has come: the account waits for somebody again, and its cards say that it is back. */
export async function endSleep(ports: Ports, shared: SharedRecord): Promise<void> {
  await shared.change((record) => endSnooze(record, ports.clock.now()));
}
