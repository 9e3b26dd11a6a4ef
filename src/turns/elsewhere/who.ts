import { answerCompanies } from '../../tasks/answer-companies';
import type { Reply } from '../../turn';
import { companiesView } from '../../views/company/companies';
import { nobodyNamedView } from '../../views/elsewhere/who';
import { answerAbout, askAbout } from '../about';
import { companiesSaid } from '../companies-said';
import { say } from '../here';
import type { Here } from '../here';
import { inDialog } from './dialog';

/** Who a message is about: its one company with all that can be done, or a row for each. */
export async function whoIsThis(here: Here, text: string): Promise<Reply> {
  const companies = companiesSaid(here, text);
  const [only, another] = companies;
  if (only === undefined) return inDialog(here, say(nobodyNamedView(text, here.speech)));
  if (another !== undefined) {
    const answer = await answerCompanies(
      here.ports,
      companies.map(({ query }) => query),
    );
    return inDialog(here, say(companiesView(answer, here.speech)));
  }
  const asked = { intent: only.account === undefined ? 'status' : 'show' } as const;
  const reply = await (only.account === undefined
    ? askAbout(here, only.query, asked)
    : answerAbout(here, only.account, asked));
  return inDialog(here, reply);
}
