import { createRandom } from '../../src/sandbox/random';
import type { Random } from '../../src/sandbox/random';
import type { DecisionAnswer } from '../../src/domain/answers';
import type { Speaker } from '../../src/domain/sender';
import { letAccountGo, takeAccount } from '../../src/tasks/assign-account';
import { decide } from '../../src/tasks/decide';
import type { Decide } from '../../src/tasks/decide';
import { snoozeUntil, wakeUp } from '../../src/tasks/snooze-account';
import { shownIn } from './drawings';
import type { ShownAccount } from './drawings';
import type { Front } from './front';
import type { Ground } from './ground';
import type { Ledger } from './ledger';
import { CHANNELS, chatOf } from './cast';
import type { SimMessage } from './sim-teams';

interface Deps {
  readonly ground: Ground;
  readonly ledger: Ledger;
  readonly front: Front;
}

type Wish = Decide | 'take' | 'let-go' | 'snooze' | 'wake';

/** A person looks at a card, as it is or as it was a moment ago, and clicks on it. */
export async function clickSomething(deps: Deps, person: Speaker, n: number, on?: SimMessage): Promise<void> {
  const { ground } = deps;
  const random = createRandom(`${ground.seed} click ${n} ${person.name}`);
  const cards = cardsOf(ground, person);
  const seen = on ?? (cards.length === 0 ? undefined : random.pick(cards));
  if (seen === undefined) return;
  const isLate = random.below(5) === 0;
  const shown = shownIn((isLate ? seen.contents.at(-2) : undefined) ?? seen.contents.at(-1));
  if (shown?.shows !== 'account') return;
  const wish = wishOf(ground, random, shown);
  const said = typeof wish === 'string' ? wish : JSON.stringify(wish);
  ground.tell(
    person.name,
    `clicks on ${shown.accountId} (version ${shown.version}) in ${seen.conversationId}: ${said}`,
  );
  if (typeof wish === 'string') await askFor(deps, person, shown, wish);
  else await decideOn(deps, person, { seen, shown, wish, id: `${seen.conversationId}|click-${n}-${person.name}` });
}

/** The cards that somebody can see, the newest last. */
export function cardsOf({ teams }: Ground, person: Speaker): readonly SimMessage[] {
  const places = new Set([...CHANNELS, chatOf(person)].map(({ conversationId }) => conversationId));
  return [...teams.messages.values()].filter(
    ({ conversationId, contents }) => places.has(conversationId) && shownIn(contents.at(-1))?.shows === 'account',
  );
}

function wishOf({ sources }: Ground, random: Random, shown: ShownAccount): Wish {
  const { mapping, decisionId: seen, mappingVersion: asOf } = shown;
  const customerId = random.pick([...sources.customers.keys()]);
  if (shown.writeBack === 'conflict' && seen !== undefined)
    return { verb: random.pick(['keep-ours', 'keep-theirs']), seen, asOf };
  if (mapping === 'open' || seen === undefined) {
    const chance = random.next();
    if (chance < 0.65) return { verb: 'pick', customerId, asOf };
    if (chance < 0.8) return { verb: 'ignore', asOf };
    return random.pick(['take', 'let-go', 'snooze', 'wake']);
  }
  if (mapping === 'ignored') return { verb: random.pick(['reopen', 'undo']), seen, asOf };
  const chance = random.next();
  if (chance < 0.4) return { verb: 'undo', seen, asOf };
  if (chance < 0.6) return { verb: 'reopen', seen, asOf };
  return { verb: 'pick', customerId, seen, asOf };
}

async function askFor(
  { front }: Deps,
  person: Speaker,
  { accountId }: ShownAccount,
  wish: 'take' | 'let-go' | 'snooze' | 'wake',
): Promise<void> {
  const zone = 'UTC' as never;
  await front.ask(wish, async ({ ports }) => {
    if (wish === 'take') return takeAccount(ports, person, accountId, { zone });
    if (wish === 'let-go') return letAccountGo(ports, person, accountId);
    if (wish === 'snooze') return snoozeUntil(ports, person, accountId, { until: { named: 'tomorrow' } }, zone);
    return wakeUp(ports, person, accountId);
  });
}

interface Clicking {
  readonly seen: SimMessage;
  readonly shown: ShownAccount;
  readonly wish: Decide;
  readonly id: string;
}

async function decideOn(deps: Deps, person: Speaker, { seen, shown, wish, id }: Clicking): Promise<void> {
  const { ground, ledger, front } = deps;
  const { accountId } = shown;
  const { conversationId, messageId, threadId } = seen;
  ledger.clicks.set(id, { id, personId: person.id, accountId, what: wish, at: ground.scheduler.now() });
  const card = { conversationId, messageId, ...(threadId === undefined ? {} : { threadId }) };
  const asked = await front.ask(id, ({ ports }) =>
    decide(ports, person, accountId, wish, { id, where: conversationId, card }),
  );
  if (asked.asked !== 'answered') {
    ground.tell(person.name, `was not answered: ${id}`);
    return;
  }
  const { answer } = asked;
  ground.tell(person.name, `is told: ${answer.answer} (${id})`);
  checkAnswer(deps, id, wish, answer);
  if (answer.answer !== 'sure' || id.endsWith('!')) return;
  if (wish.verb !== 'pick' && wish.verb !== 'undo' && wish.verb !== 'reopen') return;
  const sure = { ...wish, despite: answer.doubts.map(answered) };
  await decideOn(deps, person, { seen, shown, wish: sure, id: `${id}!` });
}

type Sure = Extract<DecisionAnswer, { answer: 'sure' }>;

function answered(doubt: Sure['doubts'][number]): string {
  return doubt.doubt === 'fits' ? doubt.customer.id : doubt.mapping.decisionId;
}

/** What a person is told is true at that moment. */
function checkAnswer({ ground, ledger }: Deps, id: string, wish: Decide, answer: DecisionAnswer): void {
  if (answer.answer === 'decided' && answer.decision.id === id) {
    ledger.acknowledged.add(id);
    checkKept(ground, ledger, id);
  }
  const leaves = wish.verb === 'undo' || wish.verb === 'reopen';
  if (answer.answer === 'taken' && !leaves && answer.picture.record.mapping.state === 'open')
    ledger.breaks('whoever comes late is told who was first', id);
}

/** What was acknowledged is written down. */
export function checkKept({ database }: Ground, ledger: Ledger, id: string): void {
  const { accountId } = ledger.clicks.get(id) ?? {};
  const account = database.all('account').find((one) => one.id === accountId);
  const isThere =
    account?.decisions.some((one) => one.id === id) === true ||
    database.all('archive').some((page) => page.decisions.some((one) => one.id === id));
  if (!isThere) ledger.breaks('no acknowledged decision is lost', id);
}
