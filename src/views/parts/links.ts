import { isKnownByRow } from '../../domain/account';
import type { AccountKey } from '../../domain/account';
import { guidIn } from '../../domain/one-form';
import type { Link } from './parts';
import type { Speech } from '../words/speech';

const CUSTOMERS_PAGE = 'https://partner.microsoft.com/dashboard/commerce2/customers/list';

/** Partner Center's page of one customer; none for what is no tenant id, because the id becomes part of the address. */
export function accountLinks(account: AccountKey, speech: Speech): readonly Link[] {
  const id = guidIn(account.tenantId);
  if (id === undefined || isKnownByRow(account)) return [];
  const url = `https://partner.microsoft.com/dashboard/v2/customers/${id}/account`;
  return [{ type: 'Action.OpenUrl', title: speech.say('open.partner-center'), url }];
}

export function customersLink(speech: Speech): Link {
  return { type: 'Action.OpenUrl', title: speech.say('open.partner-center-customers'), url: CUSTOMERS_PAGE };
}
