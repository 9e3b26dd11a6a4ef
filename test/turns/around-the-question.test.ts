import { ALICE, cardOf, PERSONAL, setStage, textOf } from './stage';
import type { Stage, Where } from './stage';

/** What stands around a question, and what belongs to a name: nothing of a mail is a company, nothing of a name is dropped. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.install(PERSONAL);
});
afterAll(() => stage.close());

let chats = 0;

async function headlines(text: string): Promise<string[]> {
  const conversation = { id: `a:alice-and-bot-${(chats += 1)}`, conversationType: 'personal' };
  const where: Where = { ...PERSONAL, conversation };
  const said = await stage.say(ALICE, where, text);
  return said.map((message) => (message.body.activity ?? message.body).summary ?? textOf(cardOf(message)));
}

describe('a name by itself', () => {
  it.each([
    ['Adventure Works 2', 'Not in the customer list: “Adventure Works 2”'],
    ['Meridian Logistics France', 'Not in the customer list: “Meridian Logistics France”'],
    ['Coho Brewery', 'Not in the customer list: “Coho Brewery”'],
    ['Woodgrove Bank', 'Yes. Woodgrove Bank accepted'],
    ['Woodgrove', 'Woodgrove Bank, going by “Woodgrove”'],
  ])('%s is asked about as it stands', async (text, headline) => {
    const [said, ...more] = await headlines(text);

    expect(said).toContain(headline);
    expect(more).toEqual([]);
  });
});

describe('a pasted ticket or mail', () => {
  const ticket = [
    'TICKET #48211 Priority: High',
    'From: Jane Doe',
    'Customer: Lucerne Publishing',
    'Hi team, can you check if they accepted the reseller relationship? Thanks, Jane',
  ].join('\n');
  it.each([
    ['the customer on a line of its own', ticket, 'Yes. Lucerne Publishing accepted'],
    ['the question below', 'From: Bob\nSubject: Contoso\nhas Fabrikam accepted?', 'Yes. Fabrikam Inc accepted'],
    ['the head of a subject', '[INC0012345] RE: FW: has Trey Research accepted?', 'Yes. Trey Research accepted'],
    ['a German subject', 'AW: WG: hat Proseware angenommen?', 'Ja. Proseware hatte'],
  ])('%s', async (_, text, headline) => {
    const [said, ...more] = await headlines(text);

    expect(said).toContain(headline);
    expect(more).toEqual([]);
  });

  it('asks nothing where nothing in it can be read', async () => {
    const text = '[INC0012345] RE: FW: Onboarding of Quillworks - customer says they did it yesterday, please check';

    for (const said of await headlines(text)) expect(said).not.toMatch(/INC0012345|FW/);
  });
});

it.each(['🙂 contoso? 🙏', 'contoso 🙏'])('%s asks about the company', async (text) => {
  expect((await headlines(text))[0]).toContain('Contoso Ltd accepted');
});

it.each([
  ['refresh Fabrikam', 'Yes. Fabrikam Inc accepted'],
  ['please recheck Fabrikam now', 'Yes. Fabrikam Inc accepted'],
  ['check Fabrikam again', 'Yes. Fabrikam Inc accepted'],
  ['aktualisiere Fabrikam', 'Ja. Fabrikam Inc hatte'],
])('%s looks again', async (text, headline) => {
  expect((await headlines(text))[0]).toContain(headline);
});

it('refreshes no company called "the list"', async () => {
  expect((await headlines('refresh the list'))[0]).not.toContain('Not in the customer list');
});
