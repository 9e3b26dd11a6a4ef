import type { AccountRecord } from '../domain/account';
import { linkMeant } from '../domain/link-meant';
import type { LinkMeant } from '../domain/link-meant';
import { tracesIn } from '../matching/traces';
import { findAccount, findCustomer } from '../records/find-account';
import type { Ports } from '../ports';

/** A company that a text names: by which words to ask for it, and the account, where that is clear. */
export interface NamedCompany {
  readonly query: string;
  readonly account?: AccountRecord;
}

type Deps = Pick<Ports, 'register' | 'links'>;

/** So many of one text are answered; more is a list, and has to be sent as one. */
const MOST = 8;
const LONGEST_RUN = 6;
/** Words of a text that are looked through for names that we know; in a long thread only those with a capital. */
const MOST_WORDS = 1_500;
const READ_CLOSELY = 400;
/** The length from which one word alone is taken for a name. */
const SHORTEST_WORD = 4;

/**
 * The companies that a text names: by links, tenant ids, domains and mail addresses, by names that we know, and by names
 * that say what they are (`asked`: as the message is read in a talk). Those that nobody in our lists bears count only
 * where a legal form says that they are companies, or where nothing else was found: in most texts they are just words.
 */
export function companiesInText(deps: Deps, text: string, asked: readonly string[]): readonly NamedCompany[] {
  const traces = tracesIn(text);
  const found = new Map<string, NamedCompany & Pick<Known, 'among'>>();
  const unknown: string[] = [];
  const look = (query: string, isSure: boolean): void => {
    const company = known(deps, query, isSure);
    if (company === undefined) unknown.push(query);
    else if (!found.has(company.key)) found.set(company.key, { ...company.named, ...amongOf(company) });
  };
  for (const link of traces.links) {
    const meant = linkMeant(link, deps.links);
    const account = meant === undefined ? undefined : accountMeant(deps, meant);
    if (account !== undefined) found.set(account.id, { query: account.tenant.name, account });
    else if (meant?.of === 'tenant') unknown.push(meant.tenantId);
  }
  for (const query of [...traces.tenantIds, ...traces.domains]) look(query, true);
  for (const query of asked) look(query, true);
  for (const query of traces.names) look(query, true);
  for (const { query, named, key } of knownRuns(deps, text)) if (!found.has(key)) found.set(key, { ...named, query });
  for (const [key, { among = [] }] of found) if (among.some((id) => found.has(id))) found.delete(key);
  const surely = unknown.filter((query) => found.size === 0 || traces.names.includes(query));
  const named = [...found.values()].map(({ among: _which, ...company }): NamedCompany => company);
  return [...named, ...[...new Set(surely)].map((query) => ({ query }))].slice(0, MOST);
}

/** The account behind a link; a customer that no account is mapped to has none. */
export function accountMeant({ register }: Pick<Ports, 'register'>, meant: LinkMeant): AccountRecord | undefined {
  if (meant.of === 'tenant') {
    const accounts = register.accountsOfTenant(meant.tenantId);
    return accounts.find(({ acceptance }) => acceptance.reseller.state === 'accepted') ?? accounts[0];
  }
  const [only, another] = register.accountsOfCustomer(meant.id);
  if (only !== undefined) return another === undefined ? only : undefined;
  return accountOfRow(register, meant.id);
}

/** The account whose row in Work 365 this is; all are looked through, since hardly anybody asks. */
function accountOfRow(register: Ports['register'], rowId: string): AccountRecord | undefined {
  for (const account of register.allAccounts()) if (account.directoryRow?.rowId === rowId) return account;
  return undefined;
}

interface Known {
  readonly key: string;
  readonly named: NamedCompany;
  /** The accounts that it can be, where it is not clear which one; the text may say so elsewhere. */
  readonly among?: readonly string[];
}

function amongOf({ among }: Known): Pick<Known, 'among'> {
  return among === undefined ? {} : { among };
}

/** `isPlain`: what was typed stands for a company surely, so a part of one's name will do. */
function known({ register }: Deps, query: string, isPlain: boolean): Known | undefined {
  const account = findAccount(register, query);
  if (account.found === 'one' || (isPlain && account.found === 'assumed'))
    return { key: account.account.id, named: { query: account.account.tenant.name, account: account.account } };
  if (account.found === 'several')
    return { key: query.toLowerCase(), named: { query }, among: account.accounts.map(({ id }) => id) };
  const customer = findCustomer(register, query);
  if (customer.found === 'one') return { key: customer.customer.id, named: { query: customer.customer.name } };
  return undefined;
}

/** Names that we know, word by word; the longer ones first, and none inside another. */
function knownRuns(deps: Deps, text: string): readonly (Known & { readonly query: string })[] {
  const words = text
    .split(/\s+/)
    .slice(0, MOST_WORDS)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$|\.$/gu, ''));
  const taken = new Set<number>();
  const runs: (Known & { readonly query: string })[] = [];
  for (let length = Math.min(LONGEST_RUN, words.length); length > 0; length -= 1) {
    for (let at = 0; at + length <= words.length; at += 1) {
      const places = Array.from({ length }, (_, n) => at + n);
      const run = words
        .slice(at, at + length)
        .join(' ')
        .trim();
      if (run.length < SHORTEST_WORD || places.some((place) => taken.has(place))) continue;
      // A word of some name is mostly just a word.
      const needsCapital = length === 1 || at >= READ_CLOSELY;
      if ((needsCapital && !/^[\p{Lu}\p{N}]/u.test(run)) || !deps.register.knowsName(run)) continue;
      const company = known(deps, run, length > 1);
      if (company === undefined || company.named.account === undefined) continue;
      for (const place of places) taken.add(place);
      runs.push({ ...company, query: company.named.query });
    }
  }
  return runs;
}
