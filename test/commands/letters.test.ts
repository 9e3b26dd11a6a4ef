import { understand } from '../../src/commands/understand';

function heard(text: string): unknown {
  const read = understand(text);
  return read.outcome === 'understood' ? read.intent : read.outcome;
}

describe('a polite letter', () => {
  it.each<[string, unknown]>([
    [
      'Good morning, Litware Holdings say that they clicked the link last night; would you mind confirming whether that has come through?',
      { name: 'status', companies: ['Litware Holdings'] },
    ],
    [
      'Since Northwind Traders would like to talk about their renewal, could you please show me which subscriptions they hold at the moment?',
      { name: 'show', companies: ['Northwind Traders'], what: 'subscriptions' },
    ],
    [
      'I was given the wrong name, to my embarrassment; would you be so good as to unmap Corrigan?',
      { name: 'unmap', companies: ['Corrigan'] },
    ],
  ])('%s', (text, intent) => {
    expect(heard(text)).toEqual(intent);
  });

  it('that asks for no change brings none', () => {
    expect(heard('can I undo a mapping?')).toEqual({ name: 'help', topic: 'undo' });
    expect(heard('My manager asked whether one could unmap Contoso, which I doubt.')).toBe('misunderstood');
  });
});

describe('several matters in one message', () => {
  it.each<[string, unknown]>([
    [
      'Renewal with Osprey Wind is closed, thanks to all. You can stop watching Osprey Wind now.',
      { name: 'unwatch', companies: ['Osprey Wind'] },
    ],
    [
      'The deck is done, I will send it tonight. Third: did Northgate Veterinary accept?',
      { name: 'status', companies: ['Northgate Veterinary'] },
    ],
    ['has Orchard Vale, no sorry, Orchard Lane accepted', { name: 'status', companies: ['Orchard Lane'] }],
  ])('the one that is for the bot is heard: %s', (text, intent) => {
    expect(heard(text)).toEqual(intent);
  });

  it.each(['Unmap Contoso. No, wait, do not.', 'Please map Contoso to Fabrikam. But not yet!'])(
    'what is taken back changes nothing: %s',
    (text) => {
      expect(heard(text)).toBe('misunderstood');
    },
  );
});

describe('an arrow', () => {
  it.each<[string, unknown]>([
    ['audit trail -> adatum.net', { name: 'history', companies: ['adatum.net'] }],
    ['digest => daily 06:45', { name: 'settings', topic: 'digest', value: 'daily', time: '06:45' }],
    [
      'fourth coffee -> "Fourth Coffee Shops"',
      { name: 'map', account: 'fourth coffee', customer: 'Fourth Coffee Shops' },
    ],
  ])('leads from a command to its object, or from an account to its customer: %s', (text, intent) => {
    expect(heard(text)).toEqual(intent);
  });
});

it('the number of a ticket is no company', () => {
  expect(heard('TKT-8831: is cohovineyard.com accepted?')).toEqual({ name: 'status', companies: ['cohovineyard.com'] });
  expect(heard('TKT-8831')).not.toEqual(expect.objectContaining({ name: 'map' }));
});
