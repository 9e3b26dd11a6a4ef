import { ALICE, BOB, cardOf, CHANNEL, PERSONAL, setStage, TEAM, textOf } from './stage';
import type { Someone, Stage, Where } from './stage';

/** Invitations are found by a shorter name, and listed by who sent them. */

const BOBS: Where = { ...PERSONAL, conversation: { id: 'a:bob', conversationType: 'personal' } };

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  stage.connector.members(TEAM, [ALICE, BOB]);
  await stage.install(CHANNEL);
});
afterAll(() => stage.close());

async function ask(who: Someone, where: Where, text: string): Promise<string> {
  return (await stage.say(who, where, text)).map((one) => textOf(cardOf(one))).join('\n');
}

it('says under which name it was noted when a part of that is asked for', async () => {
  await ask(ALICE, PERSONAL, 'we invited Thistle Gin Distillery on 20 November 2026');
  await ask(ALICE, PERSONAL, 'we invited Bramble & Sons Catering');
  expect(await ask(BOB, BOBS, 'did we invite Thistle Gin?')).toMatch(
    /Noted as “Thistle Gin Distillery”\. Invited on .* by Alice Example/,
  );
  expect(await ask(BOB, BOBS, 'when did we invite Bramble')).toContain('Noted as “Bramble & Sons Catering”.');
  expect(await ask(BOB, BOBS, 'did we invite Thistle Gin Distillery?')).not.toContain('Noted as');
});

it('lists those of one person, and says how many others there are', async () => {
  await ask(BOB, BOBS, 'we invited Zyxwv Inns');
  const bobs = await ask(ALICE, PERSONAL, 'invitations by bob');
  expect(bobs).toContain('Only those by bob. ');
  expect(bobs).toContain('Zyxwv Inns');
  expect(bobs).not.toContain('Thistle Gin');
  expect(await ask(BOB, BOBS, 'my invitations')).toContain('Only yours.');
  expect(await ask(BOB, BOBS, 'invitations by Nadia')).toMatch(
    /No invitation is open[\s\S]*other invitations? (?:is|are) open/,
  );
});

it('who asks who has an account, or let it wait, hears that', async () => {
  await ask(BOB, BOBS, "I'll take Nod Publishers");
  expect(await ask(ALICE, PERSONAL, 'who mapped Nod Publishers?')).toContain('Bob Example has been on it since');
  await ask(BOB, BOBS, 'snooze Alpine Ski House until Monday, waiting for the contract');
  expect(await ask(ALICE, PERSONAL, 'who snoozed Alpine Ski House')).toMatch(
    /Snoozed until .* by Bob Example: “waiting/i,
  );
  const taken = await ask(ALICE, PERSONAL, "I'll take Alpine Ski House");
  expect(taken).toMatch(/Bob Example had snoozed it until .*; it is awake now/);
});
