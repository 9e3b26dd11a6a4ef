import { ALICE, BOB, buttonsOf, cardOf, CHANNEL, messageIdOf, PERSONAL, setStage, TEAM } from './stage';
import type { Stage } from './stage';
import { synced } from './synced';

/** Whether two names are one company's is a question: it is answered, and nothing is offered to be mapped. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  // Who fits is known once each tenant was looked at closely.
  await synced(stage);
});
afterAll(() => stage.close());

let chats = 0;

async function ask(text: string, on = stage): Promise<{ readonly said: string; readonly buttons: readonly string[] }> {
  const where = { ...PERSONAL, conversation: { id: `a:same-${(chats += 1)}`, conversationType: 'personal' } };
  const [only, ...more] = await on.say(chats % 2 === 0 ? ALICE : BOB, where, text);
  expect([text, more.length]).toEqual([text, 0]);
  const card = cardOf(only!);
  return { said: card.fallbackText, buttons: buttonsOf(card).map(({ title }) => title) };
}

it.each([
  ['Contoso Ltd and Contoso GmbH, same thing?', /^Both names lead to one account: Contoso Ltd\n/],
  [
    'is The Phone Company the same as TPC Telecommunications?',
    /^The Phone Company is not mapped; TPC Telecommunications Holdings Ltd fits almost certainly\n.*same domain thephone-company\.com/,
  ],
  [
    'Brightwater = Lakeshore?',
    /^Brightwater Analytics is not mapped; Lakeshore Data Services Limited fits almost certainly/,
  ],
  ['are Coho Winery and Coho Vineyard the same company?', /^These are two accounts: Coho Winery and Coho Vineyard\n/],
  [
    'is Fabrikam Inc the same as Fabrikam, Inc.?',
    /^Both names lead to one account: Fabrikam Inc|^Fabrikam Inc is mapped to/,
  ],
  [
    'is Woodgrove Bank the same as Proseware, Inc.?',
    /^(?:These are two accounts|Woodgrove Bank is mapped to Woodgrove Bank plc, not)/,
  ],
  [
    'is Fabrikam Residences the same as our Fabrikam?',
    /^I cannot tell whether “Fabrikam Residences” and “Fabrikam” are the same/,
  ],
  ['sind Coho Winery und Coho Vineyard dasselbe?', /^Das sind zwei Konten: Coho Winery und Coho Vineyard/],
  ['Coho Winery et Coho Vineyard, c’est la même société ?', /^Ce sont deux comptes/],
  ['¿son Coho Winery y Coho Vineyard la misma empresa?', /^Son dos cuentas/],
  ['zijn Coho Winery en Coho Vineyard hetzelfde bedrijf?', /^Dit zijn twee accounts/],
])('%s', async (text, answer) => {
  const { said, buttons } = await ask(text);
  expect(said).toMatch(answer);
  expect(buttons.join()).not.toMatch(/\bmap\b|zuordnen/i);
});

it('the story of who is no customer any more ends with that', async () => {
  const { said } = await ask('history School of Fine Art');
  expect(said).toMatch(/Reseller relationship: Not in the customer list any more/);
  expect(said).not.toMatch(/first saw/);
});

it('what somebody said to be no customer is not called likely', async () => {
  // On a stage of its own: the other tests ask of this account while nobody has decided it.
  const own = await setStage();
  own.connector.members(TEAM, [ALICE]);
  await own.install(CHANNEL);
  const [shown] = await own.say(ALICE, PERSONAL, 'show Brightwater Analytics');
  const isIgnored = ({ data }: { readonly data: { readonly verb: string } }): boolean => data.verb === 'ignore';
  await own.click(ALICE, PERSONAL, messageIdOf(own, shown!), buttonsOf(cardOf(shown!)).find(isIgnored)!.data);
  const { said } = await ask('Brightwater = Lakeshore?', own);
  await own.close();
  expect(said).toMatch(/^Alice Example said that Brightwater Analytics is not a customer/);
});
