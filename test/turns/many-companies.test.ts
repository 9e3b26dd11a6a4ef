import { cardOf, setStage, textOf } from './stage';
import type { Someone, Stage, Where } from './stage';

/** More first questions within a minute than Partner Center permits to be looked up (S31). */

const COMPANIES = 160;
/** Well below the time for which a person's answer waits for a look that does not come. */
const AT_ONCE_MS = 1_000;
const LAST = 40;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ config: { syncIntervalMs: 3_600_000, gatherIntervalMs: 3_600_000 } });
});
afterAll(() => stage.close());

/** One person asks no more than a few things a minute. */
function person(n: number): readonly [Someone, Where] {
  const number = String(Math.floor(n / 8)).padStart(12, '0');
  const who = { id: `29:p${number}`, aadObjectId: `aaaaaaaa-0000-4000-8000-${number}`, name: `Person ${number}` };
  const conversation = { id: `a:chat-${number}`, conversationType: 'personal' };
  return [who, { conversation, channelData: { tenant: { id: '11111111-1111-4111-8111-111111111111' } } }];
}

const WORDS = [
  'Amber',
  'Birch',
  'Cedar',
  'Delta',
  'Ember',
  'Fjord',
  'Grove',
  'Heron',
  'Indigo',
  'Juniper',
  'Kelp',
  'Lark',
];
const TRADES = [
  'Bakery',
  'Brewery',
  'Dental',
  'Freight',
  'Glass',
  'Joinery',
  'Law',
  'Marine',
  'Optics',
  'Paper',
  'Roofing',
  'Tiles',
  'Wool',
  'Yarns',
];

it('are all answered at once, from what is known where there is no room to look (S31)', async () => {
  const names = WORDS.flatMap((word) => TRADES.map((trade) => `${word} ${trade}`)).slice(0, COMPANIES);
  for (const name of names) stage.sandbox.control('accept', { name });
  await stage.say(...person(0), 'sync now');

  const took: number[] = [];
  for (const [n, name] of names.entries()) {
    const began = performance.now();
    const [message] = await stage.say(...person(n + 8), `is ${name} accepted?`);
    took.push(performance.now() - began);
    expect(textOf(cardOf(message!))).toMatch(new RegExp(`${name} (has )?accepted`));
  }

  const asked = stage.sandbox.visits.last.filter(
    (v) => v.service === 'partner-center' && v.path.includes('/agreements'),
  );
  expect(asked.length).toBeLessThan(COMPANIES);
  const last = took.slice(-LAST).sort((a, b) => a - b);
  expect(last[LAST / 2]).toBeLessThan(AT_ONCE_MS);
});
