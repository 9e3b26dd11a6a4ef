import type { AccountRecord } from '../domain/account';
import type { Customer } from '../domain/customer';
import type { Drift, DuplicateRecord } from '../domain/drift';
import type { Sister } from '../domain/sister';
import { haveInCommon } from '../matching/kinship';
import type { Called } from '../matching/kinship';
import { normalForm } from '../matching/name-index';
import type { Register } from '../register/register';

/** So many duplicates of one record are named. */
const DUPLICATES_NAMED = 3;

/** What does not go together in the mapping of an account; looked for where there are several providers. */
export function driftOf(register: Register, record: AccountRecord, sisters: readonly Sister[]): readonly Drift[] {
  const { mapping } = record;
  if (mapping.state !== 'mapped' || !register.kin.areSeveral) return [];
  const two = twoCustomers(register, record, sisters);
  const duplicates = duplicatesOf(register, mapping.customer.id);
  return [
    ...(two === undefined ? [] : [two]),
    ...apart(register, record, sisters),
    ...(duplicates.length === 0 ? [] : [{ drift: 'duplicate', records: duplicates } as const]),
  ];
}

function twoCustomers(register: Register, record: AccountRecord, sisters: readonly Sister[]): Drift | undefined {
  const { mapping } = record;
  if (mapping.state !== 'mapped') return undefined;
  for (const sister of sisters) {
    const { bond, customer, provider } = sister;
    if (bond !== 'tenant' || customer === undefined || customer.id === mapping.customer.id) continue;
    const theirs = register.account(sister.accountId)?.mapping;
    const at = theirs === undefined || theirs.state === 'open' ? 0 : theirs.at;
    const isLater = at < mapping.at || (at === mapping.at && sister.accountId < record.id);
    return { drift: 'two-customers', provider, customer, isLater };
  }
  return undefined;
}

function apart(register: Register, record: AccountRecord, sisters: readonly Sister[]): readonly Drift[] {
  const { mapping } = record;
  if (mapping.state !== 'mapped') return [];
  const others = sisters.filter(({ customer }) => customer?.id === mapping.customer.id);
  const customer = register.customer(mapping.customer.id);
  if (others.length === 0 || customer === undefined) return [];
  const own = calledOf(record);
  const all = others.flatMap(({ accountId }) => register.account(accountId) ?? []);
  const isKin = others.some(({ bond }) => bond !== 'customer') || all.some((one) => haveInCommon(own, calledOf(one)));
  if (isKin || haveInCommon(own, calledAs(customer))) return [];
  return [{ drift: 'nothing-in-common', accounts: others.map(({ name, provider }) => ({ name, provider })) }];
}

function calledOf({ tenant, formerNames = [] }: AccountRecord): Called {
  const domains = [...(tenant.domains ?? []), ...(tenant.defaultDomain === undefined ? [] : [tenant.defaultDomain])];
  return { names: [tenant.name, ...formerNames.map(({ name }) => name)], domains };
}

function calledAs({ name, website, mailDomains = [] }: Customer): Called {
  return { names: [name], domains: [...(website === undefined ? [] : [website]), ...mailDomains] };
}

/** Records of the same name that neither country, town, website nor tenant tells from this one. */
function duplicatesOf(register: Register, customerId: string): readonly DuplicateRecord[] {
  const customer = register.customer(customerId);
  if (customer === undefined) return [];
  const name = bareName(customer.name);
  const form = normalForm(name);
  return register
    .namesakes('customers', name)
    .flatMap((id) => (register.isCurrentCustomer(id) ? (register.customer(id) ?? []) : []))
    .filter((other) => other.id !== customerId && normalForm(bareName(other.name)) === form)
    .filter((other) => TELLING.every((fact) => isAlike(customer[fact], other[fact])))
    .slice(0, DUPLICATES_NAMED)
    .map(({ id, name: called, number }) => ({ id, name: called, ...(number === undefined ? {} : { number }) }));
}

const TELLING = ['country', 'city', 'website', 'tenantId'] as const;

function isAlike(a: string | undefined, b: string | undefined): boolean {
  const plain = (text = ''): string =>
    text
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/^www\./, '')
      .split('/')[0] ?? '';
  return plain(a) === '' || plain(b) === '' || plain(a) === plain(b);
}

/** Without what somebody added in brackets: "Alpine Ski House (old record)". */
function bareName(name: string): string {
  const bare = name.replace(/\s*[([][^)\]]*[)\]]\s*/g, ' ').trim();
  return bare === '' ? name : bare;
}
