import type { Told } from '../../src/domain/told';
import { conversationOf, firstLine, messageFor, personOf } from '../../scripts/talk/wire';
import { openWorld } from '../../scripts/talk/world';
import type { World } from '../../scripts/talk/world';

/** What a talk remembers: whose it is and for how long. */

const told = new Map<string, Told | undefined>();
let world: World;
let said = 0;
let threads = 0;

beforeAll(async () => {
  const people = ['Ada', 'Ben'].map((name) => personOf(name).aadObjectId);
  world = await openWorld({ people, hears: ({ id }, about) => void told.set(id, about) });
  await post({ type: 'installationUpdate', action: 'add', id: 'in', from: personOf('Ada'), ...where('channel') });
  await post({ type: 'installationUpdate', action: 'add', id: 'in2', from: personOf('Ada'), ...where('personal') });
  await world.settle();
}, 60_000);
afterAll(() => world.close());
beforeEach(() => {
  threads += 1;
  world.time.pass(HOUR);
});

const HOUR = 3_600_000;
const MINUTE = 60_000;

interface Answer {
  readonly says: string;
  readonly command: string | undefined;
  readonly about: readonly string[];
  readonly listed: readonly string[];
  readonly asks: boolean;
}

function where(place: 'channel' | 'personal'): object {
  return conversationOf({ place });
}

async function post(activity: object): Promise<void> {
  const response = await fetch(`${world.urls[0]}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...activity, serviceUrl: world.teams.serviceUrl }),
  });
  expect(response.status).toBe(200);
  await response.text();
}

async function say(
  by: string,
  text: string,
  { place = 'channel' }: { place?: 'channel' | 'personal' } = {},
): Promise<Answer> {
  const id = `m${(said += 1)}`;
  world.time.pass(1_000);
  const talk = { id: `talk${threads}`, place, lang: 'en', turns: [] };
  await post(messageFor(talk, { id, by, say: text, at: world.time.clock.now() }));
  await world.settle();
  const shown = world.teams.shown.find(({ answers }) => answers === id);
  const { command, about = [], listed = [], asks } = told.get(id) ?? {};
  return {
    says: shown === undefined ? '' : firstLine(shown.activity),
    command: command?.name,
    about: about.map(({ name }) => name),
    listed: listed.map(({ name }) => name),
    asks: asks === 'company',
  };
}

function customerOf(tenant: string): string | undefined {
  const { rows, tenants } = world.sandbox.world.state;
  const found = tenants.find(({ name }) => name === tenant);
  return rows.find(({ tenantId }) => tenantId === found?.tenantId)?.customerId ?? undefined;
}

it('is one person’s: what somebody else spoke about is not "it", and their list only gives places', async () => {
  await say('Ada', 'is Proseware accepted?');

  const asked = await say('Ben', 'who mapped it?');
  expect(asked).toMatchObject({ command: 'who_mapped', about: [], asks: true });

  const list = await say('Ada', 'what is open?');
  expect(list.listed.length).toBeGreaterThan(3);
  expect(await say('Ben', 'show number 4')).toMatchObject({ command: 'show', about: [list.listed[3]] });
  expect(await say('Ada', 'who mapped it?')).toMatchObject({ about: ['Proseware'] });
});

it('is not handed on: a yes of somebody else to an offer does nothing', async () => {
  await say('Ada', 'map Alpine Ski House to Alpine Ski House AG');
  const before = customerOf('Alpine Ski House');

  expect((await say('Ben', 'yes')).says).toBe('There is nothing that waits for a yes or a no.');
  expect(customerOf('Alpine Ski House')).toBe(before);
});

it('takes a yes once: the second one does nothing', async () => {
  await say('Ada', 'map Contoso to Contoso Limited');
  expect((await say('Ada', 'yes')).says).toContain('Contoso Limited');
  const mapped = customerOf('Contoso Ltd');
  expect(mapped).toBe(world.sandbox.world.findCustomer('Contoso Limited')?.id);

  await say('Ada', 'undo that');
  await say('Ada', 'yes');
  expect(customerOf('Contoso Ltd')).toBeUndefined();
  expect((await say('Ada', 'yes')).says).toBe('There is nothing that waits for a yes or a no.');
  expect(customerOf('Contoso Ltd')).toBeUndefined();
});

it('lasts half an hour, and what is older is only a choice where it is asked back', async () => {
  const personal = { place: 'personal' } as const;
  await say('Ada', 'is Litware accepted?', personal);
  world.time.pass(29 * MINUTE);
  expect(await say('Ada', 'who mapped it?', personal)).toMatchObject({ about: ['Litware'], asks: false });

  world.time.pass(30 * MINUTE);
  const asked = await say('Ada', 'its licences?', personal);
  expect(asked).toMatchObject({ command: 'show', about: [], listed: ['Litware'], asks: true });
  expect((await say('Ada', 'yes', personal)).says).toBe('There is nothing that waits for a yes or a no.');
});

it('lets an offer lapse with the half hour', async () => {
  const personal = { place: 'personal' } as const;
  await say('Ada', 'map Oakfield Solicitors to Oakfield & Partners Solicitors LLP', personal);
  world.time.pass(31 * MINUTE);

  expect((await say('Ada', 'yes', personal)).says).toBe('There is nothing that waits for a yes or a no.');
  expect(customerOf('Oakfield Solicitors')).toBeUndefined();
});
