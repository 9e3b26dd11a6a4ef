import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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
    const secrets = [...source('azure.bicep').matchAll(/@secure\(\)\s+param (\w+)/g)].map((found) => found[1] ?? '');
    const settings = resource('app');

    expect(secrets.length).toBeGreaterThan(3);
    for (const secret of secrets) {
      expect(resource('vault')).toContain(`value: ${secret} }`);
      expect(settings).not.toMatch(new RegExp(`value: ${secret}\\b`));
    }
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
