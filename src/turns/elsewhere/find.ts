import { hear } from '../../commands/matters';
import { companiesOf } from '../../commands/no-names';
import { remembering } from '../../commands/known-names';
import type { AccountRecord } from '../../domain/account';
import type { CompanyHit } from '../../domain/company-hit';
import { linkMeant } from '../../domain/link-meant';
import type { Subject } from '../../domain/told';
import { drawFacts, freshness } from '../../records/draw-account';
import { accountMeant } from '../../tasks/companies-in-text';
import { findCompanies } from '../../tasks/find-companies';
import type { Input, Offer, Reply } from '../../turn';
import { accountOffer, customerOffer } from '../../views/elsewhere/offers';
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

/** As typed; else as a link, a mail address or a whole question names a company. */
function hitsFor(here: Here, typed: string): readonly CompanyHit[] {
  const { ports } = here;
  const linked = accountOfLink(here, typed);
  if (linked !== undefined) return [{ hit: 'account', account: linked, near: false }];
  const asTyped = findCompanies(ports, mailDomain(typed) ?? typed);
  if (asTyped.some(({ near }) => !near)) return asTyped;
  const known = remembering({ has: (name) => ports.register.knowsName(name) });
  const named = hear(typed, { known }).heard.flatMap((one) =>
    one.outcome === 'understood' ? companiesOf(one.intent).filter((name) => name !== typed) : [],
  );
  const sure = named.flatMap((name) => findCompanies(ports, name).filter(({ near }) => !near));
  return sure.length > 0 ? sure : asTyped;
}

function accountOfLink({ ports }: Here, typed: string): AccountRecord | undefined {
  const meant = linkMeant(typed, ports.links);
  return meant === undefined ? undefined : accountMeant(ports, meant);
}

function mailDomain(typed: string): string | undefined {
  return /^[^\s@]+@([^\s@]+\.[^\s@]+)$/.exec(typed)?.[1];
}

function offerOf({ ports, speech }: Here, hit: CompanyHit): Offer {
  return hit.hit === 'account'
    ? accountOffer(drawFacts(ports, hit.account), hit.near, speech)
    : customerOffer(hit.customer, hit.near, { freshness: freshness(ports), now: ports.clock.now() }, speech);
}
