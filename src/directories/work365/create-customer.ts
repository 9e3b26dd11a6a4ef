import type { NewCustomer, NewCustomerOutcome } from '../../directory';
import { DETAIL_FIELDS, DETAIL_LENGTHS } from '../../domain/creation';
import type { CreationRefusal, CustomerDetails, DetailField } from '../../domain/creation';
import type { Customer } from '../../domain/customer';
import type { Look, Trouble } from '../../domain/source';
import type { HttpAnswer } from '../../runtime/http';
import type { CountryReader } from '../country';
import { FOUND_DUPLICATES, strange } from './dataverse';
import type { Dataverse, DataversePost } from './dataverse';
import type { Names } from './names';
import { isAboutPerson, mayBeAboutPerson, refusedPerson, refusedWrite, ruleWords } from './refused-write';
import { customerColumns, customerInRow, errorSchema, pageSchema, rowSchema } from './schema';

const WHAT = 'creation of a customer';

const NO_RIGHT =
  'Give the application user a security role with the privilege to create accounts, or set CREATE_CUSTOMERS=off.';

/** So many that the directory may have are shown. */
const LIKE = 5;

type Answered = Extract<HttpAnswer, { answered: true }>;

export interface CustomerMaker {
  create(wanted: NewCustomer, signal?: AbortSignal): Promise<NewCustomerOutcome>;
  read(id: string, signal?: AbortSignal): Promise<Look<Customer>>;
}

/** Makes rows of the table of customers. `asApp`: what Dataverse refuses to take from a person is made as the app. */
export function customerMaker(
  dataverse: Dataverse,
  names: Names,
  { country, asApp }: { readonly country: CountryReader; readonly asApp: boolean },
): CustomerMaker {
  const columns = customerColumns(names);

  async function read(id: string, signal?: AbortSignal): Promise<Look<Customer>> {
    const path = `${names.customer.set}(${encodeURIComponent(id)})?$select=${columns}`;
    const look = await dataverse.get({ what: 'customer', path, signal }, rowSchema);
    if (look.look !== 'seen') return look;
    const customer = customerInRow(look.value, names, country, new Map());
    if (customer === undefined) return { look: 'failed', trouble: strange('customer', 'a row without its id') };
    return { look: 'seen', value: customer };
  }

  async function create(wanted: NewCustomer, signal?: AbortSignal): Promise<NewCustomerOutcome> {
    const post: DataversePost = {
      what: WHAT,
      path: `${names.customer.set}?$select=${columns}`,
      body: rowOf(wanted, names),
      despiteDuplicates: wanted.anyway,
      onBehalfOf: wanted.onBehalfOf,
      signal,
    };
    const first = await dataverse.post(post);
    if (asApp && wanted.onBehalfOf !== undefined && mayBeAboutPerson(first)) {
      const { onBehalfOf: _person, ...app } = wanted;
      return outcomeOf(await dataverse.post({ ...post, onBehalfOf: undefined }), app, signal);
    }
    return outcomeOf(first, wanted, signal);
  }

  async function outcomeOf(answer: HttpAnswer, wanted: NewCustomer, signal?: AbortSignal): Promise<NewCustomerOutcome> {
    if (!answer.answered) return { outcome: 'failed', trouble: answer.trouble };
    if (answer.status < 300) {
      const made = customerInRow(rowSchema.safeParse(answer.body).data ?? {}, names, country, new Map());
      // The service need not give the row back.
      return made?.id === wanted.id ? { outcome: 'created', customer: made } : found(await read(wanted.id, signal));
    }
    const code = errorSchema.safeParse(answer.body).data?.code;
    if (answer.status === 412 || code === FOUND_DUPLICATES) {
      // The one that it is a duplicate of may be our own, from an earlier try of which nobody noted the end.
      const own = await read(wanted.id, signal);
      if (own.look !== 'absent') return found(own);
      return code === FOUND_DUPLICATES ? duplicate(answer, wanted, signal) : refused(answer);
    }
    if (wanted.onBehalfOf !== undefined && mayBeAboutPerson(answer) && isAboutPerson(answer))
      return withoutRow(refusedPerson(WHAT, answer));
    return refused(answer);
  }

  function found(look: Look<Customer>): NewCustomerOutcome {
    if (look.look === 'seen') return { outcome: 'created', customer: look.value };
    const trouble = look.look === 'failed' ? look.trouble : strange(WHAT, 'it is not there');
    return { outcome: 'failed', trouble };
  }

  async function duplicate(answer: Answered, wanted: NewCustomer, signal?: AbortSignal): Promise<NewCustomerOutcome> {
    const remedy = 'Map the account to the customer that is there, or create this one all the same.';
    const trouble: Trouble = { ...strange(WHAT, `HTTP ${answer.status}, a duplicate`), kind: 'denied', remedy };
    const like = await alike(wanted.details, signal);
    return {
      outcome: 'refused',
      refusal: { kind: 'duplicate', like: like.map(({ id, name }) => ({ id, name })) },
      like,
      trouble,
    };
  }

  /** Dataverse does not say which it found: those of the same name, website or mail are looked for one by one. */
  async function alike(details: CustomerDetails, signal?: AbortSignal): Promise<readonly Customer[]> {
    const { name, website, mail } = names.customer;
    const same = [
      [name, details.name],
      [website, details.website],
      [mail, details.mail],
    ] as const;
    const all = new Map<string, Customer>();
    for (const [column, value] of same) {
      if (value === undefined) continue;
      const filter = `statecode eq 0 and ${column} eq '${value.replaceAll("'", "''")}'`;
      const path = `${names.customer.set}?$select=${columns}&$filter=${encodeURIComponent(filter)}&$top=${LIKE}`;
      const look = await dataverse.get({ what: 'customers like a new one', path, signal }, pageSchema);
      if (look.look !== 'seen') continue;
      for (const row of look.value.rows) {
        const customer = row === undefined ? undefined : customerInRow(row, names, country, new Map());
        if (customer !== undefined) all.set(customer.id, customer);
      }
    }
    return [...all.values()].slice(0, LIKE);
  }

  return { create, read };
}

