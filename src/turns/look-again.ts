import type { FactAsked } from '../commands/intent';
import type { AccountRecord } from '../domain/account';
import { LOOKED_JUST_NOW, refreshDetails } from '../records/refresh-acceptance';
import { statusOf } from '../tasks/answer-status';
import type { Reply } from '../turn';
import { sharedStatusView } from '../views/elsewhere/shared';
import { statusView } from '../views/company/status';
import { age } from '../views/words/times';
import type { Here } from './here';

/** The same answer, after a look at the provider whatever the age of what we have. */
export async function lookAgain(
  { ports, speech }: Here,
  record: AccountRecord,
  facts: readonly FactAsked[] = [],
): Promise<Reply> {
  const now = ports.clock.now();
  const last = Math.max(record.lookedAt ?? 0, record.missed?.at ?? 0);
  if (now - last < LOOKED_JUST_NOW) {
    return { reply: 'note', text: speech.say('look-again.just-now', { ago: age(last, now, speech) }) };
  }
  const looked = await refreshDetails(ports, record, 'person', 0);
  const answer = await statusOf(ports, looked);
  return { reply: 'card', message: statusView(answer, speech, facts) };
}

/** A card that somebody put into a message, as it stands now: for the one who asks. */
export async function refreshShared({ ports, speech }: Here, record: AccountRecord): Promise<Reply> {
  return { reply: 'card', message: sharedStatusView(await statusOf(ports, record), speech) };
}
