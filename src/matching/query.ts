import type { Tenant } from '../domain/tenant';
import { companyName, type CompanyName } from './company-name';
import { labelForms, ownDomain, tenantDomain, tenantLabel, type OwnDomain } from './domains';
import { initials } from './similarity';
import { foldName, wordsOf } from './text';

/** An account, or something typed, ready to be looked for. */
export interface Query {
  readonly name: CompanyName;
  readonly joined: string;
  /** First letters of the words, and with the small words. */
  readonly initials: string;
  readonly spokenInitials: string;
  /** First letters of all words, legal form included, as they were written. */
  readonly writtenInitials: string;
  /** Something typed: it may stop in the middle, or be a domain. */
  readonly typed: boolean;
  /** The onmicrosoft label, then what is left of it without usual endings. Empty if it says nothing. */
  readonly labels: readonly string[];
  readonly domains: readonly OwnDomain[];
  readonly country: string;
  readonly tenantId: string;
}

export function queryOfTenant(tenant: Tenant): Query {
  const label = tenantLabel(tenant.defaultDomain);
  const custom = [tenant.defaultDomain ?? '', ...(tenant.domains ?? [])];
  return query(tenant.name, {
    labels: labelForms(label, tenant.country),
    domains: distinct(custom),
    country: tenant.country ?? '',
    tenantId: tenant.tenantId.toLowerCase(),
    typed: false,
  });
}

/** A text that is a host or an address counts as a domain, and its label as the name. */
export function queryOfText(text: string): Query {
  const trimmed = text.trim();
  const own = /\s/.test(trimmed) || !trimmed.includes('.') ? undefined : (ownDomain(trimmed) ?? tenantDomain(trimmed));
  const label = own === undefined ? '' : own.label;
  return query(own === undefined ? trimmed : own.label, {
    labels: label === '' ? [] : [label],
    domains: own === undefined ? [] : [own],
    country: '',
    tenantId: '',
    typed: true,
  });
}

function query(rawName: string, rest: Pick<Query, 'labels' | 'domains' | 'country' | 'tenantId' | 'typed'>): Query {
  const name = companyName(rawName);
  return {
    name,
    joined: name.words.join(''),
    initials: initials(name.words),
    spokenInitials: initials(name.spoken),
    writtenInitials: initials(wordsOf(foldName(rawName))),
    ...rest,
  };
}

function distinct(domains: readonly string[]): OwnDomain[] {
  const found = new Map<string, OwnDomain>();
  for (const typed of domains) {
    const own = ownDomain(typed);
    if (own !== undefined) found.set(own.domain, own);
  }
  return [...found.values()];
}
