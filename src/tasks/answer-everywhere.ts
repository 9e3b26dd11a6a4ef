import type { AccountRecord } from '../domain/account';
import type { EverywhereAnswer, Gaps, ProviderRow } from '../domain/everywhere-answer';
import type { Taken } from '../domain/taken';
import type { Ports } from '../ports';
import { allProviders } from '../records/all-providers';
import type { NamedProvider } from '../records/all-providers';
import { companyAccounts, gapsOf, probablyToo } from '../records/company-accounts';
import { accountLine, drawFacts, freshness } from '../records/draw-account';
import { findAccount } from '../records/find-account';
import { LOOKED_JUST_NOW, refreshDetails } from '../records/refresh-acceptance';
import { clearly } from './which-company';

/** A company by the name that was typed. */
export interface CompanyMeant {
  readonly query: string;
  /** All of its accounts, the one that was found first before the others. */
  readonly accounts: readonly AccountRecord[];
  readonly taken?: Taken;
}

/** The one company that a name leads to in our lists; undefined when it leads to none, or to several. */
export function companyMeant({ register }: Pick<Ports, 'register'>, query: string): CompanyMeant | undefined {
  const found = findAccount(register, query);
  const known = clearly(found, query);
  const named = known === undefined ? (found.found === 'several' ? found.accounts : []) : [known.account];
  const accounts = companyAccounts(register, named);
  if (accounts === undefined) return undefined;
  return { query, accounts, ...(known?.taken === undefined ? {} : { taken: known.taken }) };
}

/** Everything that a name leads to at one provider, whichever companies they are; undefined when it leads nowhere at all. */
export function accountsAt(
  { register }: Pick<Ports, 'register'>,
  query: string,
  { id }: NamedProvider,
): readonly AccountRecord[] | undefined {
  const found = findAccount(register, query);
  const known = clearly(found, query);
  const named = known === undefined ? (found.found === 'several' ? found.accounts : []) : [known.account];
  if (named.length === 0) return undefined;
  const all = named.flatMap((one) => companyAccounts(register, [one]) ?? []);
  return [...new Map(all.map((one) => [one.id, one])).values()].filter(({ providerId }) => providerId === id);
}

/** Whether a row for each provider tells more than one answer would. */
export function isInSeveral(accounts: readonly AccountRecord[]): boolean {
  return new Set(accounts.map(({ providerId }) => providerId)).size > 1;
}

/** "Is X accepted?" of a company that several providers have: what each of them says, or Work 365 of theirs. */
export async function answerEverywhere(
  ports: Ports,
  { query, accounts, taken }: CompanyMeant,
  { fresh, notAt }: { readonly fresh?: true; readonly notAt?: NamedProvider } = {},
): Promise<EverywhereAnswer> {
  const goodFor = fresh === true ? LOOKED_JUST_NOW : undefined;
  const looked = await Promise.all(accounts.map((one) => refreshDetails(ports, one, 'person', goodFor)));
  const probable = probablyToo(ports.register, looked);
  return {
    query,
    name: accounts[0]?.tenant.name ?? query,
    rows: providerRows(ports, looked, probable),
    gaps: withoutOne(gapsOf(ports, [...looked, ...probable]), notAt),
    ...(notAt === undefined ? {} : { notAt: notAt.name }),
    ...(taken === undefined ? {} : { taken }),
    freshness: freshness(ports),
    now: ports.clock.now(),
  };
}

/** What is said on top is not said again. */
function withoutOne({ without, notRead }: Gaps, notAt: NamedProvider | undefined): Gaps {
  return { without: without.filter((name) => name !== notAt?.name), notRead };
}

/** A row for each account, in the order of the providers. */
export function providerRows(
  ports: Ports,
  accounts: readonly AccountRecord[],
  probable: readonly AccountRecord[] = [],
): readonly ProviderRow[] {
  const order = new Map(allProviders(ports).map(({ id }, at) => [id, at]));
  const placeOf = ({ providerId }: AccountRecord): number => order.get(providerId) ?? order.size;
  return [...accounts, ...probable]
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map((record) => rowOf(ports, record, probable.includes(record)));
}

function rowOf(ports: Ports, record: AccountRecord, probably: boolean): ProviderRow {
  const { acceptance } = drawFacts(ports, record).record;
  return { account: accountLine(ports, record), acceptance, ...(probably ? { probably: true } : {}) };
}
