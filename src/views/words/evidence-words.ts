import type { Evidence } from '../../domain/evidence';
import { clean } from './escape';
import { sentenceCase } from './source-words';
import type { Speech } from './speech';

/** At most this many reasons for a candidate are shown, and one against. */
const REASONS_SHOWN = 3;

export interface Reasons {
  /** The strongest reasons for, strongest first. */
  readonly reasons: readonly string[];
  /** The strongest reason against. */
  readonly against?: string;
}

export function reasonsFor(evidence: readonly Evidence[], speech: Speech): Reasons {
  const strongest = [...evidence].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const reasons = strongest.filter((e) => e.side === 'for').slice(0, REASONS_SHOWN);
  const against = strongest.find((e) => e.side === 'against');
  return {
    reasons: reasons.map((e) => evidenceWords(e, speech)),
    ...(against === undefined ? {} : { against: evidenceWords(against, speech) }),
  };
}

/** "same domain contoso.com; same name": the reasons for, on one line. */
export function reasonsLine(reasons: readonly string[]): string {
  return sentenceCase(reasons.join('; '));
}

/** With one full stop at its end: legal forms bring one of their own. */
export function fullStop(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** One piece of evidence in words, without a capital and a full stop, so that several fit on one line. */
export function evidenceWords(evidence: Evidence, speech: Speech): string {
  switch (evidence.code) {
    case 'same-tenant-id':
    case 'same-name':
    case 'other-tenant-id':
    case 'other-name':
      return speech.say(`evidence.${evidence.code}`);
    case 'remembered':
      return speech.say('evidence.remembered', { name: piece(evidence.name) });
    case 'mapped-under': {
      const { customer, provider } = evidence;
      return speech.say('evidence.mapped-under', { customer: piece(customer), provider: piece(provider) });
    }
    case 'account-under':
      return speech.say('evidence.account-under', { name: piece(evidence.name), provider: piece(evidence.provider) });
    case 'same-domain':
      return speech.say('evidence.same-domain', { domain: piece(evidence.domain) });
    case 'domain-label':
      return speech.say('evidence.domain-label', { label: piece(evidence.label), website: piece(evidence.website) });
    case 'label-in-name':
      return speech.say('evidence.label-in-name', { label: piece(evidence.label) });
    case 'name-is-website':
      return speech.say('evidence.name-is-website', { website: piece(evidence.website) });
    case 'acronym':
      return speech.say('evidence.acronym', { acronym: piece(evidence.acronym) });
    case 'abbreviation':
      return speech.say('evidence.abbreviation', { short: piece(evidence.short), long: piece(evidence.long) });
    case 'city-in-name':
      return speech.say('evidence.city-in-name', { city: piece(evidence.city) });
    case 'same-country':
      return speech.say('evidence.same-country', { country: speech.country(evidence.country) });
    case 'missing-word':
      return speech.say(`evidence.missing-word.${evidence.on}`, { word: piece(evidence.word) });
    case 'shared-domain':
      return speech.say('evidence.shared-domain', { domain: piece(evidence.domain), count: evidence.count });
    case 'near-rivals':
    case 'already-mapped':
      return speech.say(`evidence.${evidence.code}`, { count: evidence.count });
    default:
      return comparison(evidence, speech);
  }
}

type Comparison = Extract<
  Evidence,
  {
    readonly code:
      | 'same-name-but-legal-form'
      | 'similar-name'
      | 'similar-spelling'
      | 'other-country'
      | 'other-domain'
      | 'other-legal-form';
  }
>;

/** Evidence that sets the account beside the customer. */
function comparison(evidence: Comparison, speech: Speech): string {
  switch (evidence.code) {
    case 'same-name-but-legal-form':
      return legalForms(evidence.account, evidence.customer, speech);
    case 'similar-name':
      return evidence.shared.length === 0
        ? speech.say('evidence.similar-name.bare')
        : speech.say('evidence.similar-name', {
            words: speech.list(
              evidence.shared.slice(0, 3).map((word) => speech.say('quote', { text: clean(word, 30) })),
            ),
          });
    case 'other-country':
      return speech.say('evidence.other-country', {
        account: speech.country(evidence.account),
        customer: speech.country(evidence.customer),
      });
    case 'other-legal-form': {
      const none = speech.say('evidence.no-form');
      const { account, customer } = evidence;
      return speech.say('evidence.other-legal-form', {
        account: formName(account) || none,
        customer: formName(customer) || none,
      });
    }
    case 'similar-spelling':
    case 'other-domain': {
      const { account, customer } = evidence;
      return speech.say(`evidence.${evidence.code}`, { account: piece(account), customer: piece(customer) });
    }
  }
}

function legalForms(account: string, customer: string, speech: Speech): string {
  if (account !== '' && customer !== '') {
    const forms = { account: formName(account), customer: formName(customer) };
    return speech.say('evidence.same-name-but-legal-form', forms);
  }
  return speech.say('evidence.same-name-but-legal-form.one', { form: formName(account === '' ? customer : account) });
}

/** How the common forms are written; the table of legal forms holds them in lower case. */
const WRITTEN: Readonly<Record<string, string>> = {
  'gmbh': 'GmbH',
  'ag': 'AG',
  'kg': 'KG',
  'gmbh & co kg': 'GmbH & Co. KG',
  'ltd': 'Ltd',
  'limited': 'Limited',
  'llc': 'LLC',
  'llp': 'LLP',
  'inc': 'Inc.',
  'corp': 'Corp.',
  'plc': 'plc',
  'bv': 'B.V.',
  'nv': 'N.V.',
  'sa': 'S.A.',
  'sl': 'S.L.',
  'sarl': 'SARL',
  'sas': 'SAS',
  'se': 'SE',
  'spa': 'S.p.A.',
};

function formName(form: string): string {
  return WRITTEN[form] ?? piece(form);
}

function piece(text: string): string {
  return clean(text, 50);
}
