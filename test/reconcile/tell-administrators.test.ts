import type { AlarmRecord } from '../../src/domain/alarm';
import type { SignInRecord, SourceRecord } from '../../src/domain/documents';
import type { Trouble } from '../../src/domain/source';
import { DAY, HOUR, MINUTE } from '../../src/domain/time';
import { tellAdministrators } from '../../src/reconcile/tell-administrators';
import { alarmView } from '../../src/views/talk/alarm';
import { createSpeech } from '../../src/views/words/speech';
import { T0 } from '../builders';
import { conversation, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

const ADMIN = 'aaaaaaaa-0000-4000-8000-000000000001';
const denied: Trouble = { source: 'work365', kind: 'denied', detail: 'HTTP 403', remedy: 'Give the role.' };

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
  await put(stand.ports, conversation({ conversationId: 'chat', type: 'personal', personId: ADMIN }));
  await put(stand.ports, conversation({ conversationId: 'other', type: 'personal', personId: 'somebody-else' }));
});
afterEach(() => stand.close());

const circles = (): TaskStand['ports']['circles'] => ({
  ...stand.ports.circles,
  administrators: { everyone: false, team: false, people: new Set([ADMIN]), groups: new Set(), teams: new Set() },
});

const tell = () =>
  tellAdministrators({ ...stand.ports, circles: circles() }, (alarm: AlarmRecord) =>
    alarmView(alarm, createSpeech('en')),
  );

const said = (): readonly string[] => stand.ports.courier.said.map(({ message }) => message.text);

function source(part: string, more: Partial<SourceRecord>): SourceRecord {
  return { kind: 'source', id: `source:${part}`, partnerId: 'partner', format: 1, part, ...more };
}

function signIn(more: Partial<SignInRecord>): SignInRecord {
  const head = { kind: 'signin', id: 'signin:p', partnerId: 'partner', format: 1 } as const;
  return { ...head, providerId: 'p', taken: [], renewedAt: T0, ...more };
}

it('tells a trouble that only an administrator can end, once, to administrators alone, and once more when it is over', async () => {
  stand.ports.register.apply(source('rows', { trouble: denied, troubleSince: T0 }));
  stand.ports.register.apply(source('customers', { trouble: denied, troubleSince: T0 }));
  await tell();
  expect(said()).toEqual([]);

  stand.clock.move(10 * MINUTE);
  for (let round = 0; round < 5; round += 1) await tell();
  expect(said()).toHaveLength(1);
  expect(said()[0]).toContain('Work 365 refuses us access');
  expect(said()[0]).toContain('What to do: Give the role.');
  expect(stand.ports.courier.said[0]?.conversationId).toBe('chat');

  stand.ports.register.apply(source('rows', {}));
  stand.ports.register.apply(source('customers', {}));
  for (let round = 0; round < 5; round += 1) await tell();
  expect(said()).toHaveLength(2);
  expect(said()[1]).toContain('Over: Work 365 refuses us access');

  stand.ports.register.apply(source('rows', { trouble: denied, troubleSince: stand.clock.now() - HOUR }));
  await tell();
  expect(said()).toHaveLength(3);
});

it('says at once that a sign-in was revoked, and what is lost', async () => {
  const trouble: Trouble = { ...denied, source: 'partner-center', remedy: 'Sign in again: npm run setup.' };
  stand.ports.register.apply(signIn({ trouble, troubleSince: T0 }));
  await tell();

  expect(said()[0]).toContain('The sign-in for Partner Center is refused');
  expect(said()[0]).toContain('invitation link are shown as unknown');
  expect(said()[0]).toContain('npm run setup');
});

it('says two weeks before that a sign-in ends which cannot be renewed', async () => {
  const trouble: Trouble = { ...denied, kind: 'unreachable' };
  stand.ports.register.apply(signIn({ trouble, troubleSince: T0 }));
  stand.clock.move(75 * DAY);
  await tell();
  expect(said()).toEqual([]);

  stand.clock.move(DAY);
  await tell();
  await tell();
  expect(said()).toHaveLength(1);
  expect(said()[0]).toMatch(/^The sign-in for Partner Center ends on \d+ \w+ 20\d\d/);
});

it('waits for Teams, and says nothing of what was over before anybody heard of it', async () => {
  stand.ports.courier.answer = () => ({ sent: 'later', reason: 'throttled' });
  stand.ports.register.apply(source('rows', { trouble: denied, troubleSince: T0 - HOUR }));
  await tell();
  stand.ports.register.apply(source('rows', {}));
  stand.ports.courier.answer = () => ({ sent: 'sent', messageId: 'm' });
  const before = said().length;
  stand.clock.move(DAY);
  await tell();

  expect(said()).toHaveLength(before);
});

it('goes on as one thing while its trouble takes another form, and is over when there is none', async () => {
  stand.ports.register.apply(source('rows', { trouble: denied, troubleSince: T0 }));
  stand.clock.move(10 * MINUTE);
  await tell();
  const unreachable: Trouble = { source: 'work365', kind: 'unreachable', detail: 'HTTP 503' };
  stand.ports.register.apply(source('rows', { trouble: unreachable, troubleSince: T0 }));
  await tell();
  stand.ports.register.apply(source('rows', { trouble: denied, troubleSince: T0 }));
  await tell();
  expect(said()).toHaveLength(1);

  stand.ports.register.apply(source('rows', {}));
  await tell();
  await tell();
  expect(said()).toHaveLength(2);
});
