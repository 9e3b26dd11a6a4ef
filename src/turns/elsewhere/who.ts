import { remembering } from '../../commands/known-names';
import { hear } from '../../commands/matters';
import { companiesOf } from '../../commands/no-names';
import { answerCompanies } from '../../tasks/answer-companies';
import { companiesInText } from '../../tasks/companies-in-text';
import type { Reply } from '../../turn';
import { companiesView } from '../../views/company/companies';
import { nobodyNamedView } from '../../views/elsewhere/who';
import { answerAbout, askAbout } from '../about';
import { say } from '../here';
import type { Here } from '../here';
import { inDialog } from './dialog';

/** More of a message than this is no question that a company stands in: its names are found, its sentences are not read. */
const READ_AS_SAID = 600;

/** Who a message is about: its one company with all that can be done, or a row for each. */
export async function whoIsThis(here: Here, text: string): Promise<Reply> {
  const companies = companiesInText(here.ports, text, askedIn(here, text));
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

/** The companies that the message would be about if it were said to the bot. */
function askedIn({ ports, turn }: Here, text: string): readonly string[] {
  if (text.length > READ_AS_SAID) return [];
  const known = remembering({ has: (name) => ports.register.knowsName(name) });
  const { locale } = turn;
  const { heard } = hear(text, { known, ...(locale === undefined ? {} : { locale }) });
  return heard.flatMap((one) => (one.outcome === 'understood' ? companiesOf(one.intent) : []));
}
