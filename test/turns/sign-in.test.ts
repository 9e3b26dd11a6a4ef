import { ALICE, BOB, PERSONAL, cardOf, setStage, textOf } from './stage';
import type { Stage } from './stage';

let stage: Stage;
afterEach(() => stage.close());

async function health(): Promise<string> {
  const [message] = await stage.say(ALICE, PERSONAL, 'health');
  return textOf(cardOf(message!));
}

it('O10: health names the person of the sign-in, its age and the day it would end', async () => {
  stage = await setStage();
  while ((await stage.kept('signin'))[0]?.renewedAt === undefined) await new Promise(setImmediate);

  expect(await health()).toMatch(/Megan Bowen: renewed .*; it would end on \d+ \w+ 20\d\d if it could not be renewed/);
});

it('O10: a sign-in that is refused is told to the administrators in their own chat, once, and to nobody else', async () => {
  const env = { ADMINS: ALICE.aadObjectId, PARTNER_CENTER_REFRESH_TOKEN: 'a-token-that-entra-does-not-know' };
  stage = await setStage({ env });
  const bobs = { ...PERSONAL, conversation: { id: 'a:bob-and-bot', conversationType: 'personal' } };
  await stage.say(BOB, bobs, 'help');
  await stage.say(ALICE, PERSONAL, 'help');
  const told = () =>
    stage.connector
      .messages()
      .filter((message) => JSON.stringify(message).includes('The sign-in for Partner Center is refused'));
  await stage.until(() => told().length > 0);

  expect(await health()).toContain('npm run setup does it');
  expect(told()).toHaveLength(1);
  expect(JSON.stringify(told()[0])).toContain(PERSONAL.conversation.id);
});