/** The row to send: what nobody filled in is not sent. */
function rowOf({ id, details, tenantId }: NewCustomer, { customer: c, newCustomer: n }: Names) {
  const columns: Readonly<Record<DetailField, string>> = {
    name: c.name,
    website: c.website,
    mail: c.mail,
    phone: n.phone,
    contact: n.contact,
    street: n.street,
    postcode: n.postcode,
    city: c.city,
    state: n.state,
    country: c.country,
  };
  const filled = DETAIL_FIELDS.flatMap((field) => {
    const value = details[field];
    return value === undefined ? [] : [[columns[field], cut(value, DETAIL_LENGTHS[field])] as const];
  });
  const tenant = c.tenant === undefined || tenantId === undefined ? [] : [[c.tenant, tenantId] as const];
  return Object.fromEntries([[c.id, id] as const, ...filled, ...tenant]);
}

function cut(text: string, longest: number): string {
  return Array.from(text).slice(0, longest).join('');
}

function refused(answer: Answered): NewCustomerOutcome {
  const outcome = withoutRow(refusedWrite(WHAT, answer));
  // A key that has to be one of a kind: as little to be sent again as a rule that forbids it.
  if (answer.status === 412 && outcome.outcome === 'failed') {
    const words = ruleWords(errorSchema.safeParse(answer.body).data?.message ?? '');
    const refusal: CreationRefusal = { kind: 'data', ...(words === '' ? {} : { words }) };
    return { outcome: 'refused', refusal, like: [], trouble: outcome.trouble };
  }
  if (outcome.outcome !== 'refused' || outcome.refusal.kind !== 'no-right') return outcome;
  return { ...outcome, trouble: { ...outcome.trouble, remedy: NO_RIGHT } };
}

/** The same refusals as of a mapping; a customer that is to be made cannot be gone. */
function withoutRow(outcome: ReturnType<typeof refusedWrite>): NewCustomerOutcome {
  if (outcome.outcome === 'failed') return outcome;
  if (outcome.outcome !== 'refused' || outcome.refusal.kind === 'customer-gone')
    return { outcome: 'failed', trouble: strange(WHAT, 'no answer to a creation') };
  const { kind, words } = outcome.refusal;
  const refusal: CreationRefusal = { kind, ...(words === undefined ? {} : { words }) };
  return { outcome: 'refused', refusal, like: [], trouble: outcome.trouble };
}
