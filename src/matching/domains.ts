import { parse } from 'tldts';
import { withDomainInLetters } from '../domain/one-form';
import { LABEL_ENDINGS, MADE_UP_LABEL, SHARED_HOSTS, TENANT_HOSTS } from './hosts';

/** A registrable domain that can be evidence, and its label: `rafina-innovations.co.uk` and `rafinainnovations`. */
export interface OwnDomain {
  readonly domain: string;
  readonly label: string;
}

/**
 * The registrable domain behind what was typed: bare, `www.`, a whole address, a mail address. Undefined for free-mail
 * and shared hosts, tenants' initial domains, IP addresses, and text that is no host.
 */
export function ownDomain(typed: string): OwnDomain | undefined {
  const found = parse(inLetters(typed), { allowPrivateDomains: true, validateHostname: true });
  const { domain, domainWithoutSuffix } = found;
  if (domain === null || domainWithoutSuffix === null || found.isIp === true) return undefined;
  if (found.isIcann !== true && found.isPrivate !== true) return undefined;
  if (SHARED_HOSTS.has(domain) || TENANT_HOSTS.includes(domain)) return undefined;
  const label = domainWithoutSuffix.replace(/[^\p{L}\p{N}]/gu, '');
  return label === '' ? undefined : { domain, label };
}

/** The two spellings of one host (`xn--...` and letters) are one domain, whoever wrote it. */
function inLetters(typed: string): string {
  const plain = typed.trim().toLowerCase();
  return plain.includes('xn--') ? withDomainInLetters(plain) : plain.normalize('NFC');
}

/** `contoso` of `Contoso.onmicrosoft.com`; empty if the domain is no tenant's initial domain or its label is made up. */
export function tenantLabel(defaultDomain: string | undefined): string {
  if (defaultDomain === undefined) return '';
  const host = inLetters(defaultDomain);
  const end = TENANT_HOSTS.find((tenantHost) => host.endsWith(`.${tenantHost}`));
  if (end === undefined) return '';
  const label = host
    .slice(0, -end.length - 1)
    .split('.')
    .join('')
    .replace(/[^a-z0-9]/g, '');
  return MADE_UP_LABEL.test(label) ? '' : label;
}

/** A tenant's initial domain as a domain of its own: for finding accounts by what is typed. */
export function tenantDomain(typed: string): OwnDomain | undefined {
  const label = tenantLabel(typed);
  return label === '' ? undefined : { domain: inLetters(typed), label };
}

/** The label, then what is left of it without digits at the end, a usual ending, or the country: at least three letters each. */
export function labelForms(label: string, country: string | undefined): string[] {
  if (label === '') return [];
  const forms = new Set([label]);
  const bare = label.replace(/\d+$/, '');
  if (bare.length >= 3) forms.add(bare);
  const land = country === 'GB' ? 'uk' : (country ?? '').toLowerCase();
  for (const ending of [land, ...LABEL_ENDINGS]) {
    if (ending !== '' && label.endsWith(ending) && label.length - ending.length >= 3)
      forms.add(label.slice(0, -ending.length));
  }
  return [...forms];
}

/** Country endings that are used all over the world for their sound. */
const GENERIC_LANDS = new Set(
  'ac ai am as bz cc cd co dj eu fm gg io la ly me ms mu nu pw sc sh so st tk to tv vc ws'.split(' '),
);

/** ISO 3166 alpha-2 of the domain's ending; empty for a general one. */
export function countryOfDomain(domain: string): string {
  const ending = domain.slice(domain.lastIndexOf('.') + 1);
  if (ending.length !== 2 || GENERIC_LANDS.has(ending)) return '';
  return ending === 'uk' ? 'GB' : ending.toUpperCase();
}
