import { ALICE, BOB, cardOf, PERSONAL, setStage } from './stage';
import type { Stage } from './stage';

/** What is asked of a company besides whether it has accepted is not answered with a yes to that. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

let chats = 0;

/** In a chat of its own, by two people in turn: one would soon be at a limit, and answers would wait. */
async function ask(text: string): Promise<string> {
  const where = { ...PERSONAL, conversation: { id: `a:one-${(chats += 1)}`, conversationType: 'personal' } };
  const said = await stage.say(chats % 2 === 0 ? ALICE : BOB, where, text);
  expect([text, said.length]).toEqual([text, 1]);
  return cardOf(said[0]!).fallbackText;
}

describe('to whom it is mapped', () => {
  it.each([
    ['is HKB mapped?', /^Nobody yet: HKB has no customer\./],
    ['to which customer is GDI mapped?', /^GDI was mapped to Graphic Design Institute in Work 365 already/],
    ['Wem ist GDI zugeordnet?', /^GDI war in Work 365 schon Graphic Design Institute zugeordnet/],
    ['Wem gehört HKB?', /^Noch niemand: HKB hat keinen Kunden\./],
    ['à quel client est lié GDI ?', /^GDI était déjà associé à Graphic Design Institute/],
    ['Fabrikam est-il associé ?', /^Fabrikam Inc était déjà associé à Fabrikam, Inc\./],
    ['¿Contoso está asignado?', /^Nadie todavía: Contoso Ltd no tiene cliente\./],
    ['¿Está Litware asignado?', /^Litware ya estaba asignada a Litware, Inc\./],
    ['is Contoso al gekoppeld?', /^Nog niemand: Contoso Ltd heeft geen klant\./],
    ['aan welke klant is GDI gekoppeld?', /^GDI was in Work 365 al gekoppeld aan Graphic Design Institute/],
  ])('%s', async (text, answer) => {
    expect(await ask(text)).toMatch(answer);
  });
});

describe('what it has', () => {
  it.each([
    ['does VanArsdel have E5?', /^VanArsdel: 3 subscriptions\n/],
    ['is power bi active for Harbour Light', /^Harbour Light: 2 subscriptions\n[^]*Power BI Pro/],
    ['hat VanArsdel Copilot?', /^VanArsdel: 3 Abonnements\n/],
    ['est-ce que VanArsdel a Visio ?', /^VanArsdel\u00a0: 3 abonnements\n[^]*Visio/],
    ['¿tiene VanArsdel Visio?', /^VanArsdel: 3 suscripciones\n[^]*Visio/],
    ['heeft VanArsdel Visio?', /^VanArsdel: 3 abonnementen\n[^]*Visio/],
  ])('%s', async (text, answer) => {
    expect(await ask(text)).toMatch(answer);
  });
});

describe('which tenant it is, and whether Work 365 has it', () => {
  it.each([
    ['tenant id of Contoso', /Tenant ID [0-9a-f-]{36}/],
    ["what is Fabrikam's tenant id?", /Tenant ID [0-9a-f-]{36}/],
    ['Tenant-ID von Contoso', /[0-9a-f]{8}-[0-9a-f-]{27}/],
    ['is Nod Publishers in Work 365 or not?', /Work 365: Not there yet/],
    ["is Litware Retail's sync off?", /Work 365: Has this account, but its sync is switched off there/],
    ['map Contoso', /^Map Contoso Ltd to Contoso Limited\?/],
  ])('%s', async (text, answer) => {
    expect(await ask(text)).toMatch(answer);
  });
});

describe('two companies, however they are joined', () => {
  it.each([
    ['status hkb and sger', ['HKB', 'SGER']],
    ['is contoso accepted and fabrikam?', ['Contoso Ltd', 'Fabrikam Inc']],
    ['hat contoso angenommen und fabrikam?', ['Contoso Ltd', 'Fabrikam Inc']],
    ['coho winery and vineyard - are both done?', ['Coho Winery', 'Coho Vineyard']],
    ['VanArsdel (BE) and Proseware (CA)', ['VanArsdel', 'Proseware']],
  ])('%s', async (text, names) => {
    const answer = await ask(text);
    for (const name of names) expect(answer).toContain(name);
  });

  it('a country beside the name is that of the company, or the name is another one’s', async () => {
    expect(await ask('is VanArsdel (BE) accepted?')).toMatch(/^VanArsdel, going by “VanArsdel \(BE\)”: accepted/);
    expect(await ask('is VanArsdel (JP) accepted?')).toMatch(/^Not in the customer list: “VanArsdel \(JP\)”/);
  });
});

describe('a legal form is the plain name', () => {
  it.each([
    ['in full', 'is contoso limited accepted?', /^Yes\. Contoso Ltd accepted/],
    ['where it is that of the customer', 'Northwind Traders Ltd', /^Yes\. Northwind Traders accepted/],
    ['where it is that of the customer that fits', 'is Meridian Logistics GmbH accepted?', /^Yes\. Meridian Logistics/],
  ])('%s', async (_what, text, answer) => {
    expect(await ask(text)).toMatch(answer);
  });
});

it('asks for news of a company in whatever words', async () => {
  expect(await ask('Sag mir Bescheid, sobald WWI angenommen hat')).toMatch(/^Wir sagen Ihnen Bescheid, wenn „WWI“/);
});
