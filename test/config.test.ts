import { inspect } from 'node:util';
import { hostAllowed, printFailures, readConfig, type Machine } from '../src/config';
import { nearest } from '../src/config/nearest';
import { Secret } from '../src/runtime/secret';
import { everyFile, good, production, TENANT } from './config/settings';

const noFile: Machine = { fileExists: () => false };
function failing(env: Record<string, string | undefined>, machine = everyFile): readonly string[] {
  const read = readConfig(env, machine);
  return read.ok ? [] : read.failures.map((failure) => failure.setting);
}

describe('without any setting', () => {
  it('is local, on this machine only, with everything at its default', () => {
    const config = good({});
    expect(config).toMatchObject({
      mode: 'local',
      port: 3978,
      host: '127.0.0.1',
      circles: { mappers: { team: true }, readers: { everyone: true }, approvedTeams: 'all' },
      store: { kind: 'embedded', dir: '.data' },
      partnerId: 'local',
      syncIntervalMs: 300_000,
      reconcileIntervalMs: 2_000,
      logLevel: 'info',
    });
    expect(config.bot).toBeUndefined();
    expect(config.partnerCenter).toBeUndefined();
    expect(config.directory).toBeUndefined();
  });

  it('reads an empty or blank value as not set', () => {
    expect(good({ PORT: '', HOST: '  ', STORE: '', BOT_ID: '' })).toEqual(good({}));
  });
});

describe('in production', () => {
  it('takes its defaults from the public cloud and its own tenant', () => {
    const config = good(production);
    expect(config).toMatchObject({ mode: 'production', host: '0.0.0.0', partnerId: TENANT, allowedTenants: [TENANT] });
    expect(config.bot).toMatchObject({
      openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
      tokenIssuer: 'https://api.botframework.com',
      loginUrl: `https://login.microsoftonline.com/${TENANT}`,
      oauthScope: 'https://api.botframework.com',
    });
    expect(config.partnerCenter).toMatchObject({
      baseUrl: 'https://api.partnercenter.microsoft.com',
      authority: 'https://login.microsoftonline.com',
      graphBaseUrl: 'https://graph.microsoft.com',
    });
    expect(config.directory).toEqual({ kind: 'file', path: 'customers.csv', createsCustomers: true });
  });

  it('keeps the other defaults when one address of another cloud is set', () => {
    const bot = good({ ...production, BOT_LOGIN_URL: 'https://login.microsoftonline.us/t' }).bot;
    expect(bot).toMatchObject({
      loginUrl: 'https://login.microsoftonline.us/t',
      tokenIssuer: 'https://api.botframework.com',
    });
  });

  it('has no address for Dataverse before that has a secret of its own', () => {
    const one = good({ ...production, PARTNER_CENTER_WEBHOOK_SECRET: 'one' }).webhooks;
    expect(one.dataverseSecret).toBeUndefined();
    const own = good({ ...production, PARTNER_CENTER_WEBHOOK_SECRET: 'one', DATAVERSE_WEBHOOK_SECRET: 'two' }).webhooks;
    expect(own.dataverseSecret?.reveal()).toBe('two');
  });

  it('starts without a directory and says what that means', () => {
    const read = readConfig({ ...production, DIRECTORY_FILE: undefined }, everyFile);
    expect(read.ok).toBe(true);
    expect(read.warnings.join()).toContain('set DATAVERSE_URL or DIRECTORY_FILE');
  });

  it('chooses Work 365 as soon as its address is there', () => {
    const config = good({
      ...production,
      DATAVERSE_URL: 'https://contoso.crm.dynamics.com/',
      DATAVERSE_TENANT_ID: TENANT,
      DATAVERSE_CLIENT_ID: TENANT,
      DATAVERSE_CLIENT_SECRET: 'x',
    });
    expect(config.directory).toMatchObject({ kind: 'work365', url: 'https://contoso.crm.dynamics.com' });
  });
});

