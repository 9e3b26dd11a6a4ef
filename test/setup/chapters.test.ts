import { startCosmosGateway } from '../doubles/cosmos-gateway';
import { lacking, setupStand } from './stand';
import type { SetupStand } from './stand';

let stand: SetupStand;
beforeEach(async () => {
  stand = await setupStand();
});
afterEach(() => stand.close());

it('asks for Cosmos DB last and signs in before that: no chapter needs the settings of another', async () => {
  const gateway = await startCosmosGateway();
  try {
    stand.answers.set('Where shall records be kept', ['cosmos']);
    stand.answers.set('URI of the account', [gateway.endpoint]);
    stand.answers.set('Read-write key', ['a-read-write-key']);
    const findings = await stand.walk();

    expect(lacking(findings)).toEqual([]);
    expect(stand.terminal()).toMatch(/Megan Bowen is signed in[^]*== Cosmos DB ==/);
    expect(findings.find(({ about }) => about === 'Store, Cosmos DB')?.seen).toContain('made at the first start');
    expect(gateway.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  } finally {
    await gateway.close();
  }
});

describe('where infra/azure.bicep makes bot and store', () => {
  beforeEach(() => {
    stand.answers.set('What shall run the bot', ['azure']);
    // Nobody answers these: whoever asks for them fails.
    for (const question of ['Where shall records be kept', 'Microsoft App ID', 'URI of the account'])
      stand.answers.delete(question);
  });

  it('asks for nothing of them before they are made, signs in all the same, and says what comes next', async () => {
    const findings = await stand.walk();

    expect(stand.terminal()).not.toContain('== Azure Bot ==');
    expect(stand.terminal()).not.toContain('== Cosmos DB ==');
    expect(stand.terminal()).toContain('Megan Bowen is signed in.');
    expect(stand.terminal()).toContain('Next: provision and deploy');
    expect(lacking(findings).map(({ about }) => about)).toEqual([
      'Setting BOT_ID',
      'Setting BOT_TENANT_ID',
      'Setting COSMOS_ENDPOINT',
    ]);
    expect(findings.filter(({ state }) => state === 'good').map(({ about }) => about)).toContain(
      'Dataverse, writing mappings',
    );
    expect(stand.settings()).toContain('BOT_TYPE=UserAssignedMsi');
  });

  it('takes what was made as it is, without a client secret, and registers the webhook', async () => {
    await stand.walk();
    const made = {
      BOT_ID: '22222222-2222-4222-8222-222222222222',
      BOT_TENANT_ID: '33333333-3333-4333-8333-333333333333',
    };
    stand.notebook.write({ ...made, BOT_DOMAIN: stand.hostUrl, COSMOS_ENDPOINT: 'https://127.0.0.1:9' });
    stand.shown.length = 0;
    const findings = await stand.walk();

    expect(stand.terminal()).toContain('== Azure Bot ==');
    expect(stand.terminal()).not.toContain('? Client secret of that app (the Value');
    expect(findings.find(({ about }) => about === 'Azure Bot, registration')).toMatchObject({ state: 'unknown' });
    expect(stand.terminal()).toContain('Registered; a test event arrived.');
  });
});
