import { suggestions } from './did-you-mean';
import type { IntentName } from './intent';
import { namesIn } from './invitation-heard';
import type { RenewalsAsked } from './renewals-asked';
import type { ServicesAsked } from './services-asked';
import type { SetPhrase } from './set-phrases';
import type { Understanding, UnderstandOptions } from './understanding';

/** What a phrase that is said whole asks, as it is understood. */

export function ofHoldings(
  what: 'services' | 'subscriptions',
  { companies, language }: ServicesAsked | RenewalsAsked,
  text: string,
  options: UnderstandOptions,
): Understanding {
  const intent = { name: 'show', companies: namesIn(companies, options), what } as const;
  return { outcome: 'understood', intent, language, evidence: [`phrase "${text}"`] };
}

export function ofLookAgain(
  { companies, language }: Extract<SetPhrase, { readonly phrase: 'look-again' }>,
  text: string,
  options: UnderstandOptions,
): Understanding {
  const intent = { name: 'status', companies: namesIn(companies, options), fresh: true } as const;
  return { outcome: 'understood', intent, language, evidence: [`phrase "${text}"`] };
}

export function ofSetPhrase(set: Exclude<SetPhrase, { readonly phrase: 'look-again' }>, text: string): Understanding {
  const { language } = set;
  if (set.phrase === 'means') {
    const { intent, proposed } = set;
    const evidence = [`phrase "${text}"`];
    return { outcome: 'understood', intent, language, evidence, ...(proposed === true ? { proposed } : {}) };
  }
  const near: readonly IntentName[] = ['unmap', 'unassign', 'unwatch'];
  const nearest = suggestions(near, language, set.company);
  return {
    outcome: 'misunderstood',
    at: null,
    text,
    language,
    probably: 'unmap',
    near,
    nearest,
    companies: [set.company],
  };
}
