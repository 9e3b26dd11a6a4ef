import { offsetAt } from '../../src/domain/calendar';
import { personOf, timeZoneOf } from '../../src/teams/turns/place';
import { parseActivity } from '../../src/teams/schema';
import { activity, ALICE, BOT, TENANT } from './stand';

const parsed = (overrides: Record<string, unknown>) =>
  parseActivity({ ...activity(overrides), serviceUrl: 'https://smba.trafficmanager.net/' })!;

describe('who did it, in production', () => {
  const alice = { id: '29:a', name: 'Alice', aadObjectId: ALICE };

  it.each([
    ['a colleague', alice, 'member'],
    ['a colleague whose tenant is named', { ...alice, tenantId: TENANT.toUpperCase() }, 'member'],
    ['somebody without an object id', { id: '29:a', name: 'Alice' }, 'nameless'],
    ['a person of another tenant', { ...alice, tenantId: 'another' }, 'outsider'],
    ['a guest by role', { ...alice, userRole: 'Guest' }, 'guest'],
    ['a guest by sign-in name', { ...alice, userPrincipalName: 'a_b.example#EXT#@c.example' }, 'guest'],
    ['another bot', { id: '28:33333333-3333-4333-8333-333333333333', name: 'Alice' }, 'bot'],
  ])('%s', (_what, from, standing) => {
    const id = 'aadObjectId' in from ? ALICE : from.id;
    expect(personOf(parsed({ from }), false)).toEqual({ id, name: 'Alice', memberId: from.id, standing });
  });

  it('is nobody, where it was the bot itself or an event has no actor', () => {
    expect(personOf(parsed({ from: { id: BOT, name: 'Handshake' } }), false)).toBeUndefined();
    expect(personOf(parsed({ from: undefined }), false)).toBeUndefined();
  });
});

it('takes somebody without an object id for a colleague in local mode', () => {
  expect(personOf(parsed({ from: { id: '29:a', name: 'Alice' } }), true)?.standing).toBe('member');
});

describe('the zone of a person, and what their clock shows in January', () => {
  const JANUARY = Date.UTC(2026, 0, 15);
  it.each([
    ['a zone west of Greenwich', { localTimezone: 'America/New_York' }, -300],
    ['one with half an hour, west', { localTimezone: 'America/St_Johns' }, -210],
    ['one east', { localTimezone: 'Asia/Kolkata' }, 330],
    ['UTC', { localTimezone: 'Etc/UTC' }, 0],
    ['an offset in the time, west', { localTimestamp: '2026-01-15T10:00:00-05:00' }, -300],
  ])('%s', (_what, overrides, minutes) => {
    expect(offsetAt(JANUARY, timeZoneOf(parsed(overrides)) ?? '')).toBe(minutes);
  });

  it('a zone that nobody knows', () => {
    expect(timeZoneOf(parsed({ localTimezone: 'Mars/Olympus' }))).toBeUndefined();
  });
});
