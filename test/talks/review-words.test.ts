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
  ['2 no', [], [2]],
  ['1 no, 2 yes', [2], [1]],
  ['1 yes 2 no 3 yes', [1, 3], [2]],
  ['1 and 2 yes, 3 no', [1, 2], [3]],
  ['1 nicht, 2 ja', [2], [1]],
  ['1 ja 2 nein', [1], [2]],
  ['1 non, 2 oui', [2], [1]],
  ['1 no, 2 sí', [2], [1]],
  ['1 nee, 2 ja', [2], [1]],
  ['1 niet, 2 wel', undefined, undefined],
  ['2 later', [], [2]],
  ['1 to 3 later', [], [1, 2, 3]],
  ['1 and 2 later', [], [1, 2]],
  ['1 später, 2a', [2], [1]],
  ['1 et 2 oui, 3 plus tard', [1, 2], [3]],
  ['1 más tarde, 2 sí', [2], [1]],
  ['1 later, 2 ja', [2], [1]],
  ['not 1', [], [1]],
  ['skip 1 and 2', [], [1, 2]],
  ['pas le 1', [], [1]],
  ['leave 1 for later', [], [1]],
  ['no. 3', [3], []],
  ['1-3, rest later', [1, 2, 3], []],
  ['1 bis 3, der Rest später', [1, 2, 3], []],
  ['the first four are fine', [1, 2, 3, 4], []],
  ['1-3 passt', [1, 2, 3], []],
])('"%s" takes %j and leaves %j', (text, take, leave) => {
  const found = reviewWords(text);
  expect(found?.take.map(({ number }) => number)).toEqual(take);
  expect(found?.leave).toEqual(leave);
  expect(found?.all ?? false).toBe(false);
});

it.each([
  'all but the first',
  'tout sauf le premier',
  'todas menos la primera',
  'alles behalve de eerste',
  'alle außer der ersten',
])('"%s" leaves the first one out', (text) => {
  expect(said(text)).toEqual({ ...NOTHING, all: true, leave: [1] });
});

it.each([
  ['leave 1 for later, the others are ok', { all: true, leave: [1] }],
  ['all others, 3 later', { all: true, leave: [3] }],
  ['1 is ok, 2 later, 3 is not a customer', { take: rows(1), leave: [2], ignore: [3] }],
  ['1-3, 5 is not ours, rest later', { take: rows(1, 2, 3), ignore: [5] }],
  ['alle, nicht 3', { all: true, leave: [3] }],
  ['all, but not 2 and 4', { all: true, leave: [2, 4] }],
])('"%s"', (text, expected) => {
  expect(said(text)).toEqual({ ...NOTHING, ...expected });
});

it.each(['1 no 2', '1 2 später 3', 'no', 'nein', 'nicht'])('"%s" may mean this or that, and is not taken', (text) => {
  expect(said(text)).toBeUndefined();
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
