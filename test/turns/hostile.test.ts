import fc from 'fast-check';
import { parseAction, VERBS } from '../../src/actions/action';
import { hasUnseen } from '../../src/domain/unseen';
import { mayDo } from '../../src/policy/policy';
import { properClick } from './hostile-clicks';
import { bottomless } from './hostile';
import { circlesOfHostile, HOSTILE_KINDS, prepareForHostile, sendHostile, type HostileKind } from './hostile-sending';
import { sender } from './senders';
import { ALICE, PERSONAL, setStage, TENANT, type Stage } from './stage';

/**
 * Hostile messages, clicks, searches and events of every kind of sender through the real door.
 * `HOSTILE_RUNS=20000 HOSTILE_SEED=7 npx jest test/turns/hostile.test.ts` sends as many as that of each seed. What they
 * cost the bot alone: `npm run bench -- door hostile`.
 */
const RUNS = Number(process.env['HOSTILE_RUNS'] ?? 360);
const SEED = Number(process.env['HOSTILE_SEED'] ?? 11);
const EACH = Math.ceil(RUNS / HOSTILE_KINDS.length);

let stage: Stage;

beforeAll(async () => {
  stage = await setStage({ production: true, env: circlesOfHostile() });
  await prepareForHostile((activity) => stage.send(activity));
}, 60_000);
afterAll(() => stage.close());

/** What no sender without the right to it may change. Events of Teams itself may end or rename conversations. */
async function state() {
  const [accounts, watches, teams, conversations] = await Promise.all([
    stage.kept('account'),
    stage.kept('watch'),
    stage.kept('team'),
    stage.kept('conversation'),
  ]);
  const byId = <T extends { readonly id: string }>(all: readonly T[], what: (one: T) => unknown) =>
    Object.fromEntries(all.map((one) => [one.id, what(one)]));
  return {
    decisions: byId(accounts, ({ mapping, decisions }) => [mapping, decisions.map(({ id }) => id)]),
    watches: byId(watches, ({ state, person }) => [state, person.id]),
    teams: byId(
      teams.filter(({ state }) => state !== 'waiting'),
      ({ state }) => state,
    ),
    shared: byId(
      conversations.filter(({ id, type }) => type !== 'personal' && id.includes('channel@')),
      ({ settings }) => settings,
    ),
  };
}

/** What is different, for the one who reads the figures. */
function changed(before: object, after: object): readonly string[] {
  const earlier = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after).flatMap(([what, now]) =>
    JSON.stringify(now) === JSON.stringify(earlier.get(what)) ? [] : [what],
  );
}

type Unchanged = keyof Awaited<ReturnType<typeof state>>;

function mayNotChange(kind: HostileKind): readonly Unchanged[] {
  const may = (deed: Parameters<typeof mayDo>[1]) => kind !== 'forged' && mayDo(kind, deed);
  return [
    ...(may('click pick') ? [] : (['decisions'] as const)),
    ...(may('click watch') ? [] : (['watches'] as const)),
    ...(may('click approve-team') ? [] : (['teams'] as const)),
    ...(may('change-shared-settings') ? [] : (['shared'] as const)),
  ];
}

/** Names that only those may hear who may read; none of what was sent says it already. */
function secretsHeard(heard: string, sent: string): readonly string[] {
  const { tenants, customers } = stage.sandbox.world.state;
  const names = [...tenants, ...customers].flatMap((one) => [
    one.name,
    ...('label' in one ? [`${one.label}.onmicrosoft.com`, one.tenantId] : []),
  ]);
  return names.filter((name) => name.length > 7 && heard.includes(name) && !sent.includes(name));
}

/** What people of this kind were told: what the bot says by itself elsewhere is for those who are there. */
function saidSince(before: number, kind: string): string {
  const answers = stage.connector
    .messages()
    .slice(before)
    .filter(({ activityId, conversationId }) =>
      conversationId.startsWith('a:')
        ? conversationId.startsWith(`a:${kind}-`)
        : activityId?.startsWith('activity-') === true,
    );
  return answers.map(({ body }) => JSON.stringify(body)).join('\n');
}

