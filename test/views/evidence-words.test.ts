import { LANGUAGES } from '../../src/domain/language';
import type { Evidence, EvidenceCode } from '../../src/domain/evidence';
import { candidateText } from '../../src/views/parts/candidates';
import { evidenceWords, reasonsFor } from '../../src/views/words/evidence-words';
import { createSpeech } from '../../src/views/words/speech';

const f = { side: 'for', weight: 1 } as const;
const a = { side: 'against', weight: -1 } as const;

/** One of each: the compiler asks for a new one with every new code. */
const all: { readonly [Code in EvidenceCode]: Extract<Evidence, { code: Code }> } = {
  'remembered': { code: 'remembered', ...f, name: 'FBK' },
  'mapped-under': { code: 'mapped-under', ...f, customer: 'Fabrikam Ltd', provider: 'TD SYNNEX' },
  'account-under': { code: 'account-under', ...f, name: 'Fabrikam', provider: 'Pax8' },
  'same-tenant-id': { code: 'same-tenant-id', ...f },
  'same-domain': { code: 'same-domain', ...f, domain: 'contoso.com' },
  'domain-label': { code: 'domain-label', ...f, label: 'contoso', website: 'contoso.com' },
  'label-in-name': { code: 'label-in-name', ...f, label: 'contoso' },
  'name-is-website': { code: 'name-is-website', ...f, website: 'contoso.com' },
  'same-name': { code: 'same-name', ...f },
  'same-name-but-legal-form': { code: 'same-name-but-legal-form', ...f, account: 'gmbh', customer: 'ag' },
  'similar-name': { code: 'similar-name', ...f, shared: ['contoso', 'retail'] },
  'similar-spelling': { code: 'similar-spelling', ...f, account: 'Contoso', customer: 'Kontoso' },
  'acronym': { code: 'acronym', ...f, acronym: 'CMB' },
  'abbreviation': { code: 'abbreviation', ...f, short: 'intl', long: 'international' },
  'same-country': { code: 'same-country', ...f, country: 'DE' },
  'city-in-name': { code: 'city-in-name', ...f, city: 'Linz' },
  'other-country': { code: 'other-country', ...a, account: 'AT', customer: 'DE' },
  'other-domain': { code: 'other-domain', ...a, account: 'a.com', customer: 'b.com' },
  'other-legal-form': { code: 'other-legal-form', ...a, account: 'ltd', customer: '' },
  'other-tenant-id': { code: 'other-tenant-id', ...a },
  'missing-word': { code: 'missing-word', ...a, word: 'retail', on: 'customer' },
  'other-name': { code: 'other-name', ...a },
  'shared-domain': { code: 'shared-domain', ...a, domain: 'contoso.com', count: 3 },
  'near-rivals': { code: 'near-rivals', ...a, count: 2 },
  'already-mapped': { code: 'already-mapped', ...a, count: 1 },
};

const everything: readonly Evidence[] = Object.values(all);

describe('evidence in words', () => {
  it('says in English what a person would', () => {
    const speech = createSpeech('en');
    expect(everything.map((evidence) => evidenceWords(evidence, speech))).toEqual([
      '“FBK” was mapped to it before',
      'mapped to Fabrikam Ltd under TD SYNNEX',
      'has the account “Fabrikam” under Pax8',
      'same tenant ID on the customer record',
      'same domain contoso.com',
      '“contoso” goes with the website contoso.com',
      '“contoso” is in the customer’s name',
      'the account’s name goes with the website contoso.com',
      'same name',
      'same name but for the legal form (GmbH and AG)',
      'similar name (both have “contoso” and “retail”)',
      'similar spelling (Contoso and Kontoso)',
      '“CMB” is short for the name',
      '“intl” is short for “international”',
      'same country (Germany)',
      'the town Linz is in the account’s name',
      'other country (account: Austria, customer: Germany)',
      'other domain (account: a.com, customer: b.com)',
      'other legal form (account: Ltd, customer: none)',
      'the customer record names another tenant ID',
      '“retail” is missing in the customer’s name',
      'the names differ',
      '3 customers share the domain contoso.com',
      '2 other customers fit about as well',
      '1 other account is mapped to it already',
    ]);
  });

  it.each(LANGUAGES)('has a sentence of its own for every code in %s', (language) => {
    const said = everything.map((evidence) => evidenceWords(evidence, createSpeech(language)));
    expect(new Set(said).size).toBe(everything.length);
    for (const sentence of said) expect(sentence).toMatch(/\S.{3,}/);
  });

  it('names the one legal form when only one side has one', () => {
    const evidence = { ...all['same-name-but-legal-form'], account: '' };
    expect(evidenceWords(evidence, createSpeech('en'))).toBe('same name but for AG');
  });

  it('shows the three strongest reasons and the strongest against', () => {
    const speech = createSpeech('en');
    const given: readonly Evidence[] = [
      { ...all['same-country'], weight: 0.2 },
      { ...all['same-domain'], weight: 4 },
      { ...all['acronym'], weight: 1 },
      { ...all['same-name'], weight: 3 },
      { ...all['other-name'], weight: -0.1 },
      { ...all['other-country'], weight: -2 },
    ];
    expect(reasonsFor(given, speech)).toEqual({
      reasons: ['same domain contoso.com', 'same name', '“CMB” is short for the name'],
      against: 'other country (account: Austria, customer: Germany)',
    });
  });

  it('ends a sentence with one full stop, also after a name or a form that brings its own', () => {
    const speech = createSpeech('en');
    const form = { code: 'same-name-but-legal-form', ...f, account: '', customer: 'nv' } as const;
    const line = {
      customer: { id: 'c', name: 'Contoso N.V.' },
      probability: 0.9,
      evidence: [form, all['other-name']],
      mappedAccounts: 0,
    };

    expect(candidateText(line, 0, speech)).toBe(
      '1. Contoso N.V. (Very likely. Same name but for N.V. But: the names differ)',
    );
    const conflict = speech.say('conflict.body', { theirs: 'Litware, Inc.', ours: 'Proseware, Inc.' });
    expect(conflict).toBe('Work 365 points to Litware, Inc. Here it is Proseware, Inc. Which is right?');
  });
});
