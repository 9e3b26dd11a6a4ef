import { ALICE, button, buttonsOf, cardOf, messageIdOf, PERSONAL, setStage, textOf } from './stage';
import type { Stage } from './stage';

/** Which services a customer has: the service plans of what it has subscribed to, and their state. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ config: { syncIntervalMs: 3_600_000 } });
  await stage.install(PERSONAL);
});
beforeEach(() => stage.sandbox.control('heal'));
afterAll(() => stage.close());

async function ask(text: string): Promise<string> {
  const said = await stage.say(ALICE, PERSONAL, text);
  return said.map((message) => textOf(cardOf(message))).join('\n');
}

const PLANS = [
  {
    productSku: { name: 'Microsoft 365 Business Premium', skuPartNumber: 'SPB' },
    servicePlans: [
      { displayName: 'Microsoft Teams', serviceName: 'TEAMS1', capabilityStatus: 'Enabled', targetType: 'User' },
      { displayName: '', serviceName: 'INTUNE_A', capabilityStatus: 'LockedOut', targetType: 'User' },
    ],
  },
  {
    productSku: { name: 'Microsoft 365 E3', skuPartNumber: 'SPE_E3' },
    servicePlans: [
      { displayName: 'Microsoft Teams', serviceName: 'TEAMS1', capabilityStatus: 'Enabled', targetType: 'User' },
      { displayName: 'Azure Rights Management', serviceName: 'RMS_S_ENTERPRISE', targetType: 'User' },
    ],
  },
];

const answerWith = (items: readonly object[]) =>
  stage.sandbox.control('answer', {
    service: 'partner-center',
    match: '/subscribedskus',
    answer: { status: 200, body: { totalCount: items.length, items } },
  });

it.each([
  [
    'services of Contoso',
    'Contoso Ltd: 3 services',
    'Services',
    'enabled · with Microsoft 365 Business Premium, Microsoft 365 E3',
  ],
  ['which services does contoso have?', 'Contoso Ltd: 3 services', 'Services', 'locked out'],
  ['welche Dienste nutzt Contoso?', 'Contoso Ltd: 3 Dienste', 'Dienste', 'eingeschaltet · mit'],
  ['quels services utilise Contoso ?', 'Contoso Ltd : 3 services', 'Services', 'activé · avec'],
  ['servicios de Contoso', 'Contoso Ltd: 3 servicios', 'Servicios', 'habilitado · con'],
  ['welke diensten heeft Contoso?', 'Contoso Ltd: 3 diensten', 'Diensten', 'ingeschakeld · bij'],
])(
  '"%s" names each service once, with its state and the products it comes with',
  async (text, title, kicker, state) => {
    answerWith(PLANS);

    const answer = await ask(text);

    expect(answer.split('\n').slice(0, 2)).toEqual([kicker, title]);
    expect(answer).toContain(state);
    expect(answer.match(/Microsoft Teams/g)).toHaveLength(1);
    expect(answer).toContain('INTUNE');
    expect(answer).toContain('Azure Rights Management');
    expect(answer).toContain('Partner Center');
  },
);

it('reads what the sandbox tells of every one of its customers', async () => {
  const answer = await ask('services of Fabrikam');

  expect(answer).toMatch(/Fabrikam Inc: \d+ services?/);
  expect(answer).toMatch(/enabled|suspended/);
});

it('of several companies each is answered', async () => {
  const said = await stage.say(ALICE, PERSONAL, 'services of Contoso and Fabrikam');

  expect(said.map((message) => textOf(cardOf(message)).split('\n')[1])).toEqual([
    expect.stringMatching(/^Contoso Ltd: /),
    expect.stringMatching(/^Fabrikam Inc: /),
  ]);
});

it('says that there are none, and that nobody could look, in two ways', async () => {
  answerWith([]);
  expect(await ask('services of Contoso')).toContain('Contoso Ltd: no services');
  stage.sandbox.control('heal');

  stage.sandbox.control('fail', { service: 'partner-center', match: '/subscribedskus', status: 403 });
  const refused = await ask('services of Contoso');

  expect(refused).toContain('Contoso Ltd: services could not be read');
  expect(refused).toContain('refuses us access');
  expect(refused).not.toContain('no services');
});

it('is a button beside subscriptions, licences and users', async () => {
  answerWith(PLANS);
  const [licences] = await stage.say(ALICE, PERSONAL, 'licences of Contoso');

  const before = stage.connector.messages().length;
  await stage.click(ALICE, PERSONAL, messageIdOf(stage, licences!), button(licences!, 'Services'));

  const own = await stage.until(() => stage.connector.messages()[before]);
  expect(textOf(cardOf(own))).toContain('Contoso Ltd: 3 services');
  expect(buttonsOf(cardOf(own)).map(({ title }) => title)).toEqual(
    expect.arrayContaining(['Subscriptions', 'Licences', 'Users']),
  );
});

it.each(['show Kestrel Aviation Services', 'status of Lakeshore Data Services', 'Harbour Cleaning Services'])(
  '"%s" names a company that is called so',
  async (text) => {
    expect(await ask(text)).not.toMatch(/\d services?\b|no services/);
  },
);
