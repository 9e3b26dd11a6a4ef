import type { Circle, Circles } from '../../src/domain/circles';
import type { Speaker } from '../../src/domain/sender';
import type { Place } from '../../src/turn';
import { SERVICE_URL } from './sim-teams';

/** The people of the simulation, and the conversations in which they meet the bot. */
export const PEOPLE: readonly Speaker[] = ['Ana', 'Ben', 'Cleo', 'Dora', 'Emil'].map((name, at) => ({
  id: `aaaaaaaa-0000-4000-8000-00000000000${at + 1}`,
  name,
  standing: 'member',
}));

const common = { serviceUrl: SERVICE_URL, tenantId: 'tenant', botId: '28:bot' } as const;

export const CHANNELS: readonly Place[] = ['sales', 'orders', 'support'].map((name) => ({
  ...common,
  conversationId: `19:${name}@thread.tacv2`,
  type: 'channel',
  teamId: '19:team@thread.tacv2',
  teamName: 'Team',
  name,
}));

export function chatOf({ id, name }: Speaker): Place {
  return { ...common, conversationId: `a:${name}`, type: 'personal', personId: id, personName: name };
}

const nobody: Circle = {
  everyone: false,
  team: false,
  people: new Set(),
  groups: new Set(),
  teams: new Set(),
};
const named: Circle = { ...nobody, people: new Set(PEOPLE.map(({ id }) => id)) };

export const CIRCLES: Circles = {
  administrators: { ...nobody, people: new Set([PEOPLE[0]!.id]) },
  mappers: named,
  readers: named,
  approvedTeams: 'all',
};
