import type { AlarmRecord } from '../domain/alarm';
import type { Document, SignInRecord } from '../domain/documents';

/** What only operators ask about: who is signed in, and what the administrators were told. */
export class OperatorMemory {
  readonly signIns = new Map<string, SignInRecord>();
  readonly alarms = new Map<string, AlarmRecord>();

  apply(document: Document): void {
    if (document.kind === 'signin') this.signIns.set(document.id, document);
    if (document.kind === 'alarm') this.alarms.set(document.id, document);
  }
}
