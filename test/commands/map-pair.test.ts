import { hear } from '../../src/commands/matters';

const BORNE = new Set([
  'contoso',
  'fabrikam',
  'hkb',
  'alpine ski house',
  'alpine ski house ag',
  'contoso limited',
  'bob',
]);
const known = { has: (name: string) => BORNE.has(name.toLowerCase()), isPerson: (name: string) => name === 'carla' };

function intentOf(text: string): unknown {
  const [heard] = hear(text, { known, locale: 'en-GB' }).heard;
  return heard?.outcome === 'understood' ? heard.intent : heard?.outcome;
}

describe('a mapping said in one line', () => {
  it.each([
    ['map alpine ski house to alpine ski house ag', 'alpine ski house', 'alpine ski house ag'],
    ['pls map hkb to hansen kjaer', 'hkb', 'hansen kjaer'],
    ['change fabrikam to contoso limited', 'fabrikam', 'contoso limited'],
    ['ordne hkb dem hansen kjaer zu', 'hkb', 'hansen kjaer'],
    ['associe hkb à hansen kjaer', 'hkb', 'hansen kjaer'],
    ['vincula hkb a hansen kjaer', 'hkb', 'hansen kjaer'],
    ['koppel hkb aan hansen kjaer', 'hkb', 'hansen kjaer'],
  ])('%s', (text, account, customer) => {
    expect(intentOf(text)).toEqual({ name: 'map', account, customer });
  });

  it.each([
    'map contoso to the first candidate',
    'map contoso to its customer',
    'can you map contoso to the suggested one',
    'koppel contoso aan de eerste kandidaat',
  ])('offers whoever fits where nobody is named: %s', (text) => {
    expect(intentOf(text)).toEqual({ name: 'map', account: 'contoso', customer: '' });
  });

  it.each([
    'assign contoso to carla',
    'change contoso to weekly',
    'move contoso to next week',
    'y su GDAP de fabrikam',
  ])('is nothing else: %s', (text) => {
    expect({ heard: intentOf(text) }).not.toMatchObject({ heard: { name: 'map' } });
  });
});