describe('refuses to start', () => {
  const cases: readonly [string, Record<string, string | undefined>, readonly string[]][] = [
    ['production without a bot id', { HANDSHAKE_MODE: 'production', ...production, BOT_ID: undefined }, ['BOT_ID']],
    ['a forgotten bot id beside its password', { BOT_PASSWORD: 'x' }, ['BOT_ID']],
    ['a misspelt bot type', { ...production, BOT_TYPE: 'SingelTenant' }, ['BOT_TYPE']],
    [
      'a single tenant bot without tenant',
      { ...production, BOT_TENANT_ID: undefined },
      ['BOT_TENANT_ID', 'ALLOWED_TENANTS'],
    ],
    ['a single tenant bot without password', { ...production, BOT_PASSWORD: undefined }, ['BOT_PASSWORD']],
    ['a managed identity with a password', { ...production, BOT_TYPE: 'UserAssignedMSI' }, ['BOT_PASSWORD']],
    [
      'a multi tenant bot open to every tenant',
      { ...production, BOT_TYPE: 'MultiTenant', BOT_TENANT_ID: undefined },
      ['ALLOWED_TENANTS'],
    ],
    [
      'local mode beside a registration',
      { ...production, HANDSHAKE_MODE: 'local' },
      ['HANDSHAKE_MODE', 'HANDSHAKE_REAL_SOURCES'],
    ],
    [
      'local mode with the real Partner Center',
      { ...production, HANDSHAKE_MODE: 'local', BOT_ID: undefined },
      ['HANDSHAKE_REAL_SOURCES'],
    ],
    ['local mode on every interface', { HOST: '0.0.0.0' }, ['HOST']],
    ['an unknown mode', { HANDSHAKE_MODE: 'prod' }, ['HANDSHAKE_MODE']],
    ['an unknown store', { STORE: 'cosmosdb' }, ['STORE']],
    ['Cosmos without its address', { STORE: 'cosmos' }, ['COSMOS_ENDPOINT']],
    ['an unknown directory', { DIRECTORY: 'crm' }, ['DIRECTORY']],
    ['a file directory without its file', { DIRECTORY: 'file' }, ['DIRECTORY_FILE']],
    [
      'half a Work 365',
      { DATAVERSE_URL: 'https://x.crm.dynamics.com' },
      ['DATAVERSE_TENANT_ID', 'DATAVERSE_CLIENT_ID', 'DATAVERSE_CLIENT_SECRET'],
    ],
    [
      'half a Partner Center',
      { PARTNER_CENTER_TENANT_ID: TENANT },
      ['PARTNER_CENTER_CLIENT_ID', 'PARTNER_CENTER_CLIENT_SECRET'],
    ],
    [
      'secret and certificate at once',
      { ...production, PARTNER_CENTER_CERTIFICATE_PATH: 'a.pem' },
      ['PARTNER_CENTER_CERTIFICATE_PATH'],
    ],
    ['a port that is a word', { PORT: 'http' }, ['PORT']],
    ['a port past the last', { PORT: '65536' }, ['PORT']],
    ['an interval of nothing', { SYNC_INTERVAL_S: '0' }, ['SYNC_INTERVAL_S']],
    ['an unknown log level', { LOG_LEVEL: 'verbose' }, ['LOG_LEVEL']],
    [
      'plain http to another machine',
      { ...production, PARTNER_CENTER_BASE_URL: 'http://example.com' },
      ['PARTNER_CENTER_BASE_URL'],
    ],
    [
      'an authority with its tenant',
      { ...production, PARTNER_CENTER_AUTHORITY: `https://login.microsoftonline.com/${TENANT}` },
      ['PARTNER_CENTER_AUTHORITY'],
    ],
    [
      'a login address without its tenant',
      { ...production, BOT_LOGIN_URL: 'https://login.microsoftonline.com' },
      ['BOT_LOGIN_URL'],
    ],
    ['a Graph address with its version', { GRAPH_BASE_URL: 'https://graph.microsoft.com/v1.0' }, ['GRAPH_BASE_URL']],
    [
      'a reply host written as an address',
      { ALLOWED_SERVICE_URLS: 'https://smba.trafficmanager.net/' },
      ['ALLOWED_SERVICE_URLS'],
    ],
    ['a mapper who is no id', { MAPPERS: 'ann@contoso.com' }, ['MAPPERS']],
    ['a webhook secret with a slash', { PARTNER_CENTER_WEBHOOK_SECRET: 'a/b' }, ['PARTNER_CENTER_WEBHOOK_SECRET']],
    [
      'a placeholder that nobody filled in',
      { ...production, BOT_TENANT_ID: '${{TENANT}}' },
      ['BOT_TENANT_ID', 'ALLOWED_TENANTS'],
    ],
  ];

  it.each(cases)('%s', (_why, env, settings) => {
    const named = failing(env);
    expect(named.length).toBeGreaterThan(0);
    expect(settings).toEqual(expect.arrayContaining([...named]));
    expect(named).toContain(settings[0]);
  });

  it('files that are not there', () => {
    const env = { DIRECTORY_FILE: 'a.csv', PARTNER_CENTER_WEBHOOK_CA_FILE: 'b.pem' };
    expect([...failing(env, noFile)].sort()).toEqual(['DIRECTORY_FILE', 'PARTNER_CENTER_WEBHOOK_CA_FILE']);
  });

  it('names every failure at once, each with a remedy, and the word that was meant', () => {
    const read = readConfig({ PORT: 'x', STORE: 'cosmso', HANDSHAKE_MODE: 'produktion' }, everyFile);
    if (read.ok) throw new Error('started');
    expect(read.failures).toEqual(
      expect.arrayContaining([
        { setting: 'PORT', problem: 'is "x"', remedy: 'write a whole number from 0 to 65535' },
        expect.objectContaining({ setting: 'STORE', remedy: expect.stringContaining('did you mean cosmos?') }),
        expect.objectContaining({
          setting: 'HANDSHAKE_MODE',
          remedy: expect.stringContaining('did you mean production?'),
        }),
      ]),
    );
    expect(printFailures(read.failures).split('\n')).toHaveLength(read.failures.length + 2);
  });
});

