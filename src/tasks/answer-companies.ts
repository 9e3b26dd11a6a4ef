import type { AccountRecord } from '../domain/account';
import type { CompaniesAnswer, CompanyRow } from '../domain/companies-answer';
import { companyMeant, isInSeveral, providerRows } from './answer-everywhere';
import type { CompanyMeant } from './answer-everywhere';
import { allProviders } from '../records/all-providers';
import { askProviders } from './ask-providers';
import { accountLine, freshness } from '../records/draw-account';
import { findAccount } from '../records/find-account';
import type { FoundAccount } from '../records/find-account';
import { invitedAs } from '../records/invitation-line';
import type { Ports } from '../ports';
import { createOwnTurns } from '../runtime/own-turns';
import { LOOKED_JUST_NOW, refreshDetails } from '../records/refresh-acceptance';

/** More names than this in one message are not answered: nobody reads them, and one card could not hold them. */
export const MOST_COMPANIES = 20;

/**
 * "Are these accepted?", a row for each name. What is in memory answers at once; for a name that it does not have the
 * providers are asked, all of them at the same time. With `facts`, what is kept of each must be as fresh as for one alone.
 */
export async function answerCompanies(
  ports: Ports,
  queries: readonly string[],
  { fresh = false, facts = false }: { readonly fresh?: boolean; readonly facts?: boolean } = {},
): Promise<CompaniesAnswer> {
  const asked = queries.slice(0, MOST_COMPANIES);
  const ownTurn = createOwnTurns();
  if (fresh || facts) {
    const goodFor = fresh ? LOOKED_JUST_NOW : undefined;
    await Promise.all(asked.map((query) => ownTurn().then(() => lookAnew(ports, query, goodFor))));
  }
  const rows = await Promise.all(asked.map((query) => ownTurn().then(() => rowFor(ports, query))));
  return { rows, freshness: freshness(ports), now: ports.clock.now() };
}

/** What the source says now goes into memory, from which the row is answered. */
async function lookAnew(ports: Ports, query: string, goodFor: number | undefined): Promise<void> {
  const found = findAccount(ports.register, query);
  const single = found.found === 'one' || found.found === 'assumed' ? [found.account] : [];
  const accounts = inSeveral(ports, query)?.accounts ?? single;
  await Promise.all(accounts.map((account) => refreshDetails(ports, account, 'person', goodFor)));
}

/** The company, where several providers have it. */
function inSeveral(ports: Ports, query: string): CompanyMeant | undefined {
  if (allProviders(ports).length < 2) return undefined;
  const company = companyMeant(ports, query);
  return company !== undefined && isInSeveral(company.accounts) ? company : undefined;
}

async function rowFor(ports: Ports, query: string): Promise<CompanyRow> {
  const company = inSeveral(ports, query);
  if (company !== undefined) {
    const rows = providerRows(ports, company.accounts);
    return { row: 'everywhere', query, name: company.accounts[0]?.tenant.name ?? query, rows };
  }
  const found = findAccount(ports.register, query);
  switch (found.found) {
    case 'one':
      return accountRow(ports, query, found.account, {});
    case 'assumed':
      return accountRow(ports, query, found.account, {
        assumed: true,
        ...(found.by === undefined ? {} : { by: found.by.name }),
      });
    case 'several':
      return {
        row: 'which',
        query,
        count: found.accounts.length,
        names: found.accounts.slice(0, 3).map((account) => account.tenant.name),
      };
    case 'likely-as':
      return likelyRow(ports, query, found);
    case 'probably':
    case 'none':
      return absentRow(ports, query, found);
  }
}

function accountRow(
  ports: Ports,
  query: string,
  record: AccountRecord,
  how: { assumed?: boolean; by?: string },
): CompanyRow {
  const { acceptance } = record;
  return { row: 'account', query, account: accountLine(ports, record), acceptance, assumed: false, ...how };
}

/** Several accounts that are as likely are no answer yet. */
async function likelyRow(
  ports: Ports,
  query: string,
  found: Extract<FoundAccount, { readonly found: 'likely-as' }>,
): Promise<CompanyRow> {
  const [best] = found.accounts;
  if (best === undefined) return absentRow(ports, query, found);
  return {
    row: 'likely-as',
    query,
    customer: found.customer.name,
    account: accountLine(ports, best.account),
    reseller: best.account.acceptance.reseller,
    sure: best.verdict === 'this-one',
  };
}

async function absentRow(
  ports: Ports,
  query: string,
  { near: [near] }: Pick<Extract<FoundAccount, { readonly found: 'none' }>, 'near'>,
): Promise<CompanyRow> {
  const word = await askProviders(ports, query);
  // A provider finds what begins with the name typed; whether that is the company meant is weighed like any other name.
  const anew = findAccount(ports.register, query);
  if (word.said === 'there' && (anew.found === 'one' || anew.found === 'assumed'))
    return accountRow(ports, query, anew.account, anew.found === 'assumed' ? { assumed: true } : {});
  const [invited] = invitedAs(ports, query).invited ?? [];
  const close = { ...(near === undefined ? {} : { near }), ...(invited === undefined ? {} : { invited }) };
  return word.said === 'not-there' || word.said === 'there'
    ? { row: 'absent', query, ...close }
    : { row: 'could-not-look', query, ...close };
}
