import type { Speaker } from '../../src/domain/sender';
import type { CreationAnswer } from '../../src/domain/creation-answer';
import type { ReviewAnswer, ReviewChoice } from '../../src/domain/review';
import { rowDecision } from '../../src/domain/review';
import { createRandom } from '../../src/sandbox/random';
import type { Random } from '../../src/sandbox/random';
import { changeSettings } from '../../src/tasks/change-settings';
import { createCustomer } from '../../src/tasks/create-customer';
import { noteInvitation } from '../../src/tasks/note-invitation';
import { reportHealth } from '../../src/tasks/report-health';
import { beginReview, saveReview } from '../../src/tasks/review-accounts';
import type { Turn } from '../../src/turn';
import { CHANNELS, chatOf, PEOPLE } from './cast';
import { companyName } from './companies';
import { shownIn } from './drawings';
import { cardsOf } from './clicks';
import { NIGHTS } from './happen';
import type { Stage } from './happen';

/** What people do beside clicking on cards. */
export function turnIn({ scheduler }: Stage['ground'], place: Turn['place'], n: number, input: Turn['input']): Turn {
  return { id: `turn-${n}`, at: scheduler.now(), person: personOf(n), place, input, locale: 'en-GB' };
}

function personOf(n: number): Speaker {
  return PEOPLE[n % PEOPLE.length]!;
}

/** In a team that keeps quiet at night each person does, too. */
export async function openChat({ ground, front, quiet }: Stage, person: Speaker, n: number): Promise<string> {
  const place = chatOf(person);
  const turn = turnIn(ground, place, n, { kind: 'installed', upgrade: false });
  await front.ask('installation', (replica) => replica.conductor.converse({ ...turn, person }));
  const known = ground.database.all('conversation').find((one) => one.conversationId === place.conversationId);
  const wish = { topic: 'quiet', quiet: { on: true, ...NIGHTS }, timeZone: ground.zone } as const;
  if (known !== undefined && quiet === 'nights')
    await front.ask('quiet', ({ ports }) => changeSettings(ports, known, wish, 'en'));
  return place.conversationId;
}

/** Somebody says that a company was invited, which accepts some day, or never. */
export async function invite(stage: Stage, n: number): Promise<void> {
  const { ground, ledger, front } = stage;
  const person = personOf(n);
  const company = companyName(n + 3 + createRandom(`${ground.seed} invite ${n}`).below(6));
  ground.tell(person.name, `says that ${company} was invited`);
  const conversationId = await openChat(stage, person, n);
  const inviting = { person, conversationId, language: 'en', timeZone: ground.zone };
  const asked = await front.ask('invite', ({ ports }) =>
    noteInvitation(ports, inviting, company, { at: ports.clock.now() }),
  );
  if (asked.asked === 'answered' && asked.answer.answer === 'noted') ledger.invited.add(company);
}

/** Somebody has a customer created for an account that nobody has decided. */
export async function create(stage: Stage, n: number): Promise<void> {
  const { ground, ledger, front } = stage;
  const person = personOf(n);
  const random = createRandom(`${ground.seed} create ${n}`);
  const cards = cardsOf(ground, person).filter(({ contents }) => {
    const shown = shownIn(contents.at(-1));
    return shown?.shows === 'account' && shown.mapping === 'open';
  });
  if (cards.length === 0) return;
  const { conversationId: where, contents, messageId } = random.pick(cards);
  const shown = shownIn(contents.at(-1));
  if (shown?.shows !== 'account') return;
  const { accountId, mappingVersion: asOf } = shown;
  const id = `${where}|create-${n}-${person.name}`;
  ground.tell(person.name, `has a customer created for ${accountId}`);
  ledger.clicks.set(id, {
    id,
    personId: person.id,
    accountId,
    what: { verb: 'create', asOf },
    at: ground.scheduler.now(),
  });
  const click = { id, where, card: { conversationId: where, messageId } };
  const reader = { seesPeople: true, where, country: (code: string) => code };
  const ask = (despite: readonly string[]) =>
    front.ask(id, async ({ ports }): Promise<CreationAnswer> => {
      const record = ports.register.account(accountId);
      if (record === undefined) return { answer: 'account-gone' };
      const details = { name: record.tenant.name };
      return createCustomer(ports, person, record, { details, asOf, despite }, click, reader);
    });
  const first = await ask([]);
  if (first.asked !== 'answered' || first.answer.answer !== 'form') return;
  const { near, underWay } = first.answer.form;
  await ask([...near.map(({ customer }) => customer.id), ...underWay.map(({ creationId }) => creationId)]);
}

