import { cannotAsked } from '../../src/commands/cannot';
import { understand } from '../../src/commands/understand';
import { sameAsked } from '../../src/commands/same-asked';

/** What is said to be beyond the bot takes nothing from what it can do. */

it.each([
  'assign Contoso to Visio Partners Ltd',
  'assign Contoso to Invisio',
  'assign Fabrikam to Cafe1',
  'cancel the watch on Visio Partners',
  'cancel my subscription to new account notifications',
  'email me when Contoso accepts',
])('"%s" is heard by the readers', (text) => {
  expect(cannotAsked(text)).toBeUndefined();
});

it.each(['cancel the Visio licence of Contoso', 'assign 3 licences to Contoso', 'email Contoso', 'export to excel'])(
  '"%s" is said not to be done here',
  (text) => {
    expect(cannotAsked(text)).toBeDefined();
  },
);

it('a company may be called like an order', () => {
  const known = { has: (name: string) => name === 'Export Solutions Ltd' };
  expect(understand('Export Solutions Ltd', { known }).outcome).not.toBe('beyond');
});

it('an equals sign asks whether two are the same only between names that are known', () => {
  const known = { has: (name: string) => name === 'Contoso' || name === 'Fabrikam' };
  expect(sameAsked('is Contoso = Fabrikam?', known)).toMatchObject({ company: 'Contoso', other: 'Fabrikam' });
  expect(sameAsked('poll contoso.com; accepted=true?', known)).toBeUndefined();
  expect(sameAsked('map Contoso = Fabrikam?', known)).toBeUndefined();
});
