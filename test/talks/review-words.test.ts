import { reviewWords } from '../../src/talk/review-words';

const NOTHING = { all: false, take: [], leave: [], ignore: [], undo: false };
const rows = (...numbers: readonly number[]) => numbers.map((number) => ({ number }));

function said(text: string, locale?: string): unknown {
  const found = reviewWords(text, locale);
  if (found === undefined) return undefined;
  const { language: _, ...rest } = found;
  return rest;
}

it.each([
  'all but 3 and 7',
  'everything except 3, 7',
  'map all of them apart from 3 and 7 please',
  'alle außer 3 und 7',
  'alles bis auf drei und sieben',
  'tous sauf 3 et 7',
  'enregistre tout sauf les 3 et 7',
  'todas menos 3 y 7',
  'guarda todas excepto la 3 y la 7',
  'alle behalve 3 en 7',
  'alles op 3 en 7 na',
])('"%s" leaves two out', (text) => {
  expect(said(text)).toEqual({ ...NOTHING, all: true, leave: [3, 7] });
});

it.each([
  '1 to 5',
  '1-5',
  '1 – 5',
  'only 1 to 5',
  'map 1 through 5',
  'the first five',
  '1 bis 5',
  'die ersten fünf',
  '1 à 5',
  'les cinq premiers',
  '1 a 5',
  'las cinco primeras',
  '1 tot en met 5',
  '1 t/m 5',
  'de eerste vijf',
])('"%s" takes five', (text) => {
  expect(said(text)).toEqual({ ...NOTHING, take: rows(1, 2, 3, 4, 5) });
});

it.each([
  ['all', { all: true }],
  ['save', { all: true }],
  ['without 3', { all: true, leave: [3] }],
  ['later', {}],
  ['none of them', {}],
  ['1, 2 and 8b', { take: [...rows(1, 2), { number: 8, choice: 1 }] }],
  ['all, 8 b', { all: true, take: [{ number: 8, choice: 1 }] }],
  ['all but 3, 8b', { all: true, leave: [3], take: [{ number: 8, choice: 1 }] }],
  ['1 to 3, 9 is not a customer', { take: rows(1, 2, 3), ignore: [9] }],
  ['1 to 3 and 9 is not a customer', { take: rows(1, 2, 3), ignore: [9] }],
  ['7 and 9 are not customers', { ignore: [7, 9] }],
  ['all, ignore 4', { all: true, ignore: [4] }],
  ['9 ist kein Kunde', { ignore: [9] }],
  ['tous, 9 n’est pas un client', { all: true, ignore: [9] }],
  ['9 no es cliente', { ignore: [9] }],
  ['9 is geen klant', { ignore: [9] }],
  ['undo these', { undo: true }],
  ['mach alles rückgängig', { undo: true }],
])('"%s"', (text, expected) => {
  expect(said(text)).toEqual({ ...NOTHING, ...expected });
});

it.each([
  'is Contoso accepted?',
  'map Contoso to Contoso Limited',
  'all but Contoso',
  'all but one',
  'status of 3 companies',
  'not a customer',
  'the third one',
  'thanks',
  '5 to 1',
  '',
])('"%s" is no word about a page', (text) => {
  expect(said(text)).toBeUndefined();
});

it('knows its language, and that numbers have none', () => {
  expect(reviewWords('alle außer 3')?.language).toBe('de');
  expect(reviewWords('1-5')).not.toHaveProperty('language');
  expect(reviewWords('alle', 'nl-NL')?.language).toBe('nl');
});
