import { ALICE, BOB, buttonsOf, cardOf, CHANNEL, PERSONAL, setStage, textOf } from './stage';
import type { Someone, Stage, Where } from './stage';

/** A rehearsal over HTTP against the sandbox: what is said, what is not written and not announced, and its end. */

let stage: Stage;
afterEach(() => stage.close());

const CHAT: Where = { ...PERSONAL, conversation: { id: 'a:admin-chat', conversationType: 'personal' } };

async function begin(rehearsal: string): Promise<void> {
  stage = await setStage({
    env: { MAPPERS: ALICE.aadObjectId, ADMINS: BOB.aadObjectId, REHEARSAL: rehearsal },
    hasty: true,
  });
  // In local mode everybody's team is approved.
  await stage.install(CHANNEL);
  await stage.say(BOB, CHAT, 'hello');
}

/** What the bot says of its own accord at that moment stands beside the answer. */
async function say(who: Someone, where: Where, line: string): Promise<string> {
  const said = await stage.say(who, where, line);
  return said.map((one) => textOf(cardOf(one))).join('\n');
}

const saidIn = (where: Where): string[] =>
  stage.connector
    .messages()
    .filter((m) => m.conversationId.startsWith(where.conversation.id))
    .map((m) => textOf(cardOf(m)));

const isWritten = (tenant: string): boolean => (stage.sandbox.world.rowOf(tenant)?.customerId ?? null) !== null;

async function map(where: Where): Promise<string> {
  const [said] = await stage.say(ALICE, where, 'map Contoso Ltd to Contoso Limited');
  const yes = buttonsOf(cardOf(said!)).find(({ title }) => title === 'Yes, map')!;
  const answer = await stage.click(ALICE, where, 'a-card', yes.data);
  return textOf(answer.value);
}

it('announces nothing, writes nothing, says so, and tells the administrators what it would have done', async () => {
  await begin('on');
  stage.sandbox.control('accept', { name: 'Tailspin Toys' });
  stage.sandbox.control('sync', {});
  await map(PERSONAL);
  const told = await stage.until(() => saidIn(CHAT).find((text) => text.includes('what I would have done')));
  expect(told).toContain('When REHEARSAL is off, these decisions are written');

  for (let asked = 0; !(await say(ALICE, PERSONAL, 'show Contoso Ltd')).includes('Not written: rehearsal'); asked++)
    expect(asked).toBeLessThan(100);
  for (let asked = 0; !(await say(ALICE, PERSONAL, 'show Tailspin Toys')).includes('Which customer is'); asked++)
    expect(asked).toBeLessThan(100);
  expect(isWritten('Contoso Ltd')).toBe(false);
  expect(
    stage.sandbox.visits.last.filter(({ method, service }) => service === 'dataverse' && method !== 'GET'),
  ).toEqual([]);
  expect(saidIn(CHANNEL).join('\n')).not.toMatch(/Tailspin|open account/);
  const review = await say(ALICE, PERSONAL, 'review');
  expect(review).toContain('Rehearsal: what is decided is kept here and not written to Work 365.');
  expect(review).toContain('Compare with Work 365');
});

it('ends: what was decided is written, administrators are told, and nothing that came before is announced', async () => {
  await begin('on');
  await map(PERSONAL);
  await stage.until(() => saidIn(CHAT).some((text) => text.includes('what I would have done')));
  for (let asked = 0; !(await say(ALICE, PERSONAL, 'show Contoso Ltd')).includes('Not written: rehearsal'); asked++)
    expect(asked).toBeLessThan(100);

  await stage.restart({ rehearsal: { everywhere: false, conversations: [] } });

  await stage.until(() => isWritten('Contoso Ltd'));
  const over = await stage.until(() => saidIn(CHAT).find((text) => text.includes('The rehearsal is over')));
  expect(over).toContain('1 decision of it is being written now to Work 365.');
  expect(saidIn(CHANNEL).filter((text) => text.includes('Which customer is'))).toEqual([]);
});

it('is for one channel where that is named: elsewhere it does what it says', async () => {
  await begin(CHANNEL.conversation.id);
  await map(PERSONAL);
  await stage.until(() => isWritten('Contoso Ltd'));
  expect(saidIn(CHANNEL).join('\n')).not.toContain('open account');
});

it('in a channel of its own writes nothing that is decided there, creates no customer from there, and says so', async () => {
  await begin(CHANNEL.conversation.id);
  await map(CHANNEL);
  for (let asked = 0; !(await say(ALICE, PERSONAL, 'show Contoso Ltd')).includes('Not written: rehearsal'); asked++)
    expect(asked).toBeLessThan(100);
  expect(isWritten('Contoso Ltd')).toBe(false);

  expect(await say(ALICE, CHANNEL, 'create the customer for HKB')).toContain('This is a rehearsal');
  expect(await say(ALICE, PERSONAL, 'create the customer for HKB')).toContain('Create a customer for HKB');
  expect(await say(ALICE, CHANNEL, 'review')).toContain('Rehearsal: what is decided is kept here');
  expect(await say(ALICE, PERSONAL, 'review')).not.toContain('Rehearsal');
  const health = await say(BOB, CHAT, 'health');
  expect(health).toContain('In Operations / Customers: nothing is announced there');
  expect(health).toContain('1 decision would be written to Work 365.');
});

it('everywhere is said in health', async () => {
  await begin('on');
  for (const line of ['health', 'is this a rehearsal?'])
    expect(await say(BOB, CHAT, line)).toContain('Everywhere: nothing is announced, no decision is written');
});

it.each([
  ['how do your proposals compare with Work 365?', 'Comparison with Work 365'],
  ['which mappings in Work 365 are wrong?', 'Comparison with Work 365'],
  ['do you agree with what is mapped in Work 365?', 'Comparison with Work 365'],
  ['wie passen deine Vorschläge zu Work 365?', 'Vergleich mit Work 365'],
  ['comment tes propositions se comparent-elles à Work 365 ?', 'Comparaison avec Work 365'],
  ['¿cómo se comparan tus propuestas con Work 365?', 'Comparación con Work 365'],
  ['hoe verhouden je voorstellen zich tot Work 365?', 'Vergelijking met Work 365'],
])('is asked for in words: %s', async (line, kicker) => {
  await begin('off');
  expect((await say(ALICE, PERSONAL, line)).split('\n')[0]).toBe(kicker);
});

it('compares with what is mapped in Work 365, and lists what differs with a way to look', async () => {
  await begin('on');
  stage.sandbox.control('map-in-work365', { tenant: 'HKB', customer: 'Fabrikam, Inc.' });
  for (let asked = 0; !(await say(ALICE, PERSONAL, 'show HKB')).includes('is mapped to Fabrikam, Inc.'); asked++)
    expect(asked).toBeLessThan(100);

  const answer = await stage.click(ALICE, PERSONAL, 'a-card', { handshake: 1, verb: 'compare', offset: 0 });
  const text =
    typeof answer.value === 'string'
      ? await stage.until(() => saidIn(PERSONAL).find((one) => one.includes('are our first proposal')))
      : textOf(answer.value);

  const [, same = '', total = ''] = /(\d+) of (\d+) mappings in Work 365 are our first proposal/.exec(text) ?? [];
  expect(Number(same)).toBeGreaterThan(0);
  expect(Number(total)).toBeGreaterThan(Number(same));
  expect(text).toMatch(/HKB → Fabrikam, Inc\.[\s\S]*We would propose Hansen Kjær Byggeservice A\/S/);
});
