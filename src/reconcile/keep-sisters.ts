import type { AccountRecord } from '../domain/account';
import { withSisters } from '../domain/sister';
import { nextSlice } from '../matching/slices';
import { changeAccount } from '../records/change-document';
import { ifReadable } from '../records/leave-out';
import { driftOf } from '../records/drift';
import type { Ports } from '../ports';

/** So many are looked at before other work has its turn. */
const AT_ONCE = 50;

/**
 * Notes in each account what its company has under other providers, so that its cards are drawn anew when that changes.
 * Only what changed since the last time is looked at; after a start that is everything.
 */
export async function keepSisters(ports: Ports): Promise<void> {
  const { kin } = ports.register;
  await markCustomers(ports);
  const changed = new Set(kin.takeChanged());
  let looked = 0;
  try {
    for (const id of changed) {
      if ((looked += 1) % AT_ONCE === 0) await nextSlice();
      for (const account of [id, ...relatives(ports, id)]) await keep(ports, account);
      changed.delete(id);
    }
  } finally {
    kin.mark(changed);
  }
}

/** A record that is new, or called otherwise, may be another one's duplicate, or be so no more. */
async function markCustomers({ register }: Ports): Promise<void> {
  const { kin } = register;
  let looked = 0;
  for (const id of kin.takeChangedCustomers()) {
    if ((looked += 1) % AT_ONCE === 0) await nextSlice();
    const name = register.customer(id)?.name;
    const all = name === undefined ? [id] : [id, ...register.namesakes('customers', name)];
    kin.mark(all.flatMap((one) => register.accountsOfCustomer(one).map((account) => account.id)));
  }
}

/** Whoever shows the account now, and whoever showed it before. */
function relatives({ register }: Ports, id: string): readonly string[] {
  const record = register.account(id);
  if (record === undefined) return [];
  const ids = [...register.kin.sistersOf(record), ...(record.sisters ?? [])].map(({ accountId }) => accountId);
  return [...new Set(ids)];
}

async function keep(ports: Ports, id: string): Promise<void> {
  const { register, clock } = ports;
  const noted = (record: AccountRecord): AccountRecord => {
    const sisters = register.kin.sistersOf(record);
    return withSisters(record, sisters, driftOf(register, record, sisters), clock.now());
  };
  const known = register.account(id);
  if (known === undefined || noted(known) === known) return;
  await ifReadable(() => changeAccount(ports, id, noted));
  ports.nudge('reconcile');
}
