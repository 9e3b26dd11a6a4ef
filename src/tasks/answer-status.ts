import type { AccountRecord } from '../domain/account';
import type { StatusAnswer } from '../domain/answers';
import type { Taken } from '../domain/taken';
import { drawFacts } from '../records/draw-account';
import type { Ports } from '../ports';
import { LOOKED_JUST_NOW, refreshDetails } from '../records/refresh-acceptance';

/** How the account was asked about. */
export interface AskedHow {
  readonly taken?: Taken;
  /** What was typed. */
  readonly query?: string;
  /** The source is looked at whatever the age of what we have. */
  readonly fresh?: true;
}

/** "Is X accepted?", once it is clear which account is meant. */
export async function statusOf(ports: Ports, account: AccountRecord, how: AskedHow = {}): Promise<StatusAnswer> {
  const { taken, query = taken?.query ?? account.tenant.name, fresh } = how;
  const record = await refreshDetails(ports, account, 'person', fresh ? LOOKED_JUST_NOW : undefined);
  return { answer: 'account', query, picture: drawFacts(ports, record), ...(taken === undefined ? {} : { taken }) };
}
