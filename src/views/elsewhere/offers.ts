import type { AccountPicture } from '../../domain/answers';
import type { Customer } from '../../domain/customer';
import type { Message } from '../../courier';
import { customerDetail } from '../parts/candidates';
import { forUnfolding } from '../parts/dialects';
import { resellerWords } from '../words/acceptance-words';
import { clean, shortName } from '../words/escape';
import type { Speech } from '../words/speech';
import { sharedCustomerView, sharedStatusView } from './shared';
import type { Sources } from './shared';

/** A card to put into a message, with the line by which it is chosen: what `turn.ts` calls an offer. */
export interface Offered {
  readonly title: string;
  readonly detail: string;
  readonly card: object;
}

/** `near`: its name is merely like what was typed. */
export function accountOffer(picture: AccountPicture, near: boolean, speech: Speech): Offered {
  const { record } = picture;
  const { mapping, tenant, acceptance } = record;
  const customer = mapping.state === 'mapped' ? shortName(mapping.customer.name) : '';
  const detail = [
    near ? speech.say('find.near') : undefined,
    // Clients cut the line: what is asked most often stands first.
    speech.say(`which.state.${mapping.state}`, { customer }),
    resellerWords(acceptance.reseller, speech),
    tenant.domains?.[0] ?? tenant.defaultDomain,
    picture.providerName === undefined ? undefined : shortName(picture.providerName),
  ];
  const shown = sharedStatusView({ answer: 'account', query: tenant.name, picture }, speech);
  return offered(shortName(tenant.name), detail, shown);
}

/** `mapped`: how many accounts are; a search offers those accounts instead. */
export function customerOffer(
  customer: Customer,
  near: boolean,
  { mapped = 0, ...sources }: Sources & { readonly mapped?: number },
  speech: Speech,
): Offered {
  const detail = [
    near ? speech.say('find.near') : undefined,
    customerDetail(customer, speech),
    speech.say('find.customer', { accounts: mapped }),
  ];
  return offered(shortName(customer.name), detail, sharedCustomerView(customer, mapped, sources, speech));
}

/** The same where a link unfolds. */
export function unfolded(offer: Offered): Offered {
  return { ...offer, card: forUnfolding(offer.card) };
}

const DETAIL_LENGTH = 160;

function offered(title: string, detail: readonly (string | undefined)[], { card = {} }: Message): Offered {
  const line = detail.filter((part) => part !== undefined && part !== '').join(' · ');
  return { title: plainLine(title), detail: plainLine(clean(line, DETAIL_LENGTH)), card };
}

/** The list reads markup in its lines: what could be some is written with letters that look alike. */
function plainLine(text: string): string {
  return text
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replace(/&(?=#?\w{1,32};)/g, '＆')
    .replace(/[[\]*`_~\\](?=\S)/g, (mark) => `${mark}\u2060`)
    .replace(/\bhttps?:\/\/|\/(?=$|\s·)/g, '')
    .replaceAll('://', ':\u2060//');
}
