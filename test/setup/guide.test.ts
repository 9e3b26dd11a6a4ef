import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parametersFor } from '../../scripts/infra-parameters';
import { runGuide } from '../../src/setup/guide';
import { PARTNER } from '../../src/sandbox/sandbox';
import { checkAll } from '../../src/setup/check';
import type { Lack } from '../../src/sandbox/lacks';
import { lacking, setupStand } from './stand';
import type { SetupStand } from './stand';

let stand: SetupStand;
beforeEach(async () => {
  stand = await setupStand();
});
afterEach(() => stand.close());

it('leads from nothing to settings that work, with the secrets apart and none of them shown', async () => {
  const findings = await stand.walk();

  expect(findings.map(({ about, state }) => `${state} ${about}`)).toEqual([
    expect.stringMatching(/^unknown Settings/),
    'good Azure Bot, registration',
    'good Azure Bot, messaging endpoint',
    'good Store, on this disk',
    'good App registration',
    'good Partner Center, list of customers',
    'good Partner Center, sign-in of a person',
    'good Partner Center, calls in that person’s name',
    'good Partner Center, licences and users of a customer',
    'good Microsoft Graph, delegated admin relationships',
    'good Microsoft Graph, members and owners of groups',
    'good Partner Center, webhook',
    'good Dataverse, application user',
    'good Dataverse, reading',
    'good Dataverse, writing mappings',
    'good Dataverse, creating customers',
    'good Dataverse, writing in the name of whoever decided',
    'off Application Insights',
  ]);
  expect(stand.terminal()).toContain('Megan Bowen is signed in.');
  expect(stand.terminal()).toContain('Registered; a test event arrived.');
  expect(stand.terminal()).toContain('Nothing is lacking.');
  expect(stand.secrets()).toMatch(/^SECRET_PARTNER_CENTER_REFRESH_TOKEN=sandbox-refresh-token\.\d+$/m);
  expect(stand.secrets()).toMatch(/^SECRET_TOKEN_KEY=[0-9a-f]{48}$/m);
  expect(stand.settings()).toContain(`PARTNER_CENTER_CLIENT_ID=${PARTNER.clientId}`);
  for (const [, secret] of stand.secrets().matchAll(/^\w+=(.+)$/gm)) {
    expect(stand.terminal()).not.toContain(secret);
    expect(stand.settings()).not.toContain(secret);
  }
});

it('can be run again, and changes nothing that is not wanted', async () => {
  await stand.walk();
  const [settings, secrets] = [stand.settings(), stand.secrets()];
  stand.shown.length = 0;
  await stand.walk();

  expect([stand.settings(), stand.secrets()]).toEqual([settings, secrets]);
  expect(stand.terminal()).toContain('It is registered for this bot.');
});

const LACKS: readonly (readonly [Lack, string, RegExp])[] = [
  ['partner-app', 'partner-app', /no account and no acceptance is known/],
  ['partner-agent', 'partner-agent', /Assists your customers as: Admin agent/],
  ['partner-mfa', 'partner-mfa', /require MFA of that person/],
  ['customer-role', 'customer-role', /licences, services and users of those customers/],
  ['graph-gdap', 'graph-gdap', /admin access is shown as unknown/],
  ['graph-groups', 'graph-groups', /GroupMember\.Read\.All/],
  ['dataverse-user', 'dataverse-user', /nothing can be mapped/],
  ['prvRead', 'dataverse-read', /prvReadwork365_provideraccount/],
  ['prvWrite', 'dataverse-write', /prvWritework365_provideraccount missing/],
  ['prvAppend', 'dataverse-write', /prvAppendwork365_provideraccount missing/],
  ['prvAppendTo', 'dataverse-write', /prvAppendToaccount missing/],
  ['prvCreate', 'dataverse-create', /prvCreateaccount missing/],
  ['prvActOnBehalfOfAnotherUser', 'dataverse-act', /not written in the name of whoever decided/],
];

