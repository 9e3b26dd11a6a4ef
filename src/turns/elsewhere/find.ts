import type { CompanyHit } from '../../domain/company-hit';
import { linkMeant } from '../../domain/link-meant';
import type { Subject } from '../../domain/told';
import { drawFacts, freshness } from '../../records/draw-account';
import { accountMeant } from '../../tasks/companies-in-text';
import { findCompanies } from '../../tasks/find-companies';
import type { Input, Offer, Reply } from '../../turn';
import { accountOffer, customerOffer } from '../../views/elsewhere/offers';
import { companiesSaid } from '../companies-said';
import type { Here } from '../here';

type Find = Extract<Input, { readonly kind: 'find' }>;

/** What a compose box offers: before anything is typed, what one has just asked about and what is open. */
export async function findForComposeBox(
  here: Here,
  { text, skip, limit }: Find,
  recent: () => Promise<readonly Subject[]>,
): Promise<Reply> {
  const typed = text.trim();
  const hits = typed === '' ? atFirst(here, await recent()) : hitsFor(here, typed);
  const offers = hits.slice(skip, skip + limit).map((hit) => offerOf(here, hit));
  if (offers.length > 0 || skip > 0) return { reply: 'offers', offers };
  const { speech } = here;
  return {
    reply: 'note',
    text: typed === '' ? speech.say('find.empty') : speech.say('find.nothing', { query: typed }),
  };
}

function atFirst({ ports }: Here, recent: readonly Subject[]): readonly CompanyHit[] {
  const asked = [...recent].reverse().map(({ accountId }) => accountId && ports.register.account(accountId));
  const accounts = new Set([...asked.filter((a) => typeof a === 'object'), ...ports.register.openAccounts()]);
  return [...accounts].map((account): CompanyHit => ({ hit: 'account', account, near: false }));
}

/** As typed; else what a link leads to, and what a mail address, a sentence or a whole mail names. */
function hitsFor(here: Here, typed: string): readonly CompanyHit[] {
  const { ports } = here;
  const linked = behindLink(here, typed);
  if (linked !== undefined) return [linked];
  const asTyped = findCompanies(ports, typed);
  if (asTyped.some(({ near }) => !near)) return asTyped;
  const sure = companiesSaid(here, typed).flatMap(({ query, account }): readonly CompanyHit[] => {
    if (account !== undefined) return [{ hit: 'account', account, near: false }];
    return query === typed ? [] : findCompanies(ports, query).filter(({ near }) => !near);
  });
  return sure.length > 0 ? distinct(sure) : asTyped;
}

function behindLink({ ports }: Here, typed: string): CompanyHit | undefined {
  const meant = linkMeant(typed, ports.links);
  if (meant === undefined) return undefined;
  const account = accountMeant(ports, meant);
  if (account !== undefined) return { hit: 'account', account, near: false };
  const customer = meant.of === 'record' ? ports.register.customer(meant.id) : undefined;
  if (customer === undefined || !ports.register.isCurrentCustomer(customer.id)) return undefined;
  return { hit: 'customer', customer, near: false };
}

/** A sentence may name one company in several ways. */
function distinct(hits: readonly CompanyHit[]): readonly CompanyHit[] {
  const found = new Map(hits.map((hit) => [hit.hit === 'account' ? hit.account.id : hit.customer.id, hit]));
  return [...found.values()];
}

function offerOf({ ports, speech }: Here, hit: CompanyHit): Offer {
  return hit.hit === 'account'
    ? accountOffer(drawFacts(ports, hit.account), hit.near, speech)
    : customerOffer(hit.customer, hit.near, { freshness: freshness(ports), now: ports.clock.now() }, speech);
}
