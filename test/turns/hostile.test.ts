import fc from 'fast-check';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseAction, VERBS } from '../../src/actions/action';
import { SENDER_KINDS, type SenderKind } from '../../src/domain/sender';
import { hasUnseen } from '../../src/domain/unseen';
import { mayDo } from '../../src/policy/policy';
import { properClick } from './hostile-clicks';
import { ELSEWHERE, idOf, sender } from './senders';
import { bottomless, forgedActor, hostile, type Hostile } from './hostile';
import { ALICE, CHANNEL, PERSONAL, setStage, TEAM, TENANT, type Stage } from './stage';

/**
 * Hostile messages, clicks, searches and events of every kind of sender through the real door.
 * `HOSTILE_RUNS=20000 HOSTILE_SEED=7 npx jest test/turns/hostile.test.ts` sends as many as that of each seed; with
 * `HOSTILE_PAUSES=1` it says the longest pause of the event loop, which the test and the doubles share with the bot.
 */
const RUNS = Number(process.env['HOSTILE_RUNS'] ?? 360);
const SEED = Number(process.env['HOSTILE_SEED'] ?? 11);
const KINDS = [...SENDER_KINDS, 'forged'] as const;
const EACH = Math.ceil(RUNS / KINDS.length);
/** So many of a kind, that the budget of one is not what is tested. */
const CROWD = 60;
const GROUPS = 400;

let stage: Stage;
const pauses = monitorEventLoopDelay({ resolution: 1 });

beforeAll(async () => {
  const everyone = (kind: SenderKind) => Array.from({ length: CROWD }, (_, n) => idOf(kind, n)).join(',');
  stage = await setStage({
    production: true,
    env: {
      ADMINS: everyone('administrator'),
      MAPPERS: everyone('mapper'),
      READERS: everyone('reader'),
      APPROVED_TEAMS: TEAM,
      ALLOWED_TENANTS: `${TENANT},${ELSEWHERE}`,
    },
  });
  await stage.send({ type: 'installationUpdate', action: 'add', from: sender('administrator'), ...CHANNEL });
  // Somebody watches, and one team waits to be approved: things that the hostile can name.
  for (const n of [0, 1]) {
    const text = `tell me when Zyxwv ${n} Industries accepts`;
    await stage.send({ type: 'message', text, from: sender('reader', n), ...place('own chat', 'reader', n) });
  }
  await stage.send({
    type: 'installationUpdate',
    action: 'add',
    from: sender('colleague'),
    ...place('own team', 'x', 0),
  });
  pauses.enable();
}, 60_000);
afterAll(async () => {
  if (process.env['HOSTILE_PAUSES'] !== undefined) {
    console.log(`longest pause of the event loop: ${(pauses.max / 1e6).toFixed(0)} ms`);
  }
  await stage.close();
});

function place(where: Hostile['where'], kind: string, n: number): object {
  const channelData = { tenant: { id: TENANT } };
  const team = { id: '19:own@thread.tacv2', name: 'Own' };
  switch (where) {
    case 'own chat':
      return { conversation: { id: `a:${kind}-${n}`, conversationType: 'personal' }, channelData };
    case 'group':
      return { conversation: { id: `19:group-${n % GROUPS}@thread.v2`, conversationType: 'groupChat' }, channelData };
    case 'own team':
      return {
        conversation: { id: '19:own-channel@thread.tacv2', conversationType: 'channel' },
        channelData: { ...channelData, team, channel: { id: '19:own-channel@thread.tacv2' } },
      };
    case 'approved channel':
      return CHANNEL;
  }
}

/** Puts what really is there in place of its names. */
async function realThings(): Promise<(value: unknown) => unknown> {
  const accounts = await stage.kept('account');
  const decided = accounts.filter(({ decisions }) => decisions.length > 0);
  const open = accounts.filter(({ mapping }) => mapping.state === 'open');
  const real: Readonly<Record<string, readonly string[]>> = {
    account: [...open.slice(0, 2), ...decided.slice(-2), ...accounts].map(({ id }) => id),
    customer: stage.sandbox.world.state.customers.map(({ id }) => id),
    watch: (await stage.kept('watch')).map(({ id }) => id),
    invitation: (await stage.kept('invitation')).map(({ id }) => id),
    decision: decided.map(({ decisions }) => decisions.at(-1)?.id ?? ''),
    request: accounts.flatMap(({ request }) => request?.id ?? []),
    team: (await stage.kept('team')).map(({ teamId }) => teamId),
  };
  const named = (text: string): string =>
    text.replaceAll(
      /@(account|customer|watch|invitation|decision|request|team):(\d)/g,
      (name, kind: string, at: string) => {
        return real[kind]?.[Number(at)] ?? name;
      },
    );
  return function fill(value: unknown): unknown {
    if (typeof value === 'string') return value.startsWith('{"') ? JSON.stringify(fill(parsed(value))) : named(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(fill);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner)]));
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.slice(1);
  }
}

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

function mayNotChange(kind: SenderKind | 'forged'): readonly Unchanged[] {
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

describe.each(KINDS)('a hostile %s', (kind) => {
  it(
    'gets no fault, no name and no change that is not theirs',
    async () => {
      const fill = await realThings();
      const reads = kind !== 'forged' && mayDo(kind, 'ask status');
      const before = await state();
      const statuses = new Map<number, number>();
      let turn = 0;
      // The answer to a click may be a message of its own, which can come after the next turn has begun.
      let recent: string[] = [];
      await fc.assert(
        fc.asyncProperty(hostile, forgedActor, async ({ activity, where, name }, forged) => {
          const n = (turn += 1);
          const known = kind === 'forged' ? forged : sender(kind, n % CROWD);
          const from = name === undefined || kind === 'forged' ? known : { ...sender(kind, n % CROWD), name };
          const at = place(where, kind, where === 'group' ? n : n % CROWD);
          const sent = JSON.stringify(fill({ ...at, from, ...activity }));
          recent = [...recent, sent].slice(-20);
          const saidBefore = stage.connector.messages().length;
          const response = await stage.send(JSON.parse(sent) as object);
          const answer = await response.text();
          statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
          expect([200, 400, 403, 413]).toContain(response.status);
          const said = saidSince(saidBefore, kind);
          expect([answer, ...said.split('\n')].filter(isDisguised)).toEqual([]);
          if (!reads) expect(secretsHeard(`${answer}\n${said}`, recent.join('\n'))).toEqual([]);
        }),
        // Each kind sends something else.
        { seed: SEED + KINDS.indexOf(kind), numRuns: EACH, endOnFailure: true },
      );
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
