import type { AccountRecord } from '../domain/account';
import type { StatusAnswer } from '../domain/answers';
import type { Taken } from '../domain/taken';
import { drawFacts } from './draw-account';
import type { Ports } from './ports';
import { refreshDetails } from './refresh-acceptance';
import { whichCompany } from './which-company';

/** "Is X accepted?", where X is as typed. */
export async function answerStatus(ports: Ports, query: string): Promise<StatusAnswer> {
  const found = await whichCompany(ports, query);
  return found.meant === 'question' ? found.answer : statusOf(ports, found.account, found.taken);
}

/** The same about an account that is known. */
export async function statusOf(ports: Ports, account: AccountRecord, taken?: Taken): Promise<StatusAnswer> {
  const record = await refreshDetails(ports, account, 'person');
  return {
    answer: 'account',
    query: taken?.query ?? account.tenant.name,
    picture: drawFacts(ports, record),
    ...(taken === undefined ? {} : { taken }),
  };
}
