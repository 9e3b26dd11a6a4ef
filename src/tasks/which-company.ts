import type { AccountRecord } from '../domain/account';
import type { AbsentAnswer, StatusAnswer, WhichAnswer } from '../domain/answers';
import type { Taken } from '../domain/taken';
import { absentAnswer, askProviders } from './ask-providers';
import type { ProvidersWord } from './ask-providers';
import type { ProviderDeps } from '../records/all-providers';
import { accountLine } from '../records/draw-account';
import { findAccount } from '../records/find-account';
import type { FoundAccount } from '../records/find-account';
import type { Ports } from '../ports';

/** How many accounts a question "which one?" offers. */
const CHOICES = 6;

/** Whether one account is meant, and how sure that is; or what to say and to ask instead. */
export type Meant =
  | { readonly meant: 'account'; readonly account: AccountRecord; readonly taken?: Taken }
  | { readonly meant: 'question'; readonly answer: CompanyQuestion };

export type CompanyQuestion = Exclude<StatusAnswer, { readonly answer: 'account' }>;

type Likely = Extract<FoundAccount, { readonly found: 'likely-as' }>;

/**
 * The one account that a typed name, domain or tenant id means, whatever is then asked of it. A name that nobody in our
 * copy of the list bears is looked for at the providers first, since its company may have accepted a minute ago.
 */
export async function whichCompany(ports: Ports, query: string): Promise<Meant> {
  const found = findAccount(ports.register, query);
  const known = clearly(found, query);
  if (known !== undefined) return known;
  if (found.found === 'several') return { meant: 'question', answer: whichOf(ports, query, found.accounts) };
  const word = await askProviders(ports, query);
  // A provider finds what begins with the name typed. Whether that is the company meant is weighed like any other name.
  const anew = findAccount(ports.register, query);
  const said = word.said === 'there' ? 'not-there' : word.said;
  return clearly(anew, query) ?? { meant: 'question', answer: await absent(ports, query, anew, said) };
}

/** What can be said from memory of the accounts that a name leads to; undefined when that leaves a question. */
export function clearly(found: FoundAccount, query: string): Extract<Meant, { meant: 'account' }> | undefined {
  switch (found.found) {
    case 'one':
      return { meant: 'account', account: found.account };
    case 'assumed':
      return { meant: 'account', account: found.account, taken: { taken: 'assumed', query } };
    case 'likely-as':
      return almostCertainly(found, query);
    case 'several':
    case 'probably':
    case 'none':
      return undefined;
  }
}

/** Accounts that may be meant by a name that is not clear; what is merely like it is not worth a question. */
export function nearAccounts(found: FoundAccount): readonly AccountRecord[] {
  switch (found.found) {
    case 'probably':
      return [found.account];
    case 'several':
      return found.accounts;
    case 'likely-as':
      return found.accounts.map(({ account }) => account);
    case 'one':
    case 'assumed':
    case 'none':
      return [];
  }
}

export function whichOf(ports: ProviderDeps, query: string, accounts: readonly AccountRecord[]): WhichAnswer {
  return {
    answer: 'which',
    query,
    choices: accounts.slice(0, CHOICES).map((account) => accountLine(ports, account)),
    more: Math.max(0, accounts.length - CHOICES),
  };
}

/** The open accounts that a customer's name leads to, when none is certain enough to be taken for it. */
function whichLikely(ports: ProviderDeps, query: string, { customer, accounts }: Likely): WhichAnswer {
  return {
    answer: 'which',
    query,
    customer,
    choices: accounts.slice(0, CHOICES).map(({ account, evidence }) => ({ ...accountLine(ports, account), evidence })),
    more: Math.max(0, accounts.length - CHOICES),
  };
}

function almostCertainly(found: Likely, query: string): Extract<Meant, { meant: 'account' }> | undefined {
  const [certain, another] = found.accounts.filter(({ verdict }) => verdict === 'this-one');
  if (certain === undefined || another !== undefined) return undefined;
  const { customer, assumed } = found;
  return {
    meant: 'account',
    account: certain.account,
    taken: { taken: 'likely', query, customer, assumed, evidence: certain.evidence },
  };
}

async function absent(
  ports: Ports,
  query: string,
  found: FoundAccount,
  said: Exclude<ProvidersWord['said'], 'there'>,
): Promise<CompanyQuestion> {
  if (found.found === 'likely-as') return whichLikely(ports, query, found);
  if (found.found === 'several') return whichOf(ports, query, found.accounts);
  if (found.found !== 'probably') {
    return withoutItself(await absentAnswer(ports, query, found.found === 'none' ? found.near : [], said));
  }
  const { id, tenant } = found.account;
  // Customers of a like name are as good as surely those of these accounts.
  const near = found.near.filter(({ accountId }) => accountId !== undefined && accountId !== id);
  return { ...(await absentAnswer(ports, query, near, said)), probably: { name: tenant.name, accountId: id } };
}

/** A customer that the answer names already is not offered as one that may be meant. */
function withoutItself(answer: AbsentAnswer): AbsentAnswer {
  if (answer.answer !== 'not-listed' || answer.customer === undefined) return answer;
  const { id } = answer.customer;
  return { ...answer, near: answer.near.filter(({ customerId }) => customerId !== id) };
}
