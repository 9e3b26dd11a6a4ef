import type { AccountRecord } from '../domain/account';
import type { StatusAnswer } from '../domain/answers';
import type { Gaps } from '../domain/everywhere-answer';
import type { Taken } from '../domain/taken';
import { allProviders } from '../records/all-providers';
import { companyAccounts, gapsOf } from '../records/company-accounts';
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
  const picture = drawFacts(ports, record);
  const known = taken === undefined ? {} : { taken };
  return { answer: 'account', query, picture, ...known, ...elsewhere(ports, record) };
}

/** Where the company is not, where that could be. */
function elsewhere(ports: Ports, record: AccountRecord): { readonly gaps?: Gaps } {
  if (allProviders(ports).length < 2) return {};
  return { gaps: gapsOf(ports, companyAccounts(ports.register, [record]) ?? [record]) };
}
