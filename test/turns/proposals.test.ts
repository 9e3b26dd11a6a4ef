import { actionData } from '../../src/actions/action';
import { ALICE, cardOf, PERSONAL, setStage } from './stage';
import type { Stage } from './stage';

/** What would change something and is not said plainly is asked first, and done on a click. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

async function ask(text: string): Promise<string> {
  const messages = await stage.say(ALICE, PERSONAL, text);
  return messages.map((m) => JSON.stringify(cardOf(m) ?? m.body)).join('\n');
}

it('asks before it stops a watch that nobody told it plainly to stop', async () => {
  await ask('watch Zyxwv Industries');
  const asked = await ask(
    'sorry to be a bother, there is really no need to keep me posted on Zyxwv Industries any longer',
  );
  expect(asked).toMatch(/Is this what I should do/);
  expect(asked).toMatch(/stop watching \\"?.{0,4}Zyxwv Industries/);
  expect(await ask('what am I watching?')).toMatch(/Zyxwv Industries/);

  const line = 'stop watching "Zyxwv Industries"';
  await stage.click(ALICE, PERSONAL, '1', actionData({ verb: 'type', line }));
  expect(await ask('what am I watching?')).toMatch(/no longer watch/);
});