/** Somebody goes through open accounts a page at a time. */
export async function review(stage: Stage, n: number): Promise<void> {
  const { ground, ledger, front } = stage;
  const person = personOf(n);
  const random = createRandom(`${ground.seed} review ${n}`);
  const where = CHANNELS[0]!.conversationId;
  const page = `${where}|review-${n}`;
  const began = await front.ask(page, ({ ports }) => beginReview(ports, person, { page, where }));
  if (began.asked !== 'answered') return;
  const { rows, progress } = began.answer;
  ground.tell(person.name, `reviews ${rows.length} accounts`);
  handedOut(stage, person, rows);
  await front.pause(2_000 + random.next() * 8_000);
  const next = `${page}-next`;
  const choices = rows.map((row, at): ReviewChoice => {
    const choice = chosen(stage, random);
    const { accountId } = row.account;
    if (choice === undefined) return { accountId, asOf: row.asOf };
    const id = rowDecision(next, at);
    ledger.clicks.set(id, {
      id,
      personId: person.id,
      accountId,
      what: { ...choice, asOf: row.asOf },
      at: ground.scheduler.now(),
    });
    return { accountId, asOf: row.asOf, choice };
  });
  const click = { page: next, where };
  const saved = await front.ask(next, ({ ports }) => saveReview(ports, person, choices, click, { progress }));
  if (saved.asked !== 'answered') return;
  for (const outcome of saved.answer.saved?.outcomes ?? [])
    if (outcome.outcome === 'mapped' || outcome.outcome === 'ignored') noteSaved(stage, rowDecision(next, outcome.row));
  handedOut(stage, person, saved.answer.rows);
}

function chosen({ ground }: Stage, random: Random): ReviewChoice['choice'] {
  const chance = random.next();
  if (chance < 0.3) return undefined;
  return chance < 0.8
    ? { verb: 'pick', customerId: random.pick([...ground.sources.customers.keys()]) }
    : { verb: 'ignore' };
}

/** `unchanged` is said of what somebody has decided the same way before: only what is there by this click counts. */
function noteSaved({ ground, ledger }: Stage, id: string): void {
  const { accountId } = ledger.clicks.get(id) ?? {};
  const account = ground.database.all('account').find((one) => one.id === accountId);
  if (account?.decisions.some((one) => one.id === id) === true) ledger.acknowledged.add(id);
}

/** What one person reviews nobody else does. */
function handedOut({ ground, ledger }: Stage, person: Speaker, rows: ReviewAnswer['rows']): void {
  const [lending] = ground.database.all('lending');
  const now = ground.scheduler.now();
  for (const { account } of rows) {
    const other = lending?.lent.find((one) => one.accountId === account.accountId && one.until > now + 120_000);
    if (ledger.areClocksRight && other !== undefined && other.personId !== person.id)
      ledger.breaks('nobody reviews what another one does', `${account.accountId}: ${person.name}`);
  }
}

/** Somebody asks in a channel, in words; the answer is a card that is kept up to date. */
export async function ask({ ground, front }: Stage, n: number): Promise<void> {
  const random = createRandom(`${ground.seed} ask ${n}`);
  const { tenant } = random.pick([...ground.sources.tenants.values()]);
  const place = CHANNELS[0]!;
  if (!ground.database.all('conversation').some((one) => one.conversationId === place.conversationId)) return;
  const turn = turnIn(ground, place, n, { kind: 'text', text: `is ${tenant.name} accepted?` });
  ground.tell(turn.person?.name ?? '', `asks whether ${tenant.name} has accepted`);
  await front.ask(turn.id, (replica) => replica.conductor.converse(turn));
}

/** A source was away for hours: whoever asks for health now is not told that all is well. */
export async function askWhileAway({ ground, ledger, front }: Stage, service: string): Promise<void> {
  const asked = await front.ask('health', ({ ports }) => reportHealth(ports));
  if (asked.asked !== 'answered') return;
  const { freshness } = asked.answer;
  ground.tell(
    'Ana',
    `asks for health: ${JSON.stringify(freshness.map(({ trouble, overdue }) => trouble?.kind ?? overdue ?? 'well'))}`,
  );
  const isWell = freshness.every(({ trouble, overdue }) => trouble === undefined && overdue !== true);
  if (isWell) ledger.breaks('health says nothing is well that is not', `${service} is away`);
}
