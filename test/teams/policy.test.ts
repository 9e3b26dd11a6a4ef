import { createPolicy } from '../../src/teams/door/admission';
import { parseActivity } from '../../src/teams/schema';
import { createServiceUrls } from '../../src/teams/service-url';
import { activity } from './stand';

describe('the hosts that replies may be sent to', () => {
  const teams = createServiceUrls([{ host: 'smba.trafficmanager.net' }, { host: '127.0.0.1' }]);
  it.each([
    ['https://smba.trafficmanager.net/emea/', true],
    ['https://SMBA.trafficmanager.net/amer/11111111-1111-4111-8111-111111111111/', true],
    ['http://127.0.0.1:3978/', true],
    ['http://smba.trafficmanager.net/emea/', false],
    ['https://smba.trafficmanager.net.evil.example/', false],
    ['https://evil.example/', false],
    ['https://someone@smba.trafficmanager.net/', false],
    ['https://smba.trafficmanager.net/?to=evil.example', false],
    ['ftp://smba.trafficmanager.net/', false],
    ['teams', false],
  ])('%s: %s', (address, allowed) => {
    expect(teams.allows(address)).toBe(allowed);
  });
});

describe('who may talk to the bot', () => {
  const OURS = 'abcdefab-1111-4111-8111-abcdefabcdef';
  const policy = createPolicy({
    auth: { mode: 'off' },
    serviceUrls: createServiceUrls([{ host: 'smba.trafficmanager.net' }]),
    allowedTenants: [OURS],
  });
  const from = (tenant: string, more: object = {}) =>
    parseActivity({
      ...activity({ channelData: { tenant: { id: tenant } }, ...more }),
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
    })!;

  it.each([
    ['our tenant', from(OURS), true],
    ['our tenant in capitals', from(OURS.toUpperCase()), true],
    ['another tenant', from('ffffffff-1111-4111-8111-abcdefabcdef'), false],
    ['a person of another tenant', from(OURS, { from: { id: '29:x', tenantId: 'ffffffff' } }), false],
    ['a person of ours in capitals', from(OURS, { from: { id: '29:x', tenantId: OURS.toUpperCase() } }), true],
    ['another channel', from(OURS, { channelId: 'webchat' }), false],
  ])('%s', (_what, incoming, allowed) => {
    expect(policy(incoming)).toBe(allowed);
  });
});
