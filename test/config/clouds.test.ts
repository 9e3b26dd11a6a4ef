import { hostAllowed, printFailures, readConfig, type Config } from '../../src/config';

const TENANT = '11111111-1111-4111-8111-111111111111';
const production = {
  BOT_ID: '22222222-2222-4222-8222-222222222222',
  BOT_TENANT_ID: TENANT,
  BOT_PASSWORD: 'bot-password',
  PARTNER_CENTER_TENANT_ID: TENANT,
  PARTNER_CENTER_CLIENT_ID: '33333333-3333-4333-8333-333333333333',
  PARTNER_CENTER_CLIENT_SECRET: 'partner-secret',
  DIRECTORY_FILE: 'customers.csv',
};

function good(env: Record<string, string | undefined>): Config {
  const read = readConfig(env, { fileExists: () => true });
  if (!read.ok) throw new Error(printFailures(read.failures));
  return read.config;
}

describe('the cloud of Teams', () => {
  it.each([
    ['public', 'https://smba.trafficmanager.net/emea/', 'https://api.botframework.com'],
    ['gcc-high', 'https://smba.infra.gov.teams.microsoft.us/teams', 'https://api.botframework.us'],
    ['dod', 'https://smba.infra.dod.teams.microsoft.us/teams', 'https://api.botframework.us'],
  ])('%s opens its hosts and expects its tokens', (cloud, serviceUrl, issuer) => {
    const config = good({ ...production, TEAMS_CLOUD: cloud });
    expect(hostAllowed(new URL(serviceUrl), config.allowedServiceHosts)).toBe(true);
    expect(config.bot).toMatchObject({ tokenIssuer: issuer, oauthScope: issuer });
  });

  it('of the military is not open by default', () => {
    const { allowedServiceHosts } = good(production);
    expect(hostAllowed(new URL('https://smba.infra.dod.teams.microsoft.us/teams'), allowedServiceHosts)).toBe(false);
  });
});
