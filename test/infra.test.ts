import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MADE_BY_INFRA, parametersFor } from '../scripts/infra-parameters';
import { variableNames } from '../src/config/variables';

/** Read as text: the compiler of Bicep is in no package of npm. */

const FOLDER = join(__dirname, '..', 'infra');
const FILES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bicep'));
const source = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

/** The resource that begins with this name, to the line that closes it. */
function resource(name: string, file = 'azure.bicep'): string {
  const found = new RegExp(`^( *)resource ${name} '[\\s\\S]*?^\\1\\}`, 'm').exec(source(file));
  if (found === null) throw new Error(`there is no resource ${name} in ${file}`);
  return found[0];
}

describe('what is deployed', () => {
  it.each([
    ['cosmos', /minimalTlsVersion: 'Tls12'/],
    ['app', /minTlsVersion: '1\.2'/],
    ['app', /scmMinTlsVersion: '1\.2'/],
    ['app', /httpsOnly: true/],
  ])('takes TLS 1.2 or later: %s', (name, line) => {
    expect(resource(name)).toMatch(line);
  });

  it.each([
    ['cosmos', /disableLocalAuth: true/, 'azure.bicep'],
    ['insights', /DisableLocalAuth: true/, 'azure.bicep'],
    ['logs', /disableLocalAuth: true/, 'azure.bicep'],
    ['bot', /disableLocalAuth: true/, 'botRegistration/azurebot.bicep'],
    ['vault', /enableRbacAuthorization: true/, 'azure.bicep'],
    ['noBasicPublishing', /name: 'scm'\s+properties: \{ allow: false \}/, 'azure.bicep'],
  ])('has no key of its own: %s', (name, line, file) => {
    expect(resource(name, file)).toMatch(line);
  });

  it('has no FTP', () => {
    expect(resource('app')).toMatch(/ftpsState: 'Disabled'/);
    expect(resource('noFtp')).toMatch(/name: 'ftp'\s+properties: \{ allow: false \}/);
  });

  it('lets Cosmos DB be reached from a subnet or from named addresses alone', () => {
    expect(resource('cosmos')).toMatch(/virtualNetworkRules: inSubnet \? \[\{ id: appSubnetId \}\] : \[\]/);
    expect(resource('cosmos')).toMatch(/ipRules: inSubnet \? \[\] : allowedIps/);
  });

  it.each(['cosmosDiagnostics', 'vaultDiagnostics', 'appDiagnostics'])(
    'tells the workspace who did what: %s',
    (name) => {
      expect(resource(name)).toMatch(/workspaceId: logs\.id/);
    },
  );

  it('holds each secret in the vault: the app has a reference or nothing', () => {
    const secrets = [...source('azure.bicep').matchAll(/@secure\(\)\s+param (\w+)/g)].map((found) => found[1]);

    expect(secrets).toEqual(['secrets']);
    expect(resource('vault')).toContain('properties: { value: secrets[name] }');
    expect(resource('app')).not.toMatch(/secrets\[/);
    expect(source('azure.bicep')).toMatch(/var secretSettings = .*@Microsoft\.KeyVault\(VaultName=/);
  });

  it('lets the bot keep the newest refresh token in the vault, and read the rest', () => {
    expect(resource('mayKeepToken')).toContain('keyVaultSecretsOfficer');
    expect(resource('mayReadSecrets')).toContain('keyVaultSecretsUser');
    expect(resource('app')).toContain("{ name: 'KEY_VAULT_URL', value: vault.properties.vaultUri }");
  });

  it('tells somebody when the bot is not alive or not well, in the words of the log', () => {
    expect(resource('notAlive')).toContain("metricName: 'HealthCheckStatus'");
    const query = /message has_any \(([^)]*)\)/.exec(resource('notWell'))?.[1] ?? '';
    const lines = query.split(',').map((text) => text.trim().slice(1, -1));
    const sources = ['jobs/runner.ts', 'records/note-source.ts', 'signin/sign-in.ts', 'reconcile/tell-stuck.ts'];
    const code = sources.map((name) => readFileSync(join(FOLDER, '..', 'src', name), 'utf8')).join('\n');
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(code).toContain(line);
  });

  it('gives back whatever tells which bot it is, so that a check looks at what was deployed', () => {
    const given = [...source('azure.bicep').matchAll(/^output (\w+) string = (.+)$/gm)].map(([, name, value]) => [
      name,
      value,
    ]);
    const ofApp = [...resource('app').matchAll(/\{ name: '(\w+)', value: (.+) \}$/gm)].map(([, name, value]) => [
      name,
      value,
    ]);
    const chosen = [
      'BOT_ID',
      'BOT_TENANT_ID',
      'BOT_TYPE',
      'STORE',
      'COSMOS_ENDPOINT',
      'COSMOS_DATABASE',
      'KEY_VAULT_URL',
    ];
    for (const name of chosen) {
      expect(given).toContainEqual(ofApp.find(([setting]) => setting === name));
      // What is given back is no setting of the next deployment.
      expect(MADE_BY_INFRA).toContain(name);
    }
    expect(given.flat().join(' ')).not.toMatch(/secret|key\b|ConnectionString/i);
  });

  it('runs on Node 24 and is asked for its health', () => {
    expect(resource('app')).toMatch(/linuxFxVersion: 'NODE\|24-lts'/);
    expect(resource('app')).toMatch(/healthCheckPath: '\/healthz'/);
  });
});

describe('the parameters of an environment', () => {
  const all = Object.fromEntries(variableNames.map((name) => [name, `value of ${name}`]));
  const { parameters } = parametersFor(all);

  it('carry every setting that the deployment does not make itself', () => {
    const carried = [...Object.keys(parameters.settings.value), ...parameters.secretNames.value];

    expect([...carried, ...MADE_BY_INFRA].sort()).toEqual([...variableNames].sort());
    for (const name of ['MAPPERS', 'WORK365_SCHEMA', 'ALLOWED_TENANTS'])
      expect(parameters.settings.value).toHaveProperty(name);
    for (const name of ['PARTNER_CENTER_REFRESH_TOKEN', 'METRICS_TOKEN'])
      expect(parameters.secretNames.value).toContain(name);
  });

  it('hold no secret, only the names under which the toolkit has them', () => {
    const { secretNames, secrets } = parameters;

    expect(Object.keys(secrets.value)).toEqual(secretNames.value);
    for (const name of secretNames.value) {
      expect(secrets.value[name]).toBe(`\${{SECRET_${name}}}`);
      expect(JSON.stringify(parameters)).not.toContain(`value of ${name}"`);
    }
  });

  it('leave out what is not used: there need be no Dataverse', () => {
    const little = parametersFor({ PARTNER_CENTER_TENANT_ID: 't', APP_NAME_SUFFIX: '-dev' }).parameters;

    expect(little.settings.value).toEqual({ PARTNER_CENTER_TENANT_ID: 't' });
    expect(little.secretNames.value).toEqual([]);
    expect(little.botDisplayName.value).toBe('Handshake-dev');
    expect(little).not.toHaveProperty('alertEmail');
  });

  it('choose plan and heap by how many accounts there are', () => {
    const chosen = (env: Readonly<Record<string, string>>): readonly unknown[] => {
      const { webAppSku, heapMb } = parametersFor(env).parameters;
      return [webAppSku.value, heapMb.value];
    };

    expect(chosen({})).toEqual(['B1', 0]);
    expect(chosen({ ACCOUNTS: '20000' })).toEqual(['P0v3', 1_024]);
    expect(chosen({ ACCOUNTS: '200000', WEB_APP_SKU: 'P2v3' })).toEqual(['P2v3', 2_048]);
    expect(resource('app')).toContain("'--max-old-space-size=${heapMb}'");
  });

  it('are those that the template declares', () => {
    const declared = [...source('azure.bicep').matchAll(/^param (\w+)/gm)].map((found) => found[1]);

    for (const name of Object.keys(parameters)) expect(declared).toContain(name);
    const needed = [...source('azure.bicep').matchAll(/^param (\w+) \w+$/gm)].map((found) => found[1]);
    for (const name of needed) expect(Object.keys(parameters)).toContain(name);
  });

  it('are written by the step before the deployment, in the file that the deployment reads', () => {
    const steps = readFileSync(join(FOLDER, '..', 'm365agents.yml'), 'utf8');

    expect(steps).toContain('run infra-parameters -- --env ${{TEAMSFX_ENV}}');
    expect(steps.indexOf('infra-parameters')).toBeLessThan(steps.indexOf('arm/deploy'));
    expect(steps).toContain('parameters: ./out/azure.parameters.${{TEAMSFX_ENV}}.json');
  });
});

it.each(FILES)('%s closes what it opens, and uses what it declares', (name) => {
  const code = source(name)
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/^@description.*$/gm, '');
  for (const [open, close] of [
    ['{', '}'],
    ['[', ']'],
    ['(', ')'],
  ] as const) {
    expect(code.split(open).length).toBe(code.split(close).length);
  }
  for (const [, , declared] of code.matchAll(/^(param|var) (\w+)/gm)) {
    expect([declared, code.split(new RegExp(`\\b${declared ?? ''}\\b`)).length > 2]).toEqual([declared, true]);
  }
});