/** What is shown or spoken; a button gives back what was typed. Our own word joiner keeps addresses from becoming links. */
function isDisguised(line: string): boolean {
  if (line === '') return false;
  const shown = JSON.stringify(JSON.parse(line), (key, value: unknown) => (key === 'data' ? undefined : value));
  return hasUnseen(shown.replaceAll('\u2060', ''));
}

it('clicks every verb as a card would', () => {
  const clicks = fc.sample(properClick, { seed: SEED, numRuns: 2_000 });
  const read = clicks.map((click) =>
    parseAction(JSON.parse(JSON.stringify(click).replaceAll(/@(\w+):\d/g, 'account:a:$1'))),
  );
  const verbs = read.flatMap((one) => (one.parsed === 'action' ? [one.action.verb] : []));

  expect([...new Set(verbs)].sort()).toEqual([...VERBS].sort());
});

describe.each(HOSTILE_KINDS)('a hostile %s', (kind) => {
  it(
    'gets no fault, no name and no change that is not theirs',
    async () => {
      const reads = kind !== 'forged' && mayDo(kind, 'ask status');
      const before = await state();
      const statuses = new Map<number, number>();
      // The answer to a click may be a message of its own, which can come after the next turn has begun.
      let recent: string[] = [];
      await sendHostile({ kind, seed: SEED, runs: EACH, stage }, async (sent) => {
        recent = [...recent, sent].slice(-20);
        const saidBefore = stage.connector.messages().length;
        const response = await stage.send(JSON.parse(sent) as object);
        const answer = await response.text();
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
        expect([200, 400, 403, 413]).toContain(response.status);
        const said = saidSince(saidBefore, kind);
        expect([answer, ...said.split('\n')].filter(isDisguised)).toEqual([]);
        if (!reads) expect(secretsHeard(`${answer}\n${said}`, recent.join('\n'))).toEqual([]);
      });
      const after = await state();

      for (const what of mayNotChange(kind)) expect([what, after[what]]).toEqual([what, before[what]]);
      expect(stage.lines.filter((line) => /A turn failed|A request failed|apology/.test(line))).toEqual([]);
      expect(Object.keys(Object.prototype)).toEqual([]);
      if (process.env['HOSTILE_RUNS'] !== undefined)
        console.log(kind, JSON.stringify([...statuses]), changed(before, after).join(' '));
    },
    60_000 + EACH * 200,
  );
});

it('answers what is so deep that nothing could write it out again', async () => {
  await fc.assert(
    fc.asyncProperty(bottomless, fc.constantFrom('value', 'channelData', 'entities', 'text'), async (json, field) => {
      const from = JSON.stringify(sender('reader', 3));
      const conversation = JSON.stringify({ id: 'a:deep', conversationType: 'personal', tenantId: TENANT });
      const head = `"type":"invoke","name":"task/fetch","from":${from},"conversation":${conversation}`;
      const { status } = await stage.send(`${head},"${field}":${json}`);

      expect([200, 400, 403]).toContain(status);
    }),
    { seed: SEED, numRuns: 20, endOnFailure: true },
  );
  expect(stage.lines.filter((line) => /A turn failed|A request failed|apology/.test(line))).toEqual([]);
});

it('does not let a click set what no setting can be', async () => {
  const local = await setStage();
  const settle = (topic: string, value: string) =>
    local.click(ALICE, PERSONAL, 'm', { handshake: 1, verb: 'settings', topic, value });
  await settle('language', 'constructor');
  await settle('digest', 'xyz');
  const said = await local.say(ALICE, PERSONAL, 'settings');
  const failed = local.lines.filter((line) => line.includes('A turn failed'));
  await local.close();

  expect(said).toHaveLength(1);
  expect(JSON.stringify(said[0]?.body)).not.toMatch(/xyz|constructor/);
  expect(failed).toEqual([]);
});
