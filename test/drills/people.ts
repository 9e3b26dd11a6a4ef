import { actionData, parseAction } from '../../src/actions/action';
import type { Action } from '../../src/actions/action';
import { textOf } from './card-text';
import { eventually } from './eventually';
import { PEOPLE } from './ground';
import type { Ground } from './ground';
import type { Replica } from './replica';

/** One thing that a person did and the bot said yes to. */
export interface Deed {
  readonly accountId: string;
  /** Under one of these it must be in the story: a person whose click was not answered with a yes clicks again. */
  readonly decisionIds: readonly string[];
  /** The customer that was picked; absent when a mapping was taken back. */
  readonly customer?: { readonly id: string; readonly name: string };
}

/** What was acknowledged, in order. */
export type Ledger = Deed[];

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  /** The bot asks once whether it is meant: what the button that says so asks for. */
  readonly meant?: Action;
}

const TENANT = '11111111-1111-4111-8111-111111111111';
const TEAM = { id: '19:team@thread.tacv2', name: 'Operations' };
const BOT = { id: '28:22222222-2222-4222-8222-222222222222', name: 'Handshake' };

function channelOf(conversationId: string): object {
  return {
    conversation: { id: conversationId, conversationType: 'channel' },
    channelData: {
      tenant: { id: TENANT },
      team: TEAM,
      channel: { id: conversationId.split(';')[0], name: 'Customers' },
    },
  };
}

/** Sends an activity to one replica; undefined when nobody answered. */
export async function deliver(ground: Ground, replica: Replica, activity: object): Promise<Response | undefined> {
  const body = JSON.stringify({
    timestamp: new Date(ground.clock.now()).toISOString(),
    channelId: 'msteams',
    serviceUrl: ground.serviceUrl,
    recipient: BOT,
    ...activity,
  });
  try {
    const headers = { 'content-type': 'application/json' };
    // Teams gives up after this time, too.
    const signal = AbortSignal.timeout(15_000);
    return await fetch(`${replica.url}/api/messages`, { method: 'POST', headers, body, signal });
  } catch {
    return undefined;
  }
}

let deliveries = 0;

function nextId(): string {
  return `activity-${(deliveries += 1)}`;
}

/** Installs the bot in one more channel and waits until its board is there, so that every replica knows the place. */
export async function install(ground: Ground): Promise<string> {
  const id = `19:channel-${ground.channels.length + 1}@thread.tacv2`;
  const activity = { type: 'installationUpdate', action: 'add', id: nextId(), from: PEOPLE[0], ...channelOf(id) };
  const [replica] = ground.living();
  const response = await deliver(ground, replica!, activity);
  await response?.arrayBuffer();
  if (response?.status !== 200) throw new Error(`the installation was answered with ${response?.status ?? 'nothing'}`);
  await eventually(`the board of ${id}`, () => [...ground.connector.shown.keys()].some((key) => key.startsWith(id)));
  ground.channels.push(id);
  return id;
}

/** A click, delivered once; undefined when nobody answered. */
export async function click(
  ground: Ground,
  replica: Replica,
  clicked: { readonly id: string; readonly channel: string; readonly by: number; readonly action: Action },
): Promise<Answer | undefined> {
  const response = await deliver(ground, replica, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: clicked.id,
    from: PEOPLE[clicked.by],
    ...channelOf(clicked.channel),
    value: {
      action: { type: 'Action.Execute', verb: 'handshake', data: actionData(clicked.action) },
      trigger: 'manual',
    },
  });
  try {
    const body = (await response?.json()) as { readonly type?: unknown; readonly value?: unknown } | undefined;
    if (response === undefined) return undefined;
    const meant = meantIn(body?.value);
    return {
      status: response.status,
      type: String(body?.type),
      text: textOf(body?.value) || String(body?.value),
      ...(meant === undefined ? {} : { meant }),
    };
  } catch {
    // The process died in the middle of its answer.
    return undefined;
  }
}

