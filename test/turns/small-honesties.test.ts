import { ALICE, BOB, cardOf, PERSONAL, setStage, textOf } from './stage';
import type { Stage } from './stage';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

let chats = 0;

async function ask(text: string, locale = 'en-US'): Promise<string> {
  const before = stage.connector.messages().length;
  const where = { ...PERSONAL, conversation: { id: `a:small-${(chats += 1)}`, conversationType: 'personal' } };
  await stage.send({ type: 'message', text, from: chats % 2 === 0 ? ALICE : BOB, ...where, locale });
  return cardOf(stage.connector.messages()[before]!).fallbackText;
}

it('a weekly summary says on which day it comes', async () => {
  expect(await ask('digest weekly at 9:00')).toMatch(/^The summary now comes here every Monday at 09:00/);
});

it.each([
  'stop watching Fabrikam',
  'could you perhaps stop watching Fabrikam for me',
  'Fabrikam nicht mehr beobachten',
])('whoever watches nothing is told so, and not asked first: %s', async (text) => {
  expect(await ask(text)).toMatch(/^(?:You were not watching “Fabrikam”|Sie haben „Fabrikam“ nicht beobachtet)/);
});

it('a list says once of each account since when it is there', async () => {
  const list = await ask('what is unmapped?');
  expect(list).toMatch(/Contoso Ltd \(In Work 365 since \d+ \w+ 20\d\d · contoso\.(?:onmicrosoft\.)?com\)/);
  expect(list).not.toMatch(/there before .* In Work 365 since/);
});

it.each([
  ['help', 'en-US', 'which customers have not signed?', 'map the sure ones'],
  ['Hilfe', 'de-DE', 'welche Kunden haben nicht unterschrieben?', 'die sicheren zuordnen'],
])('%s names the questions about all, and the sure ones', async (text, locale, question, sure) => {
  const before = stage.connector.messages().length;
  await ask(text, locale);
  const card = JSON.stringify(cardOf(stage.connector.messages()[before]!));
  for (const line of [question, sure]) expect(card).toContain(line);
});

it('a chat hears of its own accord in the language of its person’s client', async () => {
  const chat = { ...PERSONAL, conversation: { id: 'a:small-own', conversationType: 'personal' }, locale: 'nl-NL' };
  await stage.send({ type: 'message', text: 'announce here', from: ALICE, ...chat });
  const board = await stage.until(() =>
    stage.connector
      .messages()
      .filter(({ conversationId }) => conversationId.startsWith('a:small-own'))
      .map((message) => textOf(cardOf(message)))
      .find((text) => text.startsWith('Open accounts')),
  );
  expect(board).toMatch(/^Open accounts\n\d+ accounts wachten op hun klant\n/);
});
