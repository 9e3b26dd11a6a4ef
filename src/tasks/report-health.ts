import type { AccountRecord } from '../domain/account';
import type { HealthAnswer } from '../domain/answers';
import { failureOf } from '../domain/stuck';
import { accountLine } from '../records/draw-account';
import { signInHealth } from '../records/sign-in-health';
import { failingJobs, sourceHealth } from '../records/source-health';
import { administratorIds } from '../records/administrators';
import type { Ports } from '../ports';
import { unreadDocuments } from '../records/unread-documents';
import { waitingTeams } from '../records/team-approval';

/** From this many failures in a row on, somebody should look. */
const STUCK_AFTER = 5;
const SHOWN = 8;

/** How the bot is: age and state of each source, what it cannot reach, what keeps failing, what is set up wrongly. */
export async function reportHealth(ports: Ports): Promise<HealthAnswer> {
  const { register, directory, clock } = ports;
  const { open, accounts, customers } = register.counts;
  const unread = await unreadDocuments(ports);
  return {
    freshness: sourceHealth(ports),
    open,
    accounts,
    customers,
    unreachable: [...register.allConversations()]
      .filter((c) => c.state === 'paused')
      .slice(0, SHOWN)
      .map((c) => ({
        name: c.teamName ?? c.name ?? c.personName ?? c.conversationId,
        reason: c.stateReason ?? 'paused',
        since: c.since,
      })),
    stuck: [...register.allAccounts()]
      .map((record) => ({ record, error: errorOf(record) }))
      .filter((x): x is { record: AccountRecord; error: string } => x.error !== undefined)
      .slice(0, SHOWN)
      .map(({ record, error }) => ({ account: accountLine(record), error })),
    setup: await directory.check(AbortSignal.timeout(5_000)),
    signIns: signInHealth(ports),
    failing: failingJobs(ports),
    unread: { count: unread.length, first: unread.slice(0, SHOWN) },
    waitingTeams: waitingTeams(ports),
    noAdministrators: ports.circles.approvedTeams !== 'all' && administratorIds(ports).size === 0,
    now: clock.now(),
  };
}

function errorOf(record: AccountRecord): string | undefined {
  if (record.stuckToldAt !== undefined) return failureOf(record)?.reason;
  if (record.writeBack.attempts >= STUCK_AFTER) return record.writeBack.lastError;
  return record.notices.find((n) => n.attempts >= STUCK_AFTER)?.lastError;
}