it.each(LACKS)(
  'without %s it says so, what that costs and what to click, and is well after that',
  async (lack, id, words) => {
    stand.sandbox.control('lack', { permission: lack });
    const findings = await stand.walk();

    expect(lacking(findings).map(({ permission }) => permission)).toEqual([id]);
    expect(stand.terminal()).toMatch(words);
    expect(stand.terminal()).toContain('what to do: ');

    stand.sandbox.control('heal');
    if (lack === 'partner-consent') {
      stand.answers.set('How shall an Admin agent sign in', ['browser', 'on']);
      await stand.walk();
    }
    expect(lacking(await checkAll(stand.notebook.env, stand.deps))).toEqual([]);
  },
);

it('without admin consent nobody can sign in: it says what that costs and what to click, and signs in after that', async () => {
  stand.sandbox.control('lack', { permission: 'partner-consent' });
  await stand.walk();
  expect(stand.terminal()).toContain('Entra refused it: invalid_grant AADSTS65001.');
  expect(stand.terminal()).toMatch(/What to do: .*user_impersonation, then "Grant admin consent"/);
  expect(stand.terminal()).toMatch(/without it agreement, licences, services, users and the invitation link/);

  stand.sandbox.control('heal');
  stand.answers.set('How shall an Admin agent sign in', ['browser', 'on']);
  expect(lacking(await stand.walk())).toEqual([]);
  expect(stand.terminal()).toContain('Megan Bowen is signed in.');
});

it('waits at the question until what lacks was put right', async () => {
  stand.sandbox.control('lack', { permission: 'graph-gdap' });
  const look = stand.answers.get('Something is lacking')!;
  look[0] = 'look';
  const said = stand.ask.say;
  const ask = {
    ...stand.ask,
    say: (text: string) => {
      said(text);
      if (text.includes('DelegatedAdminRelationship')) stand.sandbox.control('heal');
    },
  };
  await runGuide(ask, stand.notebook, stand.deps);

  expect(stand.terminal()).toContain('Nothing is lacking.');
});