describe('misspelt names', () => {
  it.each([
    ['COSMOS_ENDPONT', 'did you mean COSMOS_ENDPOINT?'],
    ['HANDSHAKE_MOD', 'did you mean HANDSHAKE_MODE?'],
    ['BOT_APP_PASSWORD', 'did you mean BOT_PASSWORD?'],
    ['WORK365_ZZZZZZZZZZZZZ', 'is no setting of Handshake'],
  ])('%s is pointed out', (name, sentence) => {
    expect(readConfig({ [name]: 'x' }, everyFile).warnings.join()).toContain(sentence);
  });

  it('leaves other programs and the toolkit alone', () => {
    const env = { PATH: '/bin', BOT_DOMAIN: 'x', BOT_ENDPOINT: 'https://x', npm_config_x: 'y' };
    expect(readConfig(env, everyFile).warnings).toEqual([]);
  });

  it('guesses only what is near', () => {
    expect(nearest('embeded', ['embedded', 'cosmos'])).toBe('embedded');
    expect(nearest('postgres', ['embedded', 'cosmos'])).toBeUndefined();
    expect(nearest('fiel', ['file', 'work365'])).toBe('file');
  });
});

describe('secrets', () => {
  it('are in no printed form of the settings', () => {
    const config = good({ ...production, METRICS_TOKEN: 'metrics-secret', COSMOS_KEY: 'cosmos-secret' });
    const secret = new Secret('very-hidden');
    const prints = [
      JSON.stringify(config),
      inspect(config, { depth: 9 }),
      String(secret),
      inspect(secret),
      [secret].join(),
    ];
    for (const print of prints) expect(print).not.toMatch(/bot-password|partner-secret|metrics-secret|very-hidden/);
    expect(config.bot?.credential).toMatchObject({ type: 'SingleTenant' });
    expect(secret.reveal()).toBe('very-hidden');
  });

  it('are in no failure either', () => {
    const read = readConfig(
      { PARTNER_CENTER_WEBHOOK_SECRET: 'hush/hush', DATAVERSE_URL: 'https://me:hush@x.com' },
      everyFile,
    );
    if (read.ok) throw new Error('started');
    expect(printFailures(read.failures)).not.toContain('hush');
  });
});

describe('hosts', () => {
  const config = good({ ALLOWED_SERVICE_URLS: 'smba.trafficmanager.net, 127.0.0.1:9000,[::1]:1' });

  it.each([
    ['https://smba.trafficmanager.net/emea/', true],
    ['https://smba.trafficmanager.net:8443/', true],
    ['https://smba.trafficmanager.net.evil.example/', false],
    ['http://127.0.0.1:9000/x', true],
    ['http://127.0.0.1:9001/x', false],
    ['http://[::1]:1/', true],
    ['https://smba.trafficmanager.net@evil.example/', false],
  ])('%s: %s', (address, allowed) => {
    expect(hostAllowed(new URL(address), config.allowedServiceHosts)).toBe(allowed);
  });
});
