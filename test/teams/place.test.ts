import { offsetAt } from '../../src/domain/calendar';
import { personOf, timeZoneOf } from '../../src/teams/place';
import { parseActivity } from '../../src/teams/schema';
import { activity, ALICE, BOT, TENANT } from './stand';

const parsed = (overrides: Record<string, unknown>) =>
  parseActivity({ ...activity(overrides), serviceUrl: 'https://smba.trafficmanager.net/' })!;

describe('who did it, in production', () => {
  it.each([
    ['a colleague', { id: '29:a', name: 'Alice', aadObjectId: ALICE }, { id: ALICE, name: 'Alice', guest: false }],
    [
      'a colleague whose tenant is named',
      { id: '29:a', name: 'Alice', aadObjectId: ALICE, tenantId: TENANT },
      { id: ALICE, name: 'Alice', guest: false },
    ],
    ['somebody without an object id', { id: '29:a', name: 'Alice' }, { id: '29:a', name: 'Alice', guest: true }],
    [
      'a person of another tenant',
      { id: '29:a', name: 'Alice', aadObjectId: ALICE, tenantId: 'another' },
      { id: ALICE, name: 'Alice', guest: true },
    ],
    [
      'a guest by role',
      { id: '29:a', name: 'Alice', aadObjectId: ALICE, userRole: 'Guest' },
      { id: ALICE, name: 'Alice', guest: true },
    ],
    [
      'a guest by sign-in name',
      { id: '29:a', aadObjectId: ALICE, userPrincipalName: 'a_b.example#EXT#@c.example' },
      { id: ALICE, name: '', guest: true },
    ],
    ['the bot itself', { id: BOT, name: 'Handshake' }, undefined],
  ])('%s', (_what, from, person) => {
    expect(personOf(parsed({ from }), false)).toEqual(person);
  });

  it('nobody, where an event has no actor', () => {
    expect(personOf(parsed({ from: undefined }), false)).toBeUndefined();
  });
});

it('takes somebody without an object id for a colleague in local mode', () => {
  expect(personOf(parsed({ from: { id: '29:a', name: 'Alice' } }), true)).toEqual({
    id: '29:a',
    name: 'Alice',
    guest: false,
  });
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
