import { ALICE, cardOf, PERSONAL, setStage, textOf } from './stage';
import type { Stage } from './stage';

/** What is answered without a company: files without a word, and a look at all sources. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.install(PERSONAL);
});
afterAll(() => stage.close());

async function say(text: string): Promise<string> {
  const [message] = await stage.say(ALICE, PERSONAL, text);
  return textOf(cardOf(message!));
}

it('says that a picture without a word cannot be opened, and answers the words beside one (T13)', async () => {
  const attachments = [{ contentType: 'image/png', contentUrl: 'https://example.com/a.png' }];
  const seen = stage.connector.messages().length;
  const send = (text: string) => stage.send({ type: 'message', text, attachments, from: ALICE, ...PERSONAL });
  await send('');
  await send('is Contoso accepted?');

  const [alone, withWords] = stage.connector.messages().slice(seen);
  expect(textOf(cardOf(alone!))).toContain('I cannot open files or pictures');
  expect(textOf(cardOf(withWords!))).toContain('Contoso Ltd accepted');
});

it('looks again at all sources when asked to, and says what it found', async () => {
  expect(await say('sync now')).toContain('I looked again: nothing has changed');

  stage.sandbox.world.accept('Quarry Lane Dental');

  const found = await say('check again');
  expect(found).toContain('I looked again. 1 account is new or has changed: Quarry Lane Dental');
});
