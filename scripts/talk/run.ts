import type { Intent } from '../../src/commands/intent';
import { toPrediction } from '../../src/commands/prediction';
import type { Told } from '../../src/domain/told';
import type { Outcome, SaidTurn, Talk } from './talk';
import { conversationOf, firstLine, idOf, messageFor, personOf } from './wire';
import type { Quoted } from './wire';
import { openWorld } from './world';
import type { World } from './world';

/** What has been said so far, for quoting. */
interface Past {
  readonly say: Quoted;
  readonly answer: Quoted | undefined;
}

const FIRST_SPEAKER = 'Ada';
const PAUSE_S = 5;
/** More than the sandbox has. */
const MOST_ACCOUNTS = 500;

/** Runs one talk in a world of its own, as `data/talks/README.md` says: the whole bot, from the wire to the answer. */
export async function runTalk(talk: Talk): Promise<readonly Outcome[]> {
  const told = new Map<string, Told | undefined>();
  const speakers = [FIRST_SPEAKER, ...talk.turns.flatMap(({ by }) => by ?? [])];
  const world = await openWorld({
    hears: ({ id }, about) => void told.set(id, about),
    people: [...new Set(speakers)].map((name) => personOf(name).aadObjectId),
  });
  try {
    await send(world, {
      ...{ type: 'installationUpdate', action: 'add', id: talk.id, from: personOf(FIRST_SPEAKER) },
      ...conversationOf(talk),
    });
    await world.settle();
    const outcomes: Outcome[] = [];
    const past: Past[] = [];
    const first = talk.turns[0]?.by ?? FIRST_SPEAKER;
    for (const [at, turn] of talk.turns.entries()) {
      if (at > 0) world.time.pass((turn.after_s ?? PAUSE_S) * 1_000);
      await world.settle();
      outcomes.push(await runTurn({ world, talk, told, past }, turn, turn.by ?? first, at));
    }
    return outcomes;
  } finally {
    await world.close();
  }
}

interface Running {
  readonly world: World;
  readonly talk: Talk;
  readonly told: ReadonlyMap<string, Told | undefined>;
  readonly past: Past[];
}

async function runTurn({ world, talk, told, past }: Running, turn: SaidTurn, by: string, at: number): Promise<Outcome> {
  const id = idOf(talk, at);
  const before = await mappingsIn(world);
  const quoted = turn.quotes === undefined ? undefined : past[turn.quotes.turn - 1]?.[turn.quotes.of];
  const said = { id, by, say: turn.say, at: world.time.clock.now(), ...(quoted === undefined ? {} : { quoted }) };
  const response = await send(world, messageFor(talk, said));
  await world.settle();
  const answers = world.teams.shown.filter((shown) => shown.answers === id);
  const [first] = answers;
  const says = first === undefined ? '' : firstLine(first.activity);
  past.push({
    say: { id, text: turn.say, author: by },
    answer: first === undefined ? undefined : { id: first.id, text: says, author: 'Handshake' },
  });
  if (response.status !== 200 || first === undefined || !told.has(id)) return null;
  const changed = before !== (await mappingsIn(world));
  return { ...predicted(told.get(id)), changed, says };
}

/** What an answer told, in the words of the data. */
function predicted(told: Told | undefined): Omit<NonNullable<Outcome>, 'changed' | 'says'> {
  const { command, about = [], listed = [], asks } = told ?? {};
  // Commands are intents, kept as plain values.
  const { intent, args } = toPrediction(
    command === undefined
      ? { outcome: 'nothing' }
      : { outcome: 'understood', intent: command as Intent, language: 'en', evidence: [] },
  );
  const asksCompany = asks === 'company';
  return {
    intent,
    args,
    about: asksCompany ? [] : about.map(({ name }) => name),
    listed: listed.map(({ name }) => name),
    asks: asksCompany,
  };
}

/** The mapping of every account, in the bot's store and in Work 365, as one text. */
async function mappingsIn({ sandbox, store }: World): Promise<string> {
  const { items } = await store.list('account', { limit: MOST_ACCOUNTS });
  const ours = items.map(({ document: { id, mapping } }) => [
    id,
    mapping.state === 'mapped' ? mapping.customer.id : mapping.state,
  ]);
  return JSON.stringify([ours, sandbox.world.state.rows.map(({ id, customerId }) => [id, customerId])]);
}

async function send({ urls, teams }: World, activity: object): Promise<Response> {
  const response = await fetch(`${urls[0]}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...activity, serviceUrl: teams.serviceUrl }),
  });
  await response.text();
  return response;
}
