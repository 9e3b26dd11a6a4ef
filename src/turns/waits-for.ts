import type { ConversationRecord } from '../domain/documents';
import type { Waits } from '../domain/waits';
import { mayDo } from '../policy/policy';
import type { Ports } from '../ports';
import type { KnownSender } from '../records/sender-kind';
import { whatWaits } from '../tasks/what-waits';

/** What waits for a person, in that person's own chat and if they may know; nothing elsewhere. */
export function waitsFor(
  ports: Ports,
  sender: KnownSender | undefined,
  { type }: Pick<ConversationRecord, 'type'>,
  personId: string | undefined,
): { readonly waits?: Waits } {
  if (type !== 'personal' || personId === undefined || sender === undefined) return {};
  return mayDo(sender.kind, 'hear what waits') ? { waits: whatWaits(ports, personId) } : {};
}
