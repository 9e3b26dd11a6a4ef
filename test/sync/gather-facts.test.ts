import type { Provider } from '../../src/provider';
import { HOUR, MINUTE } from '../../src/domain/time';
import { gatherFacts } from '../../src/sync/gather-facts';
import { account, PROVIDER } from '../builders';
import { put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

const tenantId = (n: number): string => `7e000000-0000-4000-a000-${n.toString(16).padStart(12, '0')}`;
const go = { aborted: false };

let stand: TaskStand;
let asked: number[];
let failing: (n: number) => boolean;
let kind: 'denied' | 'throttled';
beforeEach(async () => {
  stand = await taskStand();
  asked = [];
  failing = () => false;
  kind = 'denied';
  for (let n = 0; n < 100; n += 1) await put(stand.ports, account({ tenantId: tenantId(n) }));
});
afterEach(() => stand.close());

const provider = {
  id: PROVIDER,
  name: 'Partner Center',
  readTenant: (id: string) =>
    Promise.resolve({
      look: 'seen',
      value: { tenant: { tenantId: id, name: 'Contoso' }, relation: 'reseller', relationName: 'reseller' },
    }),
  readAgreement: () => Promise.resolve({ state: 'none', checkedAt: stand.clock.now(), source: 'partner-center' }),
  readAdmin: () => Promise.resolve({ state: 'none', checkedAt: stand.clock.now(), source: 'graph' }),
  readSubscriptions: (id: string) => {
    const n = Number.parseInt(id.slice(-12), 16);
    asked.push(n);
    const trouble = { source: 'partner-center', kind, detail: 'HTTP' } as const;
    return Promise.resolve(failing(n) ? { look: 'failed', trouble } : { look: 'seen', value: [] });
  },
} as unknown as Provider;

const rounds = async (count: number): Promise<void> => {
  for (let round = 0; round < count; round += 1) {
    await gatherFacts({ ...stand.ports, providers: [provider] }, provider, go);
    stand.clock.move(MINUTE);
  }
};

it('accounts that cannot be counted again keep none of the others waiting', async () => {
  await rounds(2);
  stand.clock.move(13 * HOUR);
  failing = (n) => n < 60;
  asked = [];
  await rounds(3);

  expect(asked.filter((n) => n >= 60)).toHaveLength(40);
});

it('what was counted before stays while it cannot be counted again', async () => {
  await rounds(2);
  stand.clock.move(13 * HOUR);
  failing = () => true;
  await rounds(1);

  const [one] = [...stand.ports.register.allAccounts()].filter(
    ({ subscriptions }) => subscriptions?.state === 'counted',
  );
  expect(one?.subscriptions).toMatchObject({ state: 'counted', total: 0 });
  expect(
    [...stand.ports.register.allAccounts()].some(({ subscriptions: s }) => s?.state === 'counted' && s.missed),
  ).toBe(true);
});

it('a round ends when the source throttles, also for what was counted before', async () => {
  await rounds(2);
  stand.clock.move(13 * HOUR);
  failing = () => true;
  kind = 'throttled';
  asked = [];
  await rounds(1);

  expect(asked.length).toBeLessThanOrEqual(4);
});
