import { actionData } from '../../src/actions/action';
import { cardOf, CHANNEL, setStage, TEAM, TENANT, textOf } from './stage';
import type { Someone, Stage, Where } from './stage';

/** What somebody waits for is shown to them and to administrators; limits are said before anything is stored. */

const person = (n: number, name: string): Someone => ({
  id: `29:${name}`,
  aadObjectId: `aaaaaaaa-0000-4000-8000-00000000030${n}`,
  name,
});
const ADA = person(1, 'Ada Admin');
const MIA = person(2, 'Mia Member');
const MAX = person(3, 'Max Member');
const chatOf = (someone: Someone): Where => ({
  conversation: { id: `a:${someone.id.slice(3)}`.replaceAll(' ', '-'), conversationType: 'personal' },
  channelData: { tenant: { id: TENANT } },
});

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ production: true, env: { ADMINS: ADA.aadObjectId } });
  stage.connector.members(TEAM, [ADA, MIA, MAX]);
  await stage.send({ type: 'installationUpdate', action: 'add', from: ADA, ...CHANNEL });
});
afterEach(async () => {
  for (const who of [MIA, MAX]) await ask(who, chatOf(who), 'stop watching everything');
});
afterAll(() => stage.close());

async function ask(who: Someone, where: Where, text: string): Promise<string> {
  const messages = await stage.say(who, where, text);
  return messages.map((m) => textOf(cardOf(m)) || (m.body.text ?? m.body.activity?.text ?? '')).join('\n');
}

it('shows what others wait for to administrators only, and in their own chat', async () => {
  await ask(MIA, chatOf(MIA), 'watch Zyxwv Industries');
  await ask(MAX, chatOf(MAX), 'watch Blorp Bakery');

  const pending = 'who has not accepted yet?';
  expect(await ask(MIA, chatOf(MIA), pending)).toMatch(/Zyxwv Industries: Mia Member/);
  expect(await ask(MIA, chatOf(MIA), pending)).not.toMatch(/Blorp|Max Member/);
  expect(await ask(ADA, chatOf(ADA), pending)).toMatch(/Zyxwv Industries: Mia Member[\s\S]*Blorp Bakery: Max Member/);
  expect(await ask(ADA, CHANNEL, pending)).not.toMatch(/Zyxwv|Blorp/);
});

it('refuses kindly what is too long, and begins nothing', async () => {
  const query = `Zyxwv ${'abcdefghi '.repeat(13)}Ltd`;
  await ask(MIA, chatOf(MIA), 'watch Zyxwv Industries');
  const before = stage.connector.messages().length;
  const clicked = await stage.click(MIA, chatOf(MIA), '1', actionData({ verb: 'watch', query }));
  const said = [clicked.value, ...stage.connector.messages().slice(before)];
  expect(JSON.stringify(said)).toMatch(/too long: up to 120 characters/);
  expect(await ask(MIA, chatOf(MIA), 'what am I watching?')).toMatch(/You are watching 1 company/);
});

it('takes of several those that fit, and names the rest', async () => {
  const names = (from: number, count: number) =>
    Array.from({ length: count }, (_, n) => `Blorp${from + n} Industries`).join('\n');
  await ask(MAX, chatOf(MAX), 'watch Blorp Bakery');
  for (let n = 0; n < 3; n += 1) await ask(MAX, chatOf(MAX), `watch\n${names(10 + n * 16, 16)}`);
  const said = await ask(MAX, chatOf(MAX), `watch\n${names(80, 3)}`);

  expect(said).toMatch(/You are told when 1 company accepts/);
  expect(said.match(/You are watching 50 companies already/g)).toHaveLength(2);
  expect(await ask(MAX, chatOf(MAX), 'watch Nobody Corp')).toMatch(/You are watching 50 companies already/);
});
