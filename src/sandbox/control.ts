import { z } from 'zod';
import type { DataverseService } from './dataverse';
import type { Entra } from './entra';
import { lackSchema } from './lacks';
import type { Lacks } from './lacks';
import { SERVICES } from './faults';
import type { Faults } from './faults';
import type { PartnerCenterService } from './partner-center';
import type { Answer, Asked, Visits } from './wire';
import type { ChangeResult, World } from './world';

export interface Controlled {
  readonly world: World;
  readonly faults: Faults;
  readonly visits: Visits;
  readonly entra: Entra;
  readonly partnerCenter: PartnerCenterService;
  readonly dataverse: DataverseService;
  readonly lacks: Lacks;
}

const service = z.enum(SERVICES);
const fault = { service, match: z.string().optional(), times: z.number().int().positive().optional() };
/** Name of a provider in Work 365; without it Partner Center. */
const provider = z.string().exactOptional();
const agreement = z.enum(['attested', 'direct', 'unsigned']);
const admin = z.enum(['active', 'expiring', 'pending', 'expired', 'none']);
const answer = z.object({
  status: z.number().int(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
  raw: z.string().optional(),
});

/** One thing that can be made to happen: what it takes, and what it does. */
function action<T extends z.ZodType>(takes: T, act: (given: z.infer<T>, on: Controlled) => ChangeResult<unknown>) {
  return (body: unknown, on: Controlled): ChangeResult<unknown> => {
    const given = takes.safeParse(body);
    return given.success ? act(given.data, on) : { ok: false, problem: z.prettifyError(given.error) };
  };
}

const done: ChangeResult<unknown> = { ok: true, value: 'done' };

/** Each is `POST /control/<name>` with its fields as a JSON object. */
export const ACTIONS = {
  'accept': action(z.object({ name: z.string().optional() }), ({ name }, { world }) => world.accept(name)),
  'accept-in-second': action(z.object({ name: z.string().min(1) }), ({ name }, { world }) =>
    world.acceptInSecond(name),
  ),
  'leave': action(z.object({ tenant: z.string() }), ({ tenant }, { world }) => world.leave(tenant)),
  'rename': action(z.object({ tenant: z.string(), name: z.string().min(1) }), ({ tenant, name }, { world }) =>
    world.rename(tenant, name),
  ),
  'set-agreement': action(z.object({ tenant: z.string(), agreement }), (given, { world }) =>
    world.setAgreement(given.tenant, given.agreement),
  ),
  'set-admin': action(z.object({ tenant: z.string(), admin }), (given, { world }) =>
    world.setAdmin(given.tenant, given.admin),
  ),
  'own-group': action(z.object({ group: z.guid(), owners: z.array(z.guid()) }), ({ group, owners }, { world }) =>
    world.ownGroup(group, owners),
  ),
  'sync': action(z.object({}), (_, { world }) => ({ ok: true, value: world.sync() })),
  'map-in-work365': action(
    z.object({ tenant: z.string(), provider, customer: z.string().nullable(), by: z.string().default('Adele Vance') }),
    mapInWork365,
  ),
  'delete-row': action(z.object({ tenant: z.string(), provider }), (given, { world }) =>
    world.deleteRow(given.tenant, given.provider),
  ),
  'add-provider': action(z.object({ name: z.string().min(1), kind: z.string().default('Pax8') }), (given, { world }) =>
    world.addProvider(given.name, given.kind),
  ),
  'add-row': action(
    z.object({ tenant: z.string().min(1), provider, id: z.string().min(1).exactOptional() }),
    (given, { world }) => world.addRow(given),
  ),
  'delete-customer': action(z.object({ customer: z.string() }), (given, { world }) =>
    world.deleteCustomer(given.customer),
  ),
  'rename-customer': action(z.object({ customer: z.string(), name: z.string().min(1) }), (given, { world }) =>
    world.renameCustomer(given.customer, given.name),
  ),
  'fail': action(z.object({ ...fault, status: z.number().int().optional() }), (given, on) =>
    order(on, given, { kind: 'fail', ...(given.status === undefined ? {} : { status: given.status }) }),
  ),
  'throttle': action(z.object({ ...fault, retryAfterS: z.number().nonnegative().optional() }), (given, on) =>
    order(on, given, {
      kind: 'throttle',
      ...(given.retryAfterS === undefined ? {} : { retryAfterS: given.retryAfterS }),
    }),
  ),
  'html': action(z.object({ ...fault, status: z.number().int().optional() }), (given, on) =>
    order(on, given, { kind: 'html', ...(given.status === undefined ? {} : { status: given.status }) }),
  ),
  'slow': action(z.object({ ...fault, ms: z.number().positive() }), (given, on) =>
    order(on, given, { kind: 'slow', ms: given.ms }),
  ),
  'hang': action(z.object(fault), (given, on) => order(on, given, { kind: 'hang' })),
  'drop': action(z.object(fault), (given, on) => order(on, given, { kind: 'drop' })),
  'answer': action(z.object({ ...fault, answer }), (given, on) =>
    order(on, given, { kind: 'answer', answer: withoutUndefined(given.answer) }),
  ),
  'heal': action(z.object({ service: service.optional() }), (given, on) => {
    on.faults.heal(given.service);
    on.partnerCenter.repeatTokens(false);
    on.entra.setConsent(true);
    on.dataverse.setWritable(true);
    on.lacks.clear();
    return done;
  }),
  'repeat-tokens': action(z.object({}), (_, on) => {
    on.partnerCenter.repeatTokens(true);
    return done;
  }),
  'revoke-tokens': action(z.object({}), (_, on) => {
    on.entra.revokeTokens();
    return done;
  }),
  'withdraw-consent': action(z.object({}), (_, on) => {
    on.entra.setConsent(false);
    return done;
  }),
  'forbid-writing': action(z.object({}), (_, on) => {
    on.dataverse.setWritable(false);
    return done;
  }),
  'lack': action(z.object({ permission: lackSchema }), ({ permission }, on) => {
    on.lacks.add(permission);
    return done;
  }),
  'forget-visits': action(z.object({}), (_, on) => {
    on.visits.clear();
    return done;
  }),
} as const;

export type ActionName = keyof typeof ACTIONS;

function mapInWork365(
  given: { tenant: string; provider?: string; customer: string | null; by: string },
  { world }: Controlled,
): ChangeResult<unknown> {
  const row = world.rowOf(given.tenant, given.provider);
  if (row === undefined) return { ok: false, problem: 'Work 365 has no such row' };
  if (given.customer === null) return { ok: true, value: world.map(row, null, given.by) };
  const customer = world.findCustomer(given.customer);
  if (customer === undefined) return { ok: false, problem: 'no such customer' };
  return { ok: true, value: world.map(row, customer.id, given.by) };
}

type Order = Parameters<Faults['order']>[0];

function order(
  { faults }: Controlled,
  given: { service: Order['service']; match?: string | undefined; times?: number | undefined },
  ordered: Order['fault'],
): ChangeResult<unknown> {
  faults.order({
    service: given.service,
    fault: ordered,
    ...(given.match === undefined ? {} : { match: given.match }),
    ...(given.times === undefined ? {} : { times: given.times }),
  });
  return done;
}

function withoutUndefined(given: z.infer<typeof answer>): Answer {
  return {
    status: given.status,
    ...(given.headers === undefined ? {} : { headers: given.headers }),
    ...(given.body === undefined ? {} : { body: given.body }),
    ...(given.raw === undefined ? {} : { raw: given.raw }),
  };
}

function isAction(name: string): name is ActionName {
  return Object.hasOwn(ACTIONS, name);
}

/** The control API: `GET /control/world`, `GET /control/visits`, `POST /control/<action>`. */
export function answerControl(controlled: Controlled, asked: Asked): Answer {
  const name = /^\/control\/([a-z0-9-]+)$/.exec(asked.path)?.[1] ?? '';
  if (asked.method === 'GET' && name === 'world') {
    return { status: 200, body: { ...controlled.world.state, faults: controlled.faults.ordered } };
  }
  if (asked.method === 'GET' && name === 'visits') {
    return { status: 200, body: { count: controlled.visits.count, last: controlled.visits.last.map(withoutToken) } };
  }
  if (asked.method !== 'POST' || !isAction(name)) {
    return { status: 404, body: { problem: 'there is no such action', actions: Object.keys(ACTIONS) } };
  }
  let body: unknown;
  try {
    body = JSON.parse(asked.text === '' ? '{}' : asked.text);
  } catch {
    return { status: 400, body: { problem: 'the body is not JSON' } };
  }
  const changed = ACTIONS[name](body, controlled);
  return changed.ok ? { status: 200, body: changed.value } : { status: 400, body: { problem: changed.problem } };
}

function withoutToken(visit: Visits['last'][number]) {
  return { ...visit, headers: { ...visit.headers, authorization: undefined } };
}
