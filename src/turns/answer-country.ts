import { tellCountry } from '../tasks/tell-country';
import { whichCompany } from '../tasks/which-company';
import type { Reply } from '../turn';
import { countryView } from '../views/company/country';
import { questionView } from '../views/company/status';
import { say } from './here';
import type { Here } from './here';
import { subjectOf, toldAbout, toldQuestion } from './told';

/** "Which country is it in?", or which company is meant. */
export async function answerCountry({ ports, speech }: Here, company: string): Promise<Reply> {
  const found = await whichCompany(ports, company);
  if (found.meant === 'question')
    return say(questionView(found.answer, speech, { intent: 'status' }), toldQuestion(found.answer, undefined));
  const told = toldAbout(undefined, [subjectOf(found.account)]);
  return say(countryView(await tellCountry(ports, found.account, found.taken), speech), told);
}