/** The button of a question such as "Map to Kingsley anyway?", known by what it is pressed in spite of. */
function meantIn(value: unknown): Action | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('despite' in value) {
    const parsed = parseAction(value);
    if (parsed.parsed === 'action') return parsed.action;
  }
  for (const inner of Object.values(value)) {
    const found = meantIn(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Clicks as Teams and people do: what nobody answered is delivered again, perhaps to another replica; whoever got
 * another answer than yes clicks anew, and says yes to a question. Gives the ids of all these clicks.
 */
async function insist(ground: Ground, action: Action, ...yes: readonly string[]): Promise<readonly string[]> {
  const channel = ground.channels[0]!;
  const by = Math.floor(ground.random() * PEOPLE.length);
  const ids = [nextId()];
  let last: Answer | undefined;
  let wanted = action;
  await eventually(
    () => `a yes to ${JSON.stringify(action)}; the last answer was ${JSON.stringify(last)}`,
    async () => {
      const living = ground.living();
      const replica = living[Math.floor(ground.random() * living.length)];
      if (replica === undefined) return false;
      const answer = await click(ground, replica, { id: ids.at(-1)!, channel, by, action: wanted });
      if (answer === undefined) return false;
      last = answer;
      if (answer.status === 200 && yes.some((said) => answer.text.includes(said))) return true;
      wanted = answer.meant ?? action;
      ids.push(nextId());
      return false;
    },
  );
  return ids.map((id) => `${channel}|${id}`);
}

/** A customer of the directory whose name stands on cards as it is, and another one than the standing mapping's. */
function anyCustomer(ground: Ground, standingId: string | undefined): { readonly id: string; readonly name: string } {
  const plain = ground.sandbox.world.state.customers.filter(
    (c) => /^[A-Za-z ]{4,30}$/.test(c.name) && c.id !== standingId,
  );
  return plain[Math.floor(ground.random() * plain.length)]!;
}

type Account = Ground['accepted'][number];

/**
 * Maps an account, anew if it is mapped already, and writes it into the ledger once the bot has said so. To the customer
 * that it has already the bot would say yes without a decision.
 */
export async function map(ground: Ground, ledger: Ledger, { accountId, name }: Account): Promise<Deed> {
  const customer = anyCustomer(ground, standing(ledger, accountId)?.customer?.id);
  const { seen, asOf } = await cardOf(ground, accountId);
  const replaced = seen === undefined ? {} : { seen };
  const action: Action = { verb: 'pick', accountId, customerId: customer.id, asOf, ...replaced };
  const decisionIds = await insist(ground, action, `${name} is mapped to ${customer.name}`);
  const deed: Deed = { accountId, decisionIds, customer: { id: customer.id, name: customer.name } };
  ledger.push(deed);
  return deed;
}

/**
 * Has a customer created for an account, and writes it into the ledger once the account is mapped to it: the yes to the
 * click is a promise that this will be so.
 */
export async function create(
  ground: Ground,
  ledger: Ledger,
  { accountId, name }: Account,
  customer: string,
): Promise<Deed> {
  const { asOf } = await cardOf(ground, accountId);
  // Those that were created before are near, and the form has shown them.
  const despite = ground.sandbox.world.state.customers.filter(({ createdBy }) => createdBy !== undefined);
  const ids = despite.map(({ id }) => id).slice(-8);
  const action: Action = { verb: 'create', accountId, asOf, details: { name: customer }, despite: ids };
  const decisionIds = await insist(ground, action, 'customer is being created', `${name} is mapped to ${customer}`);
  const record = await eventually(`the customer ${customer}`, async () => {
    const { mapping } = (await ground.store.read('account', accountId))?.document ?? { mapping: { state: 'open' } };
    return mapping.state === 'mapped' ? mapping : undefined;
  });
  const deed: Deed = { accountId, decisionIds, customer: record.customer };
  ledger.push(deed);
  return deed;
}

/** Takes the standing mapping of an account back. */
export async function undo(ground: Ground, ledger: Ledger, { accountId, name }: Account): Promise<Deed> {
  const { seen, asOf } = await cardOf(ground, accountId);
  if (seen === undefined) throw new Error(`there is nothing to take back of ${name}`);
  const decisionIds = await insist(ground, { verb: 'undo', accountId, seen, asOf }, `Which customer is ${name}?`);
  const deed: Deed = { accountId, decisionIds };
  ledger.push(deed);
  return deed;
}

/** What the buttons of an account's card carry: its standing decision, and since when nothing has changed. */
async function cardOf(
  ground: Ground,
  accountId: string,
): Promise<{ readonly seen: string | undefined; readonly asOf: number }> {
  const { mapping, mappingVersion: asOf } = await eventually(
    `the record of ${accountId}`,
    async () => (await ground.store.read('account', accountId))?.document,
  );
  return { seen: mapping.state === 'open' ? undefined : mapping.decisionId, asOf };
}

/** The decision that stands, going by what was acknowledged; none while the account is open. */
export function standing(ledger: Ledger, accountId: string): Deed | undefined {
  const last = ledger.filter((deed) => deed.accountId === accountId).at(-1);
  return last?.customer === undefined ? undefined : last;
}
