import type { NewCustomerOutcome, NewCustomers } from '../directory';
import type { AccountRecord } from '../domain/account';
import { tenantIdOf } from '../domain/account';
import type { Creation } from '../domain/creation';
import {
  beginCreation,
  isOver,
  noteCreated,
  noteCreationRefused,
  noteCreationTrouble,
  noteNotArrived,
  withoutCreation,
} from '../domain/creations';
import type { Customer } from '../domain/customer';
import { creationDue } from '../domain/settle';
import type { Trouble } from '../domain/source';
import { NO_REHEARSAL, rehearsesWish } from '../domain/rehearsal';
import type { Ports } from '../ports';
import { keepCustomer } from '../records/keep-customer';
import type { SharedRecord } from './shared-record';

type Service = Extract<NewCustomers, { readonly by: 'service' }>;

/** More than people look at. */
const DEEP = 25;

/**
 * Makes the customer that somebody wants for an account, and maps the account to it. Whoever dies on the way leaves a
 * record that says how far it came: the id stands in it before anything is sent, a request is noted before it leaves, and
 * one whose end nobody noted is looked for first. The customer is known here before the account points to it.
 */
export async function carryOutCreation(ports: Ports, shared: SharedRecord): Promise<void> {
  const now = ports.clock.now();
  const { creation, mapping } = shared.latest().document;
  if (creation === undefined || (creationDue(creation, now) ?? Infinity) > now) return;
  const { newCustomers } = ports.directory;
  const isVain = creation.begun === undefined && (mapping.state !== 'open' || creation.left === true);
  if (isOver(creation, now) || isVain) await dropCreation(ports, shared, creation);
  else if (
    newCustomers?.by !== 'service' ||
    (creation.begun === undefined && rehearsesWish(ports.rehearsal ?? NO_REHEARSAL, creation.where))
  )
    await refuse(ports, shared, creation, { kind: 'off' });
  else if (creation.begun !== undefined) await lookFor(ports, newCustomers, shared, creation);
  else await create(ports, newCustomers, shared, creation);
}

async function create(ports: Ports, service: Service, shared: SharedRecord, { id }: Creation): Promise<void> {
  const begun = await shared.change((record) => beginCreation(record, id, ports.clock.now()));
  if (begun.changed !== 'saved') return;
  const { creation } = begun.document;
  if (creation === undefined) return;
  const { details, anyway, by } = creation;
  const tenantId = tenantIdOf(begun.document);
  const outcome = await service.create({
    id,
    details,
    anyway: anyway === true,
    onBehalfOf: by.id,
    ...(tenantId === undefined ? {} : { tenantId }),
  });
  await note(ports, shared, creation, outcome);
}

async function note(
  ports: Ports,
  shared: SharedRecord,
  creation: Creation,
  outcome: NewCustomerOutcome,
): Promise<void> {
  const { id: account } = shared.latest().document;
  switch (outcome.outcome) {
    case 'created':
      return finish(ports, shared, outcome.customer);
    case 'refused': {
      const { refusal, trouble, like } = outcome;
      // Somebody is to choose among them, perhaps before a list has shown them.
      for (const customer of like) await keepCustomer(ports, customer);
      ports.log.warn(
        { account, refused: refusal.kind, words: refusal.words, detail: trouble.detail, remedy: trouble.remedy },
        'Work 365 refuses to create a customer; the card says why, and nothing is tried again by itself',
      );
      return refuse(ports, shared, creation, refusal);
    }
    case 'failed':
      // A connection that broke may have delivered it; a clear answer has not.
      return putOff(ports, shared, creation, outcome.trouble, outcome.trouble.kind !== 'unreachable');
  }
}

async function lookFor(ports: Ports, service: Service, shared: SharedRecord, creation: Creation): Promise<void> {
  const look = await service.read(creation.id);
  switch (look.look) {
    case 'seen':
      return finish(ports, shared, look.value);
    case 'absent':
      await shared.change((record) => noteNotArrived(record, creation.id, ports.clock.now()));
      return;
    case 'failed':
      return putOff(ports, shared, creation, look.trouble, false);
  }
}

async function finish(ports: Ports, shared: SharedRecord, customer: Customer): Promise<void> {
  await keepCustomer(ports, customer);
  const { id, name } = customer;
  const changed = await shared.change((record) =>
    noteCreated(record, { id, name }, evidenceFor(ports, record, id), ports.clock.now()),
  );
  if (changed.changed === 'saved') ports.log.info({ account: changed.document.id }, 'A customer was created');
}

function evidenceFor({ register }: Ports, record: AccountRecord, customerId: string) {
  const { candidates } = register.assess(record, DEEP, customerId);
  return candidates.find((candidate) => candidate.customerId === customerId)?.evidence ?? [];
}

async function refuse(
  ports: Ports,
  shared: SharedRecord,
  { id }: Creation,
  refusal: NonNullable<Creation['refusal']>,
): Promise<void> {
  await shared.change((record) => noteCreationRefused(record, id, refusal, ports.clock.now()));
}

async function putOff(
  ports: Ports,
  shared: SharedRecord,
  { id }: Creation,
  { detail: reason, retryAt }: Trouble,
  outcomeKnown: boolean,
): Promise<void> {
  const why = { reason, random: ports.random(), outcomeKnown, ...(retryAt === undefined ? {} : { retryAt }) };
  await shared.change((record) => noteCreationTrouble(record, id, why, ports.clock.now()));
}

async function dropCreation(ports: Ports, shared: SharedRecord, { id }: Creation): Promise<void> {
  await shared.change((record) =>
    record.creation?.id === id && record.creation.begun === undefined
      ? withoutCreation(record, ports.clock.now())
      : undefined,
  );
}
