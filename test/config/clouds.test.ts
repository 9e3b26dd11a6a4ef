import { hostAllowed } from '../../src/config';
import { good, production } from './settings';

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

  it('of the military is not open by default (T10)', () => {
    const { allowedServiceHosts } = good(production);
    expect(hostAllowed(new URL('https://smba.infra.dod.teams.microsoft.us/teams'), allowedServiceHosts)).toBe(false);
  });
});
