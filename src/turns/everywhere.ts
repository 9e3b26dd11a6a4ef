import { accountsAt, answerEverywhere, companyMeant, isInSeveral } from '../tasks/answer-everywhere';
import type { CompanyMeant } from '../tasks/answer-everywhere';
import { whichOf } from '../tasks/which-company';
import type { AccountRecord } from '../domain/account';
import { allProviders, providerNamed } from '../records/all-providers';
import type { NamedProvider } from '../records/all-providers';
import type { Reply } from '../turn';
import { everywhereView } from '../views/company/everywhere';
import { questionView } from '../views/company/status';
import { noProviderView } from '../views/lists/filter-problem';
import { answerAbout } from './about';
import type { AskedAbout } from './about';
import { say } from './here';
import type { Here } from './here';
import { commandOf, subjectOf, toldAbout, toldPlain, toldQuestion } from './told';

/**
 * What is asked of a company that several providers have, or of what one of them has of it. Undefined where the provider
 * makes no difference: there is one only, or only one has the company, or which company is meant is to be asked first.
 */
export async function askEverywhere(here: Here, query: string, asked: AskedAbout): Promise<Reply | undefined> {
  const { ports, speech } = here;
  if (allProviders(ports).length < 2) return undefined;
  if (asked.at === undefined) {
    const company = asked.intent === 'status' ? companyMeant(ports, query) : undefined;
    return company !== undefined && isInSeveral(company.accounts) ? everywhere(here, company, asked) : undefined;
  }
  const provider = providerNamed(ports, asked.at);
  if (provider === undefined) {
    const providers = allProviders(ports).map(({ name }) => name);
    return say(noProviderView({ words: asked.at, providers }, speech), toldPlain(commandOf(asked, query)));
  }
  const there = accountsAt(ports, query, provider);
  if (there === undefined) return undefined;
  return ofOne(here, query, asked, provider, there);
}

function ofOne(
  here: Here,
  query: string,
  asked: AskedAbout,
  provider: NamedProvider,
  there: readonly AccountRecord[],
): Promise<Reply> | Reply | undefined {
  const { ports, speech } = here;
  const [only, another] = there;
  if (only !== undefined && another === undefined) return answerAbout(here, only, { ...asked, query });
  if (only !== undefined) {
    const question = whichOf(ports, query, there);
    return say(questionView(question, speech, asked), toldQuestion(question, commandOf(asked, query)));
  }
  const company = companyMeant(ports, query);
  return company === undefined ? undefined : everywhere(here, company, asked, provider);
}

async function everywhere(
  { ports, speech }: Here,
  company: CompanyMeant,
  asked: AskedAbout,
  notAt?: NamedProvider,
): Promise<Reply> {
  const fresh = asked.intent === 'status' ? asked.fresh : undefined;
  const answer = await answerEverywhere(ports, company, {
    ...(fresh === undefined ? {} : { fresh }),
    ...(notAt === undefined ? {} : { notAt }),
  });
  const facts = asked.intent === 'status' ? asked.facts : undefined;
  const told = toldAbout(commandOf(asked, company.query), company.accounts.map(subjectOf));
  return say(everywhereView(answer, speech, facts), told);
}
