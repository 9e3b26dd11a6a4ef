import type { Circles } from '../../src/domain/circles';
import type { ConversationRecord } from '../../src/domain/documents';
import { senderKind } from '../../src/records/sender-kind';
import { conversation, put, taskStand, type TaskStand } from '../tasks/stand';

/** How much is looked up for one person who asks. */

const TEAMS = 80;
const EVE = { id: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Eve', standing: 'member' } as const;

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
});
afterEach(() => stand.close());

it('asks eight teams at most, each once, whatever the circles are', async () => {
  const places = Array.from({ length: TEAMS }, (_, n): ConversationRecord =>
    conversation({ id: `conversation:c${n}`, conversationId: `c${n}`, teamId: `19:team${n}@thread.tacv2` }),
  );
  await put(stand.ports, ...places);
  const nobody = { everyone: false, people: new Set<string>(), groups: new Set<string>(), teams: new Set<string>() };
  const circles: Circles = {
    administrators: { ...nobody, team: false, people: new Set(['somebody']) },
    mappers: { ...nobody, team: true },
    readers: { ...nobody, team: true },
    approvedTeams: new Set(places.map(({ teamId = '' }) => teamId)),
  };
  const asked: (string | undefined)[] = [];
  const courier = {
    ...stand.ports.courier,
    isMember: (of: ConversationRecord) => {
      asked.push(of.teamId);
      return Promise.resolve(false);
    },
  };
  const known = await senderKind({ ...stand.ports, circles, courier }, { person: EVE, conversationId: 'a:eve' });

  expect(known).toEqual({ kind: 'colleague', unsure: false });
  expect(asked).toHaveLength(8);
  expect(new Set(asked).size).toBe(8);
});

it.each(['bot', 'guest', 'nameless', 'outsider'] as const)('asks nothing for a %s', async (standing) => {
  const courier = { ...stand.ports.courier, isMember: () => Promise.reject(new Error('was asked')) };
  const person = { ...EVE, standing };

  expect(await senderKind({ ...stand.ports, courier }, { person, conversationId: 'a:x' })).toEqual({
    kind: standing,
    unsure: false,
  });
});
