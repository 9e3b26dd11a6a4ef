import type { AccountRecord } from '../domain/account';
import { withName } from '../domain/customer';
import type { Customer } from '../domain/customer';
import type { CustomerRecord } from '../domain/documents';
import { followCustomer } from '../domain/follow-customer';
import type { CustomerSeen } from '../domain/follow-customer';
import { sameFields } from '../domain/same-fields';
import { MINUTE } from '../domain/time';
import type { Instant } from '../domain/time';
import { Unstorable } from '../store';
import type { Write } from '../store';
import { changeAccount, changeDocument } from '../records/change-document';
import { customerDocumentId, customerRecord, keepKnownCustomer } from '../records/keep-customer';
import { ALONE } from '../records/hold-lease';
import type { Tenure } from '../records/hold-lease';
import { leavingOut, writeEach } from '../records/leave-out';
import type { LeavingOut } from '../records/leave-out';
import { hearing, noteSource, sourceDocumentId, troubleOf } from '../records/note-source';
import type { Ports } from '../ports';
import { chosenFrom, givingWay } from '../matching/slices';

/**
 * Reads every customer of the directory and keeps what changed. Customers that are gone are marked, not deleted. Stops
 * when its tenure is over: from an old list customers would seem gone that have come since.
 */
export async function syncCustomers(ports: Ports, signal: AbortSignal, tenure: Tenure = ALONE): Promise<void> {
  const part = ports.directory.writesBack ? 'customers' : 'customers@file';
  const seen = new Set<string>();
  const left = leavingOut();
  const beganAt = ports.clock.now();
  try {
    for await (const page of ports.directory.listCustomers(signal, hearing(ports, part))) {
      if (tenure.aborted) return;
      // One that is listed twice is what the list says first, or it would change with every sync.
      const fresh = page.filter(({ id }) => !seen.has(id) && seen.add(id));
      await keepPage(ports, fresh, left);
    }
  } catch (error) {
    await noteSource(ports, part, { complete: false, trouble: troubleOf(error) });
    return;
  }
  for (const { line, column, problem, taken } of ports.directory.badRows())
    if (taken !== true) left.add(`line ${line}`, column === undefined ? problem : `${column} ${problem}`);
  const current = await chosenFrom(ports.register.customerIds(), (id) => ports.register.isCurrentCustomer(id));
  const unlisted = await chosenFrom(current, (id) => !seen.has(id) && !mayBeUnread(ports, id));
  const young = unlisted.length === 0 ? new Set() : await createdSince(ports, beganAt);
  const lacking = unlisted.filter((id) => !young.has(id));
  const missing = isDoubtful(ports, part, lacking.length, current.length)
    ? { count: lacking.length, of: current.length }
    : undefined;
  const gone = missing === undefined ? lacking : [];
  if (!(await tenure.confirm())) return;
  for (const id of gone) {
    if (tenure.aborted) return;
    await markGone(ports, id);
  }
  await noteSource(ports, part, { complete: true, count: seen.size, beganAt, leftOut: left.found, missing });
  await followCustomers(ports, tenure);
}

/** Reading takes a while: a list does not hold what was created from here after it began. */
async function createdSince({ register }: Ports, beganAt: Instant): Promise<ReadonlySet<string>> {
  const young = new Set<string>();
  const giveWay = givingWay();
  for (const { creation, decisions } of register.allAccounts()) {
    await giveWay();
    if (creation !== undefined) young.add(creation.id);
    for (const { created, customer, at } of decisions)
      if (created === true && customer !== undefined && at >= beganAt - CREATED_BEFORE) young.add(customer.id);
  }
  return young;
}

/** A customer is there some moments before its account is mapped to it. */
const CREATED_BEFORE = MINUTE;

/** A customer keeps what was known of it while it may stand in a row that could not be read. */
function mayBeUnread({ directory, register }: Ports, id: string): boolean {
  const customer = register.customer(id);
  return customer !== undefined && directory.mayBeUnread(customer);
}

/**
 * Several at once that are more than a tenth look like a list that was cut short: only a list that lacks as many as the
 * one before is believed.
 */
function isDoubtful({ register }: Ports, part: string, lacking: number, of: number): boolean {
  if (lacking < 2 || lacking * 10 <= of) return false;
  return register.source(sourceDocumentId(part))?.missing?.count !== lacking;
}

/** Accounts that are mapped to a customer that was renamed, is gone or is back say so. */
async function followCustomers(ports: Ports, tenure: Tenure): Promise<void> {
  let changed = false;
  const giveWay = givingWay();
  for (const account of ports.register.allAccounts()) {
    await giveWay();
    const follow = (record: AccountRecord): AccountRecord => {
      const seen = customerSeen(ports, record);
      return seen === undefined ? record : followCustomer(record, seen, ports.clock.now());
    };
    if (follow(account) === account) continue;
    if (tenure.aborted) return;
    await changeAccount(ports, account.id, follow);
    changed = true;
  }
  if (changed) ports.nudge('reconcile');
}

/** Undefined when the account has no customer, or one that no list has ever shown: of that nothing can be said. */
function customerSeen({ register }: Ports, { mapping }: AccountRecord): CustomerSeen | undefined {
  if (mapping.state !== 'mapped') return undefined;
  const { id } = mapping.customer;
  const known = register.customer(id);
  return known === undefined ? undefined : { name: known.name, isThere: register.isCurrentCustomer(id) };
}

/** One that cannot be stored keeps what was known of it before. */
async function keepPage(ports: Ports, page: readonly Customer[], left: LeavingOut): Promise<void> {
  const inserts: Write<CustomerRecord>[] = [];
  const changed: Customer[] = [];
  for (const listed of page) {
    const known = ports.register.customer(listed.id);
    const customer = withName(listed, known);
    if (known === undefined) inserts.push({ write: 'insert', document: customerRecord(ports, customer) });
    else if (!ports.register.isCurrentCustomer(customer.id) || !sameFields(known, customer)) changed.push(customer);
  }
  const outcomes = await writeEach(ports.store, inserts);
  const giveWay = givingWay();
  for (const [index, outcome] of outcomes.entries()) {
    await giveWay();
    const document = inserts[index]?.document;
    if (document === undefined) continue;
    if (outcome instanceof Unstorable) left.add(document.customer.name, outcome.message);
    // Memory may have it from the tail meanwhile, and perhaps what became of it since.
    else if (outcome.outcome === 'saved' && ports.register.customer(document.customer.id) !== undefined) continue;
    else if (outcome.outcome === 'saved') ports.register.apply(document);
    else changed.push(document.customer);
  }
  for (const customer of changed) await left.each(customer.name, () => keepKnownCustomer(ports, customer));
}

async function markGone(ports: Ports, id: string): Promise<void> {
  await changeDocument(ports, 'customer', customerDocumentId(id), (c) => ({
    document: { ...c, goneAt: ports.clock.now() },
    result: undefined,
  }));
}
