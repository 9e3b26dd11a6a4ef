import { lapseAssignment } from '../domain/assignments';
import type { Ports } from '../ports';
import type { SharedRecord } from './shared-record';

/** Whoever took an account has had long enough: its cards say so, and anybody may take it. */
export async function lapse(ports: Ports, shared: SharedRecord): Promise<void> {
  await shared.change((record) => lapseAssignment(record, ports.clock.now()));
}
