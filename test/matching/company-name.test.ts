import fc from 'fast-check';
import { companyName } from '../../src/matching/company-name';

const SAME: readonly (readonly [why: string, a: string, b: string])[] = [
  ['case', 'CONTOSO ROBOTICS', 'Contoso Robotics'],
  ['accents', 'Société Générale', 'Societe Generale'],
  ['Nordic letters', 'Mærsk Søfart', 'Maersk Sofart'],
  ['sharp s', 'Weißbach Möbel', 'Weissbach Mobel'],
  ['ampersand', 'Smith & Sons', 'Smith and Sons'],
  ['ampersand in German', 'Kunz & Söhne', 'Kunz und Söhne'],
  ['apostrophe', "McDonald's", 'McDonalds'],
  ['curly apostrophe', 'L’Oréal', "L'Oreal"],
  ['initials with dots', 'M.J. International', 'MJ International'],
  ['initials with blanks', 'M J International', 'MJ International'],
  ['article', 'The Contoso Company', 'Contoso'],
  ['Ltd and Limited', 'Contoso Ltd.', 'Contoso Limited'],
  ['GmbH and none', 'Contoso GmbH', 'Contoso'],
  ['GmbH & Co. KG', 'Contoso GmbH & Co. KG', 'Contoso'],
  ['haftungsbeschränkt', 'Contoso UG (haftungsbeschränkt)', 'Contoso'],
  ['S.A. de C.V.', 'Contoso, S.A. de C.V.', 'Contoso'],
  ['Co., Ltd.', 'Contoso Co., Ltd.', 'Contoso'],
  ['Pty Ltd', 'Contoso Pty Ltd', 'Contoso'],
  ['Sdn. Bhd.', 'Contoso Sdn. Bhd.', 'Contoso'],
  ['Sp. z o.o.', 'Contoso Sp. z o.o.', 'Contoso'],
  ['s.r.o.', 'Contoso, s.r.o.', 'Contoso'],
  ['S.p.A.', 'Contoso S.p.A.', 'Contoso'],
  ['A/S', 'Contoso A/S', 'Contoso'],
  ['AB (publ)', 'Contoso AB (publ)', 'Contoso'],
  ['OÜ', 'Contoso OÜ', 'Contoso'],
  ['PT in front, Tbk behind', 'PT Contoso Tbk', 'Contoso'],
  ['OOO in front, in Cyrillic', 'ООО Контосо', 'Kontoso'],
  ['kabushiki kaisha in front', '株式会社ノザワ', 'Nozawa'],
  ['jusik hoesa', '삼일제약 주식회사', '삼일제약'],
  ['public company limited', 'Contoso Public Company Limited', 'Contoso'],
  ['full width letters', 'Ｃｏｎｔｏｓｏ', 'Contoso'],
];

describe('company names that are one name', () => {
  it.each(SAME)('%s: %s = %s', (_, a, b) => {
    expect(companyName(a).words).toEqual(companyName(b).words);
  });
});

const FORMS: readonly (readonly [name: string, legal: readonly string[]])[] = [
  ['Contoso Limited', ['ltd']],
  ['Contoso GmbH & Co. KG', ['gmbh co kg']],
  ['Contoso AG', ['ag']],
  ['Contoso LLC', ['llc']],
  ['Contoso', []],
  ['AG', []],
];

describe('legal forms', () => {
  it.each(FORMS)('%s has %j', (name, legal) => {
    expect(companyName(name).legal).toEqual(legal);
  });

  it('keeps a form that is the whole name', () => {
    expect(companyName('Limited').words).toEqual(['limited']);
  });

  it('keeps a word that is a form only at the end', () => {
    expect(companyName('SE Holdings').words).toEqual(['se', 'holdings']);
  });
});

describe('the normal form', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          'Contoso',
          'ag',
          'Ltd.',
          'GmbH',
          '&',
          'Co',
          'KG',
          'the',
          'S.A.',
          'm',
          'J.',
          'of',
          'PT',
          '12',
          'é',
        ),
      )
      .map((words) => words.join(' ')),
  );

  it('is its own normal form', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const once = companyName(raw).words;
        expect(companyName(once.join(' ')).words).toEqual(once);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('is empty only for a name without letters, digits, marks and ampersands', () => {
    fc.assert(
      fc.property(text, (raw) => {
        expect(companyName(raw).words.length > 0).toBe(/[\p{L}\p{N}\p{M}&+]/u.test(raw.normalize('NFKC')));
      }),
      { seed: 2, numRuns: 500 },
    );
  });
});
