import { ALICE, BOB, button, cardOf, PERSONAL, setStage, textOf } from './stage';
import type { Someone, Stage, Where } from './stage';

/** All invitations that are meant are watched at once, or none where that would be too many. */

const BOBS: Where = { ...PERSONAL, conversation: { id: 'a:bob', conversationType: 'personal' } };
const NAMES = ['Thistle Gin', 'Bramble Catering', 'Quibble Foods'];

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
  await stage.install(PERSONAL);
});
afterEach(() => stage.close());

const card = async (who: Someone, where: Where, text: string) => (await stage.say(who, where, text))[0]!;
const ask = async (who: Someone, where: Where, text: string) => textOf(cardOf(await card(who, where, text)));

it('says how many and which, by words and by a click, and begins none twice', async () => {
  for (const name of NAMES) await ask(ALICE, PERSONAL, `we invited ${name}`);
  await ask(BOB, BOBS, 'we invited Zyxwv Inns on 2 March 2026');
  const said = await ask(ALICE, PERSONAL, 'watch all invitations of this month');
  expect(said).toContain('You are told when 3 companies accept');
  for (const name of NAMES) expect(said).toContain(name);
  expect(said).not.toContain('Zyxwv Inns');
  expect(await ask(ALICE, PERSONAL, 'watch all open invitations')).toContain('You are told when 1 company accepts');
  const list = await card(BOB, BOBS, 'invitations');
  await stage.click(BOB, BOBS, 'no-card-of-ours', button(list, 'Watch all 4'));
  const told = () => stage.connector.messages().some((one) => textOf(cardOf(one)).includes('when 4 companies accept'));
  await stage.until(told);
});

it('says so where none is meant', async () => {
  await ask(ALICE, PERSONAL, 'we invited Thistle Gin');
  expect(await ask(BOB, BOBS, 'watch all my invitations')).toMatch(/No invitation is open[\s\S]*1 other invitation is/);
  expect(await ask(BOB, BOBS, 'what am I watching?')).not.toContain('Thistle');
});

it('begins none where they would be more than one person can watch', async () => {
  const many = Array.from({ length: 48 }, (_, n) => `Thistle ${'abcdefghijklmnopqrstuvwxyz'[n % 26]}${n} Works`);
  for (let from = 0; from < many.length; from += 16)
    await ask(ALICE, PERSONAL, `we invited ${many.slice(from, from + 16).join(', ')}`);
  for (const name of NAMES) await ask(ALICE, PERSONAL, `watch ${name}`);
  expect(await ask(ALICE, PERSONAL, 'watch all invitations')).toMatch(
    /48 invitations would be too many[\s\S]*You watch 3 companies already, and one person can watch 50/,
  );
  expect((await stage.kept('watch')).length).toBe(3);
});
