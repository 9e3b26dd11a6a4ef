import type { Link } from './parts';
import type { Speech } from '../words/speech';

const CUSTOMERS_PAGE = 'https://partner.microsoft.com/dashboard/commerce2/customers/list';
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Partner Center's page of one customer; none for what is no tenant id, because the id becomes part of the address. */
export function accountLinks(tenantId: string, speech: Speech): readonly Link[] {
  if (!GUID.test(tenantId)) return [];
  const url = `https://partner.microsoft.com/dashboard/v2/customers/${tenantId}/account`;
  return [{ type: 'Action.OpenUrl', title: speech.say('open.partner-center'), url }];
}

export function customersLink(speech: Speech): Link {
  return { type: 'Action.OpenUrl', title: speech.say('open.partner-center-customers'), url: CUSTOMERS_PAGE };
}
