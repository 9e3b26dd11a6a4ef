import { readConfig } from '../../src/config';
import type { Machine, SettingFailure } from '../../src/config';

/** Several Partner Center tenants: a file, with secrets by reference to environment variables. */

const UK = '11111111-1111-4111-8111-111111111111';
const DE = '22222222-2222-4222-8222-222222222222';
const everyFile: Machine = { fileExists: () => true };

const uk = { id: 'uk', name: 'Contoso UK', tenantId: UK, clientId: 'app', clientSecret: { env: 'UK_SECRET' } };
const de = { id: 'de', name: 'Contoso DE', tenantId: DE, clientId: 'app', clientSecret: { env: 'DE_SECRET' } };
const SECRETS = { UK_SECRET: 'the secret of the UK', DE_SECRET: 'the secret of Germany' };
const local = { HANDSHAKE_MODE: 'local', HANDSHAKE_REAL_SOURCES: 'on', PARTNER_ID: 'contoso', ...SECRETS };

const inFile = (...providers: readonly object[]) => ({ ...local, PROVIDERS_FILE: JSON.stringify({ providers }) });

function failures(env: Record<string, string | undefined>): readonly SettingFailure[] {
  const read = readConfig(env, everyFile);
  return read.ok ? [] : read.failures;
}

it('each is a provider, with its secret from the variable that it names', () => {
  const read = readConfig(
    inFile(uk, { ...de, work365Provider: 'CSP Germany', conversations: ['19:de'], baseUrl: 'https://pc.example/v1' }),
    everyFile,
  );
  if (!read.ok) throw new Error(JSON.stringify(read.failures));
  expect(read.config.partnerCenters).toMatchObject([
    { tenantId: UK, name: 'Contoso UK', baseUrl: 'https://api.partnercenter.microsoft.com' },
    {
      tenantId: DE,
      name: 'Contoso DE',
      work365Provider: 'CSP Germany',
      conversations: ['19:de'],
      baseUrl: 'https://pc.example',
    },
  ]);
  const secrets = read.config.partnerCenters.map(({ credential }) =>
    credential.kind === 'secret' ? credential.secret.reveal() : undefined,
  );
  expect(secrets).toEqual(['the secret of the UK', 'the secret of Germany']);
  expect(read.config.partnerCenter?.tenantId).toBe(UK);
  expect(read.config.partnerId).toBe('contoso');
});

it('the settings of one are the short form, and one more beside the file', () => {
  const one = { PARTNER_CENTER_TENANT_ID: DE, PARTNER_CENTER_CLIENT_ID: 'app', PARTNER_CENTER_CLIENT_SECRET: 'x' };
  const named = { PARTNER_CENTER_NAME: 'Contoso DE', WORK365_PROVIDER: 'CSP' };
  const alone = readConfig({ ...local, ...one, ...named }, everyFile);
  expect(alone.ok && alone.config.partnerCenters).toMatchObject([{ name: 'Contoso DE', work365Provider: 'CSP' }]);
  const both = readConfig({ ...inFile(uk), ...one }, everyFile);
  expect(both.ok && both.config.partnerCenters.map(({ tenantId }) => tenantId)).toEqual([DE, UK]);
});

it('a file is read like the JSON itself', () => {
  const text = JSON.stringify([uk]);
  const read = readConfig(
    { ...local, PROVIDERS_FILE: 'providers.json' },
    { fileExists: () => true, readText: () => text },
  );
  expect(read.ok && read.config.partnerCenters).toHaveLength(1);
});

it.each<[string, object, RegExp, RegExp]>([
  [
    'whose secret is not set',
    { ...uk, clientSecret: { env: 'NOWHERE' } },
    /"uk".*NOWHERE, which is not set/,
    /set NOWHERE/,
  ],
  ['with its secret in the file', { ...uk, clientSecret: 'open' }, /"uk".*clientSecret/, /docs\/install.md/],
  ['without a credential', { ...uk, clientSecret: undefined }, /"uk".*one credential/, /"env": "NAME"/],
  ['with two credentials', { ...uk, certificatePath: 'app.pem' }, /"uk".*one credential/, /not both/],
  ['with a domain for its tenant', { ...uk, tenantId: 'contoso.com' }, /"uk".*tenantId/, /put it right/],
  ['with a word that nobody knows', { ...uk, clientsecret: 'x' }, /"uk".*clientsecret/, /put it right/],
  ['without an id', { ...uk, id: undefined }, /"number 1".*id/, /put it right/],
])('a provider %s is named with its remedy, and the other one is not', (_what, entry, problem, remedy) => {
  const found = failures(inFile(entry, de));
  expect(found.length).toBeGreaterThan(0);
  for (const failure of found) {
    expect(failure).toMatchObject({ setting: 'PROVIDERS_FILE', problem: expect.stringMatching(problem) });
    expect(failure.remedy).toMatch(remedy);
    expect(failure.problem).not.toContain('"de"');
  }
});

it.each<[string, Record<string, string>, string, RegExp]>([
  ['two with one tenant', inFile(uk, { ...de, tenantId: UK }), 'PROVIDERS_FILE', /"de".*as another one has/],
  ['two of one name', inFile(uk, { ...de, name: 'contoso uk' }), 'PROVIDERS_FILE', /"de".*contoso uk/],
  ['none', { ...local, PROVIDERS_FILE: '{"providers": []}' }, 'PROVIDERS_FILE', /no provider/],
  ['what is no JSON', { ...local, PROVIDERS_FILE: '{"providers": [' }, 'PROVIDERS_FILE', /not JSON/],
  ['no word for all of them', { ...inFile(uk), PARTNER_ID: '' }, 'PARTNER_ID', /is not set/],
])('a file with %s is refused', (_what, env, setting, problem) => {
  expect(failures(env)).toContainEqual(expect.objectContaining({ setting, problem: expect.stringMatching(problem) }));
});
