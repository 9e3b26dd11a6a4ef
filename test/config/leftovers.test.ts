import { generateKeyPairSync } from 'node:crypto';
import { readConfig, type Machine } from '../../src/config';
import { variableNames } from '../../src/config/variables';
import { issueCertificate } from '../providers/partner-center/issue-certificate';
import { everyFile, good, production, TENANT } from './settings';

function failures(env: Readonly<Record<string, string | undefined>>, machine: Machine = everyFile) {
  const read = readConfig(env, machine);
  return read.ok ? [] : read.failures;
}

const SECRETS = [
  'METRICS_TOKEN',
  'BOT_PASSWORD',
  'COSMOS_KEY',
  'PARTNER_CENTER_CLIENT_SECRET',
  'PARTNER_CENTER_REFRESH_TOKEN',
  'PARTNER_CENTER_WEBHOOK_SECRET',
  'DATAVERSE_CLIENT_SECRET',
  'DATAVERSE_WEBHOOK_SECRET',
  'APPLICATIONINSIGHTS_CONNECTION_STRING',
];

describe('O1: what another tool should have replaced', () => {
  it.each(variableNames)('is refused in %s, and the remedy says who resolves it', (name) => {
    const reference = '@Microsoft.KeyVault(VaultName=contoso;SecretName=x)';
    const found = failures({ ...production, [name]: reference }).find(({ setting }) => setting === name);

    expect(found?.problem).toContain('reference to Key Vault that nobody resolved');
    expect(found?.remedy).toContain('Key Vault Secrets User');
    expect(JSON.stringify(found)).not.toContain('contoso');
  });

  it.each([
    ...['${{SECRET_X}}', '{{secret}}', '${SECRET_X}', '$(SECRET_X)', '%SECRET_X%', '$SECRET_X', '<secret>', '[secret]'],
    ...['changeme', 'Change-Me', 'TODO', 'xxxx', '***', 'your-secret-here', 'INSERT KEY', 'null', 'undefined', '...'],
  ])('%s is refused in every secret', (value) => {
    const env = { ...production, ...Object.fromEntries(SECRETS.map((name) => [name, value])) };
    const named = failures(env).map(({ setting }) => setting);

    expect(named).toEqual(expect.arrayContaining(SECRETS));
  });

  it('is found everywhere at once, with the other mistakes', () => {
    const env = { ...production, BOT_PASSWORD: '${{X}}', PARTNER_CENTER_CLIENT_ID: '<client id>', PORT: 'x' };

    expect(failures(env).map(({ setting }) => setting)).toEqual(
      expect.arrayContaining(['BOT_PASSWORD', 'PARTNER_CENTER_CLIENT_ID', 'PORT']),
    );
  });

  it('is not seen in secrets that only look odd', () => {
    for (const value of ['aB~8Q.x_-<9$', 'xx-your-own', 'todo8Q~ab', '100%Sure%ly', 'a$b${c']) {
      expect(good({ ...production, METRICS_TOKEN: value }).metricsToken?.reveal()).toBe(value);
    }
  });
});

describe('O2, O3, O4, O5: ids and what stands around values', () => {
  it.each([
    ['quotes of an env file', `"${TENANT}"`],
    ['single quotes', `'${TENANT}'`],
    ['quotes of a word processor', `“${TENANT}”`],
    ['capitals and braces', `{${TENANT.toUpperCase()}}`],
    ['white space that nobody sees', `\u200B ${TENANT}\u00A0\r\n`],
  ])('%s are taken off', (_what, written) => {
    const config = good({ ...production, BOT_ID: written, BOT_TENANT_ID: written, PARTNER_CENTER_TENANT_ID: written });

    expect(config.bot?.id).toBe(TENANT);
    expect(config.allowedTenants).toEqual([TENANT]);
    expect(config.partnerId).toBe(TENANT);
  });

  it('half a pair of quotes, and a secret of two lines, are refused', () => {
    expect(failures({ ...production, BOT_PASSWORD: '"abc' })[0]?.problem).toContain('quotation mark');
    expect(failures({ ...production, BOT_PASSWORD: 'abc\ndef' })[0]?.problem).toContain('several lines');
  });

  it.each(['BOT_TENANT_ID', 'PARTNER_CENTER_TENANT_ID', 'ALLOWED_TENANTS'])('%s as a domain is refused', (name) => {
    const found = failures({ ...production, [name]: 'contoso.onmicrosoft.com' });

    expect(found).toContainEqual(
      expect.objectContaining({ setting: name, problem: expect.stringContaining('a domain') }),
    );
  });

  it('the id of a client secret instead of its value is refused', () => {
    expect(failures({ ...production, BOT_PASSWORD: TENANT })[0]).toMatchObject({ setting: 'BOT_PASSWORD' });
  });

  it.each([
    ['DATAVERSE_URL', 'contoso.crm.dynamics.com'],
    ['COSMOS_ENDPOINT', 'contoso.documents.azure.com:443'],
  ])('%s without its scheme is named as that', (name, value) => {
    expect(failures({ ...production, [name]: value })[0]).toMatchObject({
      setting: name,
      problem: expect.stringContaining('without https:// in front'),
    });
  });

  it('a whole connection string of Cosmos is no key', () => {
    const found = failures({
      ...production,
      COSMOS_KEY: 'AccountEndpoint=https://x.documents.azure.com;AccountKey=abc==',
    });

    expect(found[0]?.remedy).toContain('AccountKey=');
  });
});

