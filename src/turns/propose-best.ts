import type { AccountRecord } from '../domain/account';
import type { Taken } from '../domain/taken';
import { drawAccount } from '../records/draw-account';
import { confirm } from '../tasks/propose-mapping';
import type { Reply } from '../turn';
import { mapProposalView } from '../views/account/map-proposal';
import { takenBanner } from '../views/company/meant';
import { ignoreQuestionView } from '../views/account/ignore-question';
import { askerOf } from './asker';
import { deedsOfAction, refusalOf, refuse } from './gate';
import { say, sayAccount } from './here';
import type { Here } from './here';
import { subjectOf, toldAbout, toldProposal } from './told';

/** "Map it": the customer that fits almost certainly is offered; otherwise the card with those that may fit asks which. */
export async function proposeBest(here: Here, record: AccountRecord, taken?: Taken): Promise<Reply> {
  const { ports, person, speech } = here;
  const { verdict, candidates } = drawAccount(ports, record);
  const account = record.tenant.name;
  const isOpen = record.mapping.state === 'open';
  const best = verdict === 'this-one' && isOpen ? candidates[0] : undefined;
  if (best !== undefined) {
    const proposal = confirm(ports, record, best.customer, person, { taken });
    const command = { name: 'map', account, customer: best.customer.name } as const;
    return say(mapProposalView(proposal, speech, askerOf(here)), toldProposal(proposal, command));
  }
  const told = toldAbout({ name: 'map', account, customer: '' }, [subjectOf(record)]);
  const question = { listed: candidates.map(({ customer }) => ({ name: customer.name })), asks: 'customer' } as const;
  return sayAccount(here, record, takenBanner(account, taken, speech), isOpen ? { ...told, ...question } : told);
}

/** "It is not a customer": asked once more. What is mapped, or is none already, is shown as it is. */
export function proposeIgnoring(here: Here, record: AccountRecord): Promise<Reply> | Reply {
  if (record.mapping.state !== 'open') return sayAccount(here, record);
  const action = { verb: 'ignore', accountId: record.id, asOf: record.mappingVersion } as const;
  const refusal = refusalOf(here, deedsOfAction(action, here));
  if (refusal !== undefined) return refuse(here, refusal);
  return say(
    ignoreQuestionView(record, action, here.speech, askerOf(here)),
    toldAbout(undefined, [subjectOf(record)], action),
  );
}
