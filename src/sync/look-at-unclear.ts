import type { AccountRecord } from '../domain/account';
import { observeTenant } from '../domain/observe';
import { observeRow } from '../domain/observe-row';
import { lacksRowChoice } from '../domain/settle';
import { noteRowGone } from '../domain/write-backs';
import type { ListedRow } from '../directory';
import type { Provider } from '../provider';
import { changeAccount } from '../records/change-document';
import type { Tenure } from '../records/hold-lease';
import type { Ports } from '../ports';
import { chosenFrom } from '../matching/slices';
import { disputed, resellerFact } from '../records/refresh-acceptance';
import { handOver } from './hand-over';
import { longestUnasked } from './longest-unasked';

/** Most rows and tenants that one run asks for by themselves; those of the rest that were longest not asked for come next. */
const MOST_LOOKS = 50;

/** One round's look at what its lists leave unclear. */
export interface Looking {
  readonly ports: Ports;
  readonly provider: Provider;
  readonly tenure: Tenure;
  readonly signal: AbortSignal;
}

/**
 * Rows that we know and that are in the list no more. Each is asked for by its id before we say that it is gone: an
 * inactive row is not listed either.
 */
export async function lookForLostRows(
  { ports, provider, tenure, signal }: Omit<Looking, 'provider'> & { readonly provider: Pick<Provider, 'id'> },
  listed: ReadonlySet<string>,
): Promise<void> {
  const lost = await chosenFrom(
    ports.register.allAccounts(),
    ({ providerId, directoryRow }) =>
      providerId === provider.id && directoryRow !== undefined && !listed.has(directoryRow.rowId),
  );
  for (const { id, directoryRow } of longestUnasked(ports, 'row', lost, MOST_LOOKS)) {
    if (directoryRow === undefined) continue;
    const { rowId } = directoryRow;
    const at = ports.clock.now();
    const look = await ports.directory.readRow(rowId, signal);
    if (tenure.aborted) return;
    if (look.look === 'failed') continue;
    await changeAccount(ports, id, (r) => {
      // Whoever is writing to it finds out for themselves.
      if (r.directoryRow?.rowId !== rowId || r.writeBack.begun !== undefined) return r;
      const now = ports.clock.now();
      if (look.look === 'absent') return noteRowGone(r, now);
      // Of several a person has to say first which one it is.
      return lacksRowChoice(r) ? r : observeRow(r, look.value, now, at);
    });
  }
}

/**
 * Rows that our accounts hold and that name another provider: they were taken in before rows were told apart. Nothing is
 * written to them any more; what was decided stays, and waits for a row of our own. Of an account that we have because of
 * such a row alone it goes over to the account that the row is of.
 */
export async function letRowsGo(
  { ports, provider, tenure }: Pick<Looking, 'ports' | 'provider' | 'tenure'>,
  listed: readonly ListedRow[],
): Promise<void> {
  const others = new Map(listed.map((one) => [one.row.rowId, one]));
  const holds = ({ directoryRow }: AccountRecord): boolean =>
    directoryRow !== undefined && others.has(directoryRow.rowId);
  const wrong = await chosenFrom(ports.register.allAccounts(), (one) => one.providerId === provider.id && holds(one));
  for (const one of wrong) {
    const { id } = one;
    if (tenure.aborted) return;
    const row = others.get(one.directoryRow?.rowId ?? '');
    const isByRowAlone = one.acceptance.reseller.state === 'not-listed';
    if (row !== undefined && isByRowAlone && one.writeBack.begun === undefined) await handOver(ports, one, row);
    // A write that is under way finds out for itself.
    await changeAccount(ports, id, (r) =>
      holds(r) && r.writeBack.begun === undefined ? noteRowGone(r, ports.clock.now()) : r,
    );
  }
}

/** Tenants that the list has and that a look by their id did not find: looked at anew until both say the same. */
export async function lookAtDisputed(
  { ports, provider, tenure, signal }: Looking,
  listed: ReadonlySet<string>,
): Promise<void> {
  const unclear = await chosenFrom(
    ports.register.allAccounts(),
    ({ providerId, tenantId, acceptance: { reseller } }) =>
      providerId === provider.id &&
      reseller.state === 'accepted' &&
      reseller.disputedAt !== undefined &&
      listed.has(tenantId.toLowerCase()),
  );
  for (const { id, tenantId } of longestUnasked(ports, 'tenant', unclear, MOST_LOOKS)) {
    const look = await provider.readTenant(tenantId, signal);
    if (tenure.aborted) return;
    if (look.look === 'failed') continue;
    await changeAccount(ports, id, (r) => {
      const at = ports.clock.now();
      const { reseller } = r.acceptance;
      const fact = look.look === 'seen' ? resellerFact(reseller, look.value, at, 'first-seen') : disputed(reseller, at);
      return observeTenant(r, r.tenant, { ...r.acceptance, reseller: fact }, at);
    });
  }
}
