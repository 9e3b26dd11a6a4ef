import { assignInWords } from './assign';
import type { FactAsked } from '../commands/intent';
import type { AccountRecord } from '../domain/account';
import type { Taken } from '../domain/taken';
import { statusOf } from '../tasks/answer-status';
import type { AskedHow } from '../tasks/answer-status';
import { proposeMapping } from '../tasks/propose-mapping';
import { showHoldings } from '../tasks/show-holdings';
import { tellHistory, tellWhoMapped } from '../tasks/tell-history';
import { whichCompany } from '../tasks/which-company';
import type { Reply } from '../turn';
import { tellAnnounced } from '../tasks/tell-announced';
import { announcedView } from '../views/account/announced';
import { historyView } from '../views/account/history';
import { holdingsView } from '../views/company/holdings';
import { mapProposalView } from '../views/account/map-proposal';
import { takenBanner } from '../views/company/meant';
import type { Wish } from '../views/company/meant';
import { questionView, statusView } from '../views/company/status';
import { unmapBanner, unmapNothingView } from '../views/account/unmap';
import { whoMappedView } from '../views/account/who-mapped';
import { say, sayAccount } from './here';
import type { Here } from './here';
import { takeAwayAction } from '../views/account/unmap';
import { askerOf } from './asker';
import { sayForm } from './create-customer';
import { askEverywhere } from './everywhere';
import { muteInWords } from './mute';
import { proposeBest } from './propose-best';
import { remindOfAccount } from './remind';
import { requestInWords } from './request';
import { snoozeInWords } from './snooze';
import { commandOf, subjectOf, toldAbout, toldProposal, toldQuestion } from './told';

/** What can be asked of one company, once it is clear which one is meant. */
export type AskedAbout = Exclude<Wish, { readonly intent: 'watch' | 'invite' }> &
  Pick<AskedHow, 'query' | 'fresh'> & {
    /** The facts asked for instead of whether the company has accepted; of a status alone. */
    readonly facts?: readonly FactAsked[];
    /** The provider of whose accounts it is asked, as it was said. */
    readonly at?: string;
  };

/** Asks something of a company by the name that was typed: the answer, or which company is meant. */
export async function askAbout(here: Here, query: string, asked: AskedAbout): Promise<Reply> {
  const all = await askEverywhere(here, query, asked);
  if (all !== undefined) return all;
  const found = await whichCompany(here.ports, query);
  if (found.meant === 'question')
    return say(questionView(found.answer, here.speech, asked), toldQuestion(found.answer, commandOf(asked, query)));
  return answerAbout(here, found.account, { ...asked, query }, found.taken);
}

/** The answer about an account that was meant; `taken` says how it was found when its name was not typed. */
export async function answerAbout(here: Here, record: AccountRecord, asked: AskedAbout, taken?: Taken): Promise<Reply> {
  const { ports, speech } = here;
  const told = toldAbout(commandOf(asked, record.tenant.name), [subjectOf(record)]);
  switch (asked.intent) {
    case 'status':
      return say(statusView(await statusOf(ports, record, howOf(asked, taken)), speech, asked.facts), told);
    case 'show':
      return sayAccount(here, record, takenBanner(record.tenant.name, taken, speech), told);
    case 'subscriptions':
    case 'licences':
    case 'services':
    case 'users':
      return say(holdingsView(await showHoldings(ports, record, asked.intent), speech, taken), told);
    case 'who-mapped':
      return say(whoMappedView(tellWhoMapped(ports, record), speech, taken), told);
    case 'history':
      return say(historyView(await tellHistory(ports, record), speech, taken), told);
    case 'map': {
      if (asked.customer === '') return proposeBest(here, record, taken);
      const proposal = proposeMapping(ports, record, asked.customer, here.person, taken);
      const command = { name: 'map', account: record.tenant.name, customer: asked.customer } as const;
      return say(mapProposalView(proposal, speech, askerOf(here)), toldProposal(proposal, command));
    }
    case 'create':
      return sayForm(here, record);
    case 'assign':
    case 'unassign':
      return assignInWords(here, record, asked.intent);
    case 'remind':
      return remindOfAccount(here, record, asked.until);
    case 'request':
      return requestInWords(here, record, asked.who);
    case 'snooze':
      return snoozeInWords(here, record, asked);
    case 'wake':
      return snoozeInWords(here, record, undefined);
    case 'announced':
      return say(announcedView(tellAnnounced(ports, record, here.conversation), speech, taken), told);
    case 'mute':
    case 'unmute':
      return muteInWords(here, record, asked.intent === 'mute', told);
    case 'unmap':
      return unmap(here, record, taken);
  }
}

function howOf({ query, fresh }: AskedAbout, taken: Taken | undefined): AskedHow {
  return {
    ...(taken === undefined ? {} : { taken }),
    ...(query === undefined ? {} : { query }),
    ...(fresh === undefined ? {} : { fresh }),
  };
}

/** Never without a click: the account's card says who mapped it to whom, and has the button. */
function unmap(here: Here, record: AccountRecord, taken: Taken | undefined): Promise<Reply> | Reply {
  const banner = unmapBanner(record, taken, here.speech);
  const command = commandOf({ intent: 'unmap' }, record.tenant.name);
  const told = toldAbout(command, [subjectOf(record)], takeAwayAction(record));
  return banner === 'nothing'
    ? say(unmapNothingView(record, here.speech, taken), told)
    : sayAccount(here, record, banner, told);
}
