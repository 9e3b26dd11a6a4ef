import { partnerCenterWebhook } from '../../src/app/webhooks';
import { DAY, MINUTE } from '../../src/domain/time';
import type { ProviderEvent } from '../../src/providers/partner-center/webhook';
import type { Ports } from '../../src/ports';
import { quietLog, turnedClock } from '../sandbox/stand';

/** The webhook behind a reader that has found every event genuine. */
function stand() {
  const clock = turnedClock();
  const looked: string[] = [];
  const nudged: string[] = [];
  const events: ProviderEvent[] = [];
  const provider = {
    id: 'p',
    readTenant(tenantId: string) {
      looked.push(tenantId);
      return Promise.resolve({ look: 'absent' });
    },
  };
  const ports = {
    clock,
    log: quietLog,
    providers: [provider],
    nudge: (job: string) => nudged.push(job),
  } as unknown as Ports;
  const reader = { read: () => Promise.resolve({ outcome: 'event' as const, event: events.shift()! }) };
  const hook = partnerCenterWebhook('secret', reader, ports);
  const send = (event: Partial<ProviderEvent>) => {
    events.push({ event: 'e', tenantId: 't', at: clock.now(), key: 'k', ...event });
    return hook.handle({ headers: {}, body: Buffer.alloc(0), url: '' });
  };
  return { clock, looked, nudged, send };
}

describe('an event of Partner Center', () => {
  it('is looked into once, however often it comes', async () => {
    const { looked, send } = stand();
    const statuses = [await send({}), await send({}), await send({})];

    expect([statuses, looked]).toEqual([[200, 200, 200], ['t']]);
  });

  it('is still known after a thousand others', async () => {
    const { looked, send, clock } = stand();
    await send({ key: 'first' });
    for (let other = 0; other < 1_001; other += 1) {
      clock.turn(MINUTE);
      await send({ key: `other ${other}` });
    }
    const before = looked.length;
    await send({ key: 'first' });

    expect(looked).toHaveLength(before);
  });

  it.each([
    ['a day and a minute old', -DAY - MINUTE, []],
    ['a day less a minute old', -DAY + MINUTE, ['t']],
    ['ahead of our clock', MINUTE, ['t']],
  ])('that is %s is acknowledged: looked into %s', async (_what, age, seen) => {
    const { looked, send, clock } = stand();
    const status = await send({ at: clock.now() + age });

    expect([status, looked]).toEqual([200, seen]);
  });

  it('among a flood of them becomes part of one sync', async () => {
    const { looked, nudged, send } = stand();
    for (let sent = 0; sent < 200; sent += 1) await send({ key: `k${sent}`, tenantId: `t${sent}` });

    expect(looked).toHaveLength(20);
    expect(new Set(nudged)).toEqual(new Set(['sync']));
  });
});
