import { linkMeant } from '../../domain/link-meant';
import { drawFacts, freshness } from '../../records/draw-account';
import { accountMeant } from '../../tasks/companies-in-text';
import type { Reply } from '../../turn';
import { accountOffer, customerOffer, unfolded } from '../../views/elsewhere/offers';
import type { Here } from '../here';

/** The status behind a link that was pasted, from memory; any other link stays a link. */
export function unfold({ ports, speech }: Here, url: string): Reply {
  const meant = linkMeant(url, ports.links);
  if (meant === undefined) return { reply: 'offers', offers: [] };
  const account = accountMeant(ports, meant);
  if (account !== undefined)
    return { reply: 'offers', offers: [unfolded(accountOffer(drawFacts(ports, account), false, speech))] };
  const customer = meant.of === 'record' ? ports.register.customer(meant.id) : undefined;
  if (customer === undefined || !ports.register.isCurrentCustomer(customer.id)) return { reply: 'offers', offers: [] };
  const mapped = ports.register.accountsOfCustomer(customer.id).length;
  const sources = { freshness: freshness(ports), now: ports.clock.now(), mapped };
  return { reply: 'offers', offers: [unfolded(customerOffer(customer, false, sources, speech))] };
}
