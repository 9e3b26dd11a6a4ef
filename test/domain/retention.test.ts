import { keptConversation, keptTeam, keptWatch } from '../../src/domain/retention';
import type { TeamRecord, WatchRecord } from '../../src/domain/documents';
import { conversation } from '../tasks/stand';

const DAY_S = 86_400;

it('keeps a conversation for as long as the bot may speak there, and some time after', () => {
  const ttl = (state: 'active' | 'paused' | 'removed') => keptConversation({ ...conversation(), ttl: 1, state }).ttl;

  expect([ttl('active'), ttl('paused'), ttl('removed')]).toEqual([undefined, 365 * DAY_S, 90 * DAY_S]);
});

it('keeps a watch until it has ended and its person has heard of it', () => {
  const watch: WatchRecord = {
    kind: 'watch',
    id: 'watch:1',
    partnerId: 'partner',
    format: 1,
    person: { id: 'a', name: 'Ana' },
    conversationId: 'a:ana',
    query: 'Contoso',
    language: 'en',
    since: 1,
    state: 'waiting',
    asked: [],
  };

  expect(keptWatch(watch).ttl).toBeUndefined();
  expect(keptWatch({ ...watch, state: 'fired', owes: 'fired' }).ttl).toBeUndefined();
  expect(keptWatch({ ...watch, state: 'fired' }).ttl).toBe(30 * DAY_S);
  expect(keptWatch({ ...watch, state: 'stopped' }).ttl).toBe(30 * DAY_S);
});

it('keeps an approved team, and forgets one that was not', () => {
  const team: TeamRecord = {
    kind: 'team',
    id: 'team:1',
    partnerId: 'partner',
    format: 1,
    teamId: '19:a',
    state: 'approved',
    since: 1,
  };

  expect([keptTeam(team).ttl, keptTeam({ ...team, state: 'waiting' }).ttl]).toEqual([undefined, 90 * DAY_S]);
});
