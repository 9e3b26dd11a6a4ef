import type { AccountRecord } from '../domain/account';
import type { SinceBasis } from '../domain/acceptance';
import type { Instant } from '../domain/time';
import type { ListedTenant, Provider } from '../provider';
import { Unstorable } from '../store';
import type { Write } from '../store';
import { changeAccount } from '../records/change-document';
import { leavingOut, writeEach } from '../records/leave-out';
import type { LeavingOut } from '../records/leave-out';
import { ALONE } from '../records/hold-lease';
import type { Tenure } from '../records/hold-lease';
import { hearing, noteSource, sourceDocumentId, troubleOf } from '../records/note-source';
import { idsOf, keepRows, ownRowsOf, readRows, rowsOfOthers } from './keep-rows';
import { letRowsGo, lookAtDisputed, lookForLostRows } from './look-at-unclear';
import { noticeEndings } from './notice-endings';
import type { OwnRows } from './own-rows';
import type { Ports } from '../ports';
import { givingWay } from '../matching/slices';
import { takeInTenant, updated, writeFor } from './take-in-tenant';
import type { Sighting } from './take-in-tenant';

/** What one round goes by. */
interface Round {
  /** Of the directory, as far as they are this provider's. */
  readonly rows: OwnRows;
  /** When the listing of the rows began: any row may be as old as that. */
  readonly rowsReadAt: Instant;
  readonly basis: SinceBasis;
  readonly tenure: Tenure;
  readonly left: LeavingOut;
}

/**
 * One round over everything that a provider and the directory list: new accounts are taken in, changes kept, decisions
 * made in Work 365 adopted, endings noticed. Run by one replica at a time, and only while its tenure lasts; safe to stop
 * anywhere and to run again.
 */
export async function syncAccounts(
  ports: Ports,
  provider: Provider,
  signal: AbortSignal,
  tenure: Tenure = ALONE,
): Promise<void> {
  const beganAt = ports.clock.now();
  const rows = await readRows(ports, signal);
  const basis = firstLook(ports, provider) ? 'before-first-look' : 'first-seen';
  const left = leavingOut();
  const own = await ownRowsOf(ports, provider, rows ?? { listed: [], providers: [] });
  const from: Round = { rows: own, rowsReadAt: rows?.readAt ?? beganAt, basis, tenure, left };
  const seen = await readTenants(ports, provider, from, signal);
  const home = rows === undefined ? 'unknown' : await keepRows({ ports, provider, tenure }, rows, own, seen);
  if (seen === undefined || !(await tenure.confirm())) return;
  const looking = { ports, provider, tenure, signal };
  if (rows !== undefined && ports.directory.writesBack) {
    await letRowsGo(looking, rowsOfOthers(rows.listed, home));
    await lookForLostRows(looking, idsOf(rows.listed));
  }
  await lookAtDisputed(looking, seen);
  const endings = await noticeEndings(looking, seen, left);
  if (tenure.aborted) return;
  for (const { line, problem } of provider.badItems()) left.add(`item ${line}`, problem);
  // Noted last: until the very first round is through, nothing in it counts as news.
  await noteSource(ports, `accounts:${provider.id}`, {
    complete: true,
    count: seen.size,
    beganAt,
    ...endings,
    leftOut: left.found,
    ...(ports.providers.length > 1 ? { name: provider.name } : {}),
  });
}

/** Until the provider's list was read to the end once, its accounts are no news to anybody. */
export function firstLook(ports: Ports, provider: Provider): boolean {
  return ports.register.source(sourceDocumentId(`accounts:${provider.id}`))?.firstCompleteAt === undefined;
}

/** The tenant ids that the provider listed, or undefined when the listing did not come to its end. */
async function readTenants(
  ports: Ports,
  provider: Provider,
  round: Round,
  signal: AbortSignal,
): Promise<Set<string> | undefined> {
  const seen = new Set<string>();
  try {
    for await (const page of provider.listTenants(signal, hearing(ports, `accounts:${provider.id}`))) {
      if (round.tenure.aborted) return undefined;
      for (const listed of page) seen.add(listed.tenant.tenantId.toLowerCase());
      await keepTenants(ports, provider, page, round);
    }
    return seen;
  } catch (error) {
    await noteSource(ports, `accounts:${provider.id}`, { complete: false, trouble: troubleOf(error) });
    return undefined;
  }
}

async function keepTenants(
  ports: Ports,
  provider: Provider,
  page: readonly ListedTenant[],
  { rows, rowsReadAt, basis, left }: Round,
): Promise<void> {
  const inserts: Write<AccountRecord>[] = [];
  const inserted: ListedTenant[] = [];
  const at = ports.clock.now();
  const sightingOf = (listed: ListedTenant): Sighting => {
    const found = rows.byTenant.get(listed.tenant.tenantId.toLowerCase());
    return { basis, at, ...(found === undefined ? {} : { rows: found.map(({ row }) => row), rowsReadAt }) };
  };
  for (const listed of page) {
    await left.each(listed.tenant.name, async () => {
      const work = writeFor(ports, provider, listed, sightingOf(listed));
      if (work === undefined) return;
      if ('reread' in work) {
        await changeAccount(ports, work.reread, (r) => updated(r, listed, sightingOf(listed)));
      } else {
        inserts.push(work.write);
        inserted.push(listed);
      }
    });
  }
  const outcomes = await writeEach(ports.store, inserts);
  const giveWay = givingWay();
  for (const [index, outcome] of outcomes.entries()) {
    await giveWay();
    const write = inserts[index];
    const listed = inserted[index];
    if (write === undefined || listed === undefined) continue;
    if (outcome instanceof Unstorable) left.add(listed.tenant.name, outcome.message);
    else if (outcome.outcome === 'saved') applyIfNew(ports, write.document);
    else await left.each(listed.tenant.name, () => takeInTenant(ports, provider, listed, sightingOf(listed)));
  }
  if (inserts.some((w) => w.document.dueAt !== undefined)) ports.nudge('reconcile');
}

/** Memory may have it from the tail meanwhile, and perhaps what became of it since. */
function applyIfNew({ register }: Ports, inserted: AccountRecord): void {
  if (register.account(inserted.id) === undefined) register.apply(inserted);
}