describe('wrong turns', () => {
  it.each([
    ['O4: a domain for the tenant', 'Tenant ID of its app', ['contoso.com', PARTNER.tenantId], 'a domain'],
    ['the id of a secret', 'Client secret (the Value', [PARTNER.tenantId, PARTNER.clientSecret], 'Secret ID'],
    [
      'O1: a reference',
      'Client secret of that app',
      ['@Microsoft.KeyVault(SecretUri=x)', PARTNER.clientSecret],
      'Key Vault',
    ],
    ['an example', 'Microsoft App ID', ['<your id>', PARTNER.clientId], 'example'],
    ['nothing', 'Tenant ID of the partner tenant', ['', PARTNER.tenantId], 'You find it at'],
  ])('%s is refused at once, with the remedy', async (_what, question, given, words) => {
    stand.answers.set(question, [...given]);
    const findings = await stand.walk();

    expect(stand.terminal()).toContain(words);
    expect(lacking(findings)).toEqual([]);
  });

  it('O2, O3: capitals, braces and quotes do no harm', async () => {
    stand.answers.set('Microsoft App ID', [`"{${PARTNER.clientId.toUpperCase()}}"`]);

    expect(lacking(await stand.walk())).toEqual([]);
    expect(stand.settings()).toMatch(new RegExp(`^BOT_ID=${PARTNER.clientId}$`, 'm'));
  });

  it('a wrong client secret is named, and can be typed again', async () => {
    stand.answers.set('Client secret (the Value', ['wrong~value', PARTNER.clientSecret]);
    stand.answers.set('Something is lacking', ['answer', 'on']);

    expect(lacking(await stand.walk())).toEqual([]);
    expect(stand.terminal()).toContain('Check PARTNER_CENTER_CLIENT_ID and PARTNER_CENTER_CLIENT_SECRET.');
  });

  it('whoever declines the consent is told, and can sign in later', async () => {
    stand.page = 'cancel';
    stand.answers.set('How shall an Admin agent sign in', ['browser', 'on']);
    await stand.walk();
    expect(stand.terminal()).toContain('the sign-in was not completed: access_denied AADSTS65004.');
    expect(stand.secrets()).not.toContain('REFRESH_TOKEN');
  });

  it('a host that does not run the bot yet is named, and the test event that did not arrive too', async () => {
    stand.hostStatus = 503;
    const findings = await stand.walk();

    expect(lacking(findings).map(({ about }) => about)).toEqual(['Azure Bot, messaging endpoint']);
    expect(stand.terminal()).toContain('It did not work: the test event was answered with 503');
  });

  it('the webhook of another tool is never taken over by itself', async () => {
    await stand.registerWebhook('https://cipp.example/api/hook/secret');
    const findings = await stand.walk();

    expect(stand.terminal()).toContain('It is registered for cipp.example, perhaps by another tool');
    expect(lacking(findings).map(({ permission }) => permission)).toEqual(['webhook']);
    expect(stand.terminal()).not.toContain('/api/hook/secret');
  });

  it('a registration whose address cannot be read ends nothing', async () => {
    await stand.registerWebhook('not an address');
    await stand.walk();

    expect(stand.terminal()).toContain('It is registered for an address that cannot be read, perhaps by another tool');
    expect(stand.terminal()).toContain('== All together ==');
  });

  it('a list of customers is taken in the place of Work 365, and the other way round', async () => {
    const file = join(stand.dir, 'customers.csv');
    writeFileSync(file, 'id,name\n1,Contoso Ltd\n');
    await stand.walk();
    stand.answers.set('Where are your customers', ['file']);
    stand.answers.set('Path of the file', [join(stand.dir, 'nothing.csv'), file]);
    expect((await stand.walk()).find(({ about }) => about === 'Customers')).toMatchObject({ state: 'good' });
    expect(stand.terminal()).toContain('which is not there');

    stand.answers.set('Where are your customers', ['work365']);
    expect((await stand.walk()).map(({ about }) => about)).toContain('Dataverse, application user');
  });
});

it('signs in with a code where there is no browser', async () => {
  stand.answers.set('How shall an Admin agent sign in', ['code', 'on']);
  const said = stand.ask.say;
  const ask = {
    ...stand.ask,
    say: (text: string) => {
      said(text);
      const [, address, code] = /Open (\S+) and type (\S+)/.exec(text) ?? [];
      if (address !== undefined) void fetch(`${address}?user_code=${code}`);
    },
  };
  const findings = await runGuide(ask, stand.notebook, stand.deps);

  expect(lacking(findings)).toEqual([]);
  expect(stand.terminal()).toContain('Megan Bowen is signed in.');
});

it('learns other names of Work 365 from the metadata, and writes them down', async () => {
  await stand.close();
  const prefix = 'contoso_provideraccount';
  const names = {
    table: prefix,
    set: `${prefix}s`,
    key: `${prefix}id`,
    name: `${prefix}_name`,
    account: `${prefix}_account`,
    tenant: `${prefix}_providerspecificaccountid`,
    provider: `${prefix}_provider`,
  };
  stand = await setupStand({ names });
  await stand.walk();

  expect(stand.terminal()).toContain('Work 365 has other names here than the documented ones');
  expect(JSON.parse(stand.notebook.env['WORK365_SCHEMA'] ?? '')).toMatchObject({ providerAccount: { table: prefix } });
  expect(lacking(await checkAll(stand.notebook.env, stand.deps))).toEqual([]);
  // A deployment brings settings and no files.
  expect(parametersFor(stand.notebook.env).parameters.settings.value).toMatchObject({
    WORK365_SCHEMA: stand.notebook.env['WORK365_SCHEMA'],
  });
});