describe('O6: a connection string of Application Insights that cannot work', () => {
  const key = `InstrumentationKey=${TENANT}`;
  it.each([
    ['nonsense', 'x y'],
    ['the key alone', TENANT],
    ['a key that is none', 'InstrumentationKey=k'],
    ['an endpoint without scheme', `${key};IngestionEndpoint=westeurope.in.applicationinsights.azure.com/`],
    ['an endpoint in clear', `${key};IngestionEndpoint=http://example.com/`],
  ])('%s', (_what, value) => {
    expect(failures({ ...production, APPLICATIONINSIGHTS_CONNECTION_STRING: value })).toEqual([
      expect.objectContaining({ setting: 'APPLICATIONINSIGHTS_CONNECTION_STRING' }),
    ]);
  });

  it('what the portal shows is taken, in quotes too', () => {
    const written = `"${key};IngestionEndpoint=https://westeurope-5.in.applicationinsights.azure.com/;LiveEndpoint=https://x/"`;

    expect(good({ APPLICATIONINSIGHTS_CONNECTION_STRING: written }).applicationInsights?.connection.reveal()).toMatch(
      /^InstrumentationKey/,
    );
  });
});

describe('the files that settings name', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = (passphrase?: string): string =>
    privateKey
      .export({
        type: 'pkcs8',
        format: 'pem',
        ...(passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase }),
      })
      .toString();
  const named = {
    ...production,
    PARTNER_CENTER_CLIENT_SECRET: undefined,
    PARTNER_CENTER_CERTIFICATE_PATH: 'app.pem',
  };

  it.each([
    ['no key', 'hello', 'no private key'],
    ['a key alone', pem(), 'no certificate'],
    ['a key with a pass phrase', pem('x'), 'pass phrase'],
  ])('a certificate file with %s is refused', (_what, text, problem) => {
    const machine: Machine = { fileExists: () => true, readText: () => text };

    expect(failures(named, machine)).toEqual([
      expect.objectContaining({
        setting: 'PARTNER_CENTER_CERTIFICATE_PATH',
        problem: expect.stringContaining(problem),
      }),
    ]);
  });

  it('finds the certificate that fits the key among those of its issuers, and says when it ends', () => {
    const name = (commonName: string) => ({ organization: 'Contoso', commonName });
    const days = { from: '2026-01-01T00:00:00', to: '2027-01-01T00:00:00' };
    const root = issueCertificate({ subject: name('root'), ...days, ca: true });
    const own = issueCertificate({ subject: name('app'), issuer: root, ...days });
    const key = own.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const at = (day: string, ...parts: readonly string[]): Machine => ({
      fileExists: () => true,
      readText: () => parts.join('\n'),
      now: () => Date.parse(day),
    });
    for (const parts of [
      [root.pem, own.pem, key],
      [key, root.pem, own.pem],
      [own.pem, key, root.pem],
    ]) {
      expect(readConfig(named, at('2026-06-01', ...parts))).toMatchObject({
        ok: true,
        warnings: expect.not.arrayContaining([expect.stringContaining('CERTIFICATE')]),
      });
    }
    expect(failures(named, at('2026-06-01', root.pem, key))[0]?.problem).toContain(
      'no certificate for its private key',
    );
    expect(failures(named, at('2027-02-01', own.pem, key))[0]?.problem).toContain('ended on 2027-01-01');
    expect(readConfig(named, at('2026-12-20', own.pem, key)).warnings.join()).toContain('ends on 2027-01-01');
  });

  it('a file that cannot be read, or is no JSON, is refused', () => {
    const unreadable: Machine = { fileExists: () => true, readText: () => undefined };
    expect(failures(named, unreadable)[0]?.problem).toContain('cannot be read');
    const work365 = {
      ...production,
      DATAVERSE_URL: 'https://x.crm.dynamics.com',
      DATAVERSE_TENANT_ID: TENANT,
      DATAVERSE_CLIENT_ID: TENANT,
      DATAVERSE_CLIENT_SECRET: 'x',
      WORK365_SCHEMA: 'names.json',
    };
    const broken: Machine = { fileExists: () => true, readText: () => '{' };
    expect(failures(work365, broken)[0]).toMatchObject({ setting: 'WORK365_SCHEMA' });
  });
});
