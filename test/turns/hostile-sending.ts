import fc from 'fast-check';
import { SENDER_KINDS, type SenderKind } from '../../src/domain/sender';
import { forgedActor, hostile, type Hostile } from './hostile';
import { ELSEWHERE, idOf, sender } from './senders';
import { CHANNEL, TEAM, TENANT, type Stage } from './stage';

/** Who sends what is hostile, from where, and how names of things become ids of what is there; for the test and the bench. */

export const HOSTILE_KINDS = [...SENDER_KINDS, 'forged'] as const;
export type HostileKind = (typeof HOSTILE_KINDS)[number];

/** So many of a kind, that the budget of one is not what is tested. */
const CROWD = 60;
const GROUPS = 400;

/** Settings under which every kind of sender is one. */
export function circlesOfHostile(): Readonly<Record<string, string>> {
  const everyone = (kind: SenderKind) => Array.from({ length: CROWD }, (_, n) => idOf(kind, n)).join(',');
  return {
    ADMINS: everyone('administrator'),
    MAPPERS: everyone('mapper'),
    READERS: everyone('reader'),
    APPROVED_TEAMS: TEAM,
    ALLOWED_TENANTS: `${TENANT},${ELSEWHERE}`,
  };
}

/** Somebody watches, and one team waits to be approved: things that the hostile can name. */
export async function prepareForHostile(send: (activity: object) => Promise<unknown>): Promise<void> {
  await send({ type: 'installationUpdate', action: 'add', from: sender('administrator'), ...CHANNEL });
  for (const n of [0, 1]) {
    const text = `tell me when Zyxwv ${n} Industries accepts`;
    await send({ type: 'message', text, from: sender('reader', n), ...place('own chat', 'reader', n) });
  }
  await send({ type: 'installationUpdate', action: 'add', from: sender('colleague'), ...place('own team', 'x', 0) });
}

export interface Sending {
  readonly kind: HostileKind;
  readonly seed: number;
  readonly runs: number;
  readonly stage: Pick<Stage, 'kept' | 'sandbox'>;
}

/** Hands over one activity after the other, each as JSON; who takes it sends it and throws where something is wrong. */
export async function sendHostile(
  { kind, seed, runs, stage }: Sending,
  take: (json: string) => Promise<void>,
): Promise<void> {
  const fill = await realThings(stage);
  let turn = 0;
  await fc.assert(
    fc.asyncProperty(hostile, forgedActor, async ({ activity, where, name }, forged) => {
      const n = (turn += 1);
      const known = kind === 'forged' ? forged : sender(kind, n % CROWD);
      const from = name === undefined || kind === 'forged' ? known : { ...sender(kind, n % CROWD), name };
      const at = place(where, kind, where === 'group' ? n : n % CROWD);
      await take(JSON.stringify(fill({ ...at, from, ...activity })));
    }),
    // Each kind sends something else.
    { seed: seed + HOSTILE_KINDS.indexOf(kind), numRuns: runs, endOnFailure: true },
  );
}

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
async function realThings(stage: Sending['stage']): Promise<(value: unknown) => unknown> {
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
