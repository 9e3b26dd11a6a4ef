import fc from 'fast-check';
import { hostileActivity } from './hostile';
import { ALICE, PERSONAL, setStage, type Stage } from './stage';

/** `HOSTILE_RUNS=20000 npx jest test/turns/hostile.test.ts` sends as many as that. */
const RUNS = Number(process.env['HOSTILE_RUNS'] ?? 200);

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

it(
  'answers hostile activities through the real door without a fault of its own',
  async () => {
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(hostileActivity, async (activity) => {
        const { status } = await stage.send(activity);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        expect([200, 400, 403]).toContain(status);
      }),
      { seed: 11, numRuns: RUNS, endOnFailure: true },
    );
    const faults = stage.lines.filter((line) => /A turn failed|A request failed|apology/.test(line));

    expect(faults).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect((await fetch(`${stage.url}/healthz`)).status).toBe(200);
    console.log(`${RUNS} hostile activities by status: ${JSON.stringify([...statuses])}`);
  },
  60_000 + RUNS * 100,
);

it('does not let a click set what no setting can be', async () => {
  const settle = (topic: string, value: string) =>
    stage.click(ALICE, PERSONAL, 'm', { handshake: 1, verb: 'settings', topic, value });
  await settle('language', 'constructor');
  await settle('digest', 'xyz');
  const said = await stage.say(ALICE, PERSONAL, 'settings');

  expect(said).toHaveLength(1);
  expect(JSON.stringify(said[0]?.body)).not.toMatch(/xyz|constructor/);
  expect(stage.lines.filter((line) => line.includes('A turn failed'))).toEqual([]);
});
