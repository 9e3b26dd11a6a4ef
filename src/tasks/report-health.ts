import type { AccountRecord } from '../domain/account';
import type { ConversationRecord } from '../domain/documents';
import type { HealthAnswer } from '../domain/health-answer';
import { isRehearsing, NO_REHEARSAL } from '../domain/rehearsal';
import { failureOf } from '../domain/stuck';
import { accountLine } from '../records/draw-account';
import { signInHealth } from '../records/sign-in-health';
import { failingJobs, sourceHealth } from '../records/source-health';
import { administratorIds } from '../records/administrators';
import type { Ports } from '../ports';
import { chosenFrom, inSlices } from '../matching/slices';
import { unheardAccounts, unheardProviders } from '../records/hears-of';
import { unreadDocuments } from '../records/unread-documents';
import { waitingTeams } from '../records/team-approval';

/** From this many failures in a row on, somebody should look. */
const STUCK_AFTER = 5;
const SHOWN = 8;

/**
 * How the bot is: age and state of each source, what it cannot reach, what keeps failing, what is set up wrongly; and for
 * administrators what it may do at the sources.
 */
export async function reportHealth(
  ports: Ports,
  reader: 'administrator' | 'anybody' = 'anybody',
): Promise<HealthAnswer> {
  const { register, directory, clock, permissions } = ports;
  const seen = reader === 'administrator' && permissions !== undefined ? (permissions.known() ?? 'not-yet') : undefined;
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
    ...(await troubledAccounts(ports)),
    unheard: unheardProviders(ports).map(({ name }) => name),
    unrouted: await unroutedHealth(ports),
    ...(await rehearsalHealth(ports)),
    setup: await directory.check(AbortSignal.timeout(5_000)),
    signIns: signInHealth(ports),
    failing: failingJobs(ports),
    unread: { count: unread.length, first: unread.slice(0, SHOWN) },
    waitingTeams: waitingTeams(ports),
    noAdministrators: ports.circles.approvedTeams !== 'all' && administratorIds(ports).size === 0,
    ...(seen === undefined ? {} : { permissions: seen }),
    now: clock.now(),
  };
}

async function unroutedHealth(ports: Ports): Promise<HealthAnswer['unrouted']> {
  const unheard = await unheardAccounts(ports);
  return { count: unheard.length, names: unheard.slice(0, SHOWN).map(({ tenant }) => tenant.name) };
}

async function rehearsalHealth({
  register,
  rehearsal = NO_REHEARSAL,
}: Ports): Promise<Pick<HealthAnswer, 'rehearsal'>> {
  if (!isRehearsing(rehearsal)) return {};
  const isWaiting = ({ writeBack }: AccountRecord): boolean => writeBack.state === 'rehearsed';
  const { length: waiting } = await chosenFrom(register.allAccounts(), isWaiting);
  if (rehearsal.everywhere) return { rehearsal: { waiting } };
  const places = rehearsal.conversations.map((id) => {
    const known = register.conversation(id);
    return known === undefined ? id : nameOf(known);
  });
  return { rehearsal: { places, waiting } };
}

function nameOf({ teamName, name, personName, conversationId }: ConversationRecord): string {
  const named = [teamName, name].filter((part) => part !== undefined);
  return named.length > 0 ? named.join(' / ') : (personName ?? conversationId);
}

async function troubledAccounts(ports: Ports): Promise<Pick<HealthAnswer, 'stuck' | 'drift'>> {
  const { register } = ports;
  const stuck: HealthAnswer['stuck'][number][] = [];
  const drifted: AccountRecord[] = [];
  const look = (record: AccountRecord): void => {
    if (record.drift !== undefined) drifted.push(record);
    const error = stuck.length < SHOWN ? errorOf(record) : undefined;
    if (error !== undefined) stuck.push({ account: accountLine(ports, record), error });
  };
  await inSlices(register.allAccounts(), look);
  const first = drifted.slice(0, SHOWN).map((record) => ({
    account: accountLine(ports, record),
    provider: register.kin.nameOf(record),
    mapping: record.mapping,
    drift: record.drift ?? [],
  }));
  return { stuck, drift: { count: drifted.length, first } };
}

function errorOf(record: AccountRecord): string | undefined {
  if (record.stuckToldAt !== undefined) return failureOf(record)?.reason;
  if (record.writeBack.attempts >= STUCK_AFTER) return record.writeBack.lastError;
  return record.notices.find((n) => n.attempts >= STUCK_AFTER)?.lastError;
}
