import { ALICE, BOB, cardOf, CHANNEL, PERSONAL, setStage } from './stage';
import type { Stage } from './stage';

/** What the bot does not do, and what its words mean: never answered with what merely shares words with it. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.install(CHANNEL);
});
afterAll(() => stage.close());

let chats = 0;

/** What is said in answer, one text for each message, in a chat of its own. */
async function ask(text: string): Promise<string[]> {
  const where = { ...PERSONAL, conversation: { id: `a:not-done-${(chats += 1)}`, conversationType: 'personal' } };
  const said = await stage.say(chats % 2 === 0 ? ALICE : BOB, where, text);
  return said.map((message) => cardOf(message).fallbackText as string);
}

describe('what is not done here is said to be so', () => {
  it.each([
    ['add 5 E3 licences for Litware', /^I order, change and cancel nothing at a customer’s/],
    ['cancel litware subscription', /^I order, change and cancel nothing at a customer’s/],
    ['reset password for Alex Wilber at Contoso', /^I order, change and cancel nothing at a customer’s/],
    ['kündige das Abo von Litware', /^Ich bestelle, ändere und kündige nichts bei Kunden/],
    ['annule les licences de Litware', /^Je ne commande, ne modifie et ne résilie rien/],
    ['cancela la suscripción de Litware', /^No pido, cambio ni cancelo nada/],
    ['annuleer het abonnement van Litware', /^Ik bestel, wijzig en annuleer niets/],
    ['can you send an email to the Fabrikam admin', /^I send no mails/],
    ['excel of pending', /^I can export the mappings and the decisions/],
    ['csv of pending', /^I can export the mappings and the decisions/],
    ['remind me in 2 hours about Contoso', /^I remind you on the morning of a day, at no hour/],
    ['mute for 2 hours', /^I remind you on the morning of a day/],
    ['set my timezone to Sydney', /^Your time zone comes from Teams/],
    ['what does contoso owe us', /^I know nothing of prices, invoices or payments/],
    ['whats the price of E3', /^I know nothing of prices/],
    ['invoice for Litware november', /^I know nothing of prices/],
    ['who are our contacts at Contoso', /^I do not know contacts/],
    ['which customers have suspended subscriptions', /^I cannot list or add up the subscriptions/],
    ['total licences in use across all customers', /^I cannot list or add up the subscriptions/],
    ['who else is called Contoso', /^That is a question I cannot answer/],
    ['which tenants does Litware, Inc. have', /^That is a question I cannot answer/],
    ['what renews next month', /^I cannot list whose subscriptions end when/],
    ['how do I invite a new customer with GDAP', /^The invitation asks for the reseller relationship only/],
    ['who can map accounts', /^Who may decide is set by whoever runs this bot\nYou may map accounts/],
  ])('%s', async (text, answer) => {
    expect(await ask(text)).toEqual([expect.stringMatching(answer)]);
  });
});

describe('what a word means is explained', () => {
  it.each([
    ['what is GDAP', /^GDAP is admin access that a customer grants you/],
    ["what's the difference between MCA and GDAP", /^Accepting is three separate things/],
    ["what does 'sync switched off' mean", /^“Sync switched off” is a setting of the account in Work 365/],
    ['how does mapping work', /^Mapping says which customer record an account belongs to/],
    ['was ist GDAP?', /^GDAP ist Adminzugriff/],
    ["c'est quoi GDAP ?", /^GDAP est l’accès administrateur/],
    ['¿qué es GDAP?', /^GDAP es el acceso de administrador/],
    ['wat is GDAP?', /^GDAP is beheerderstoegang/],
  ])('%s', async (text, answer) => {
    expect(await ask(text)).toEqual([expect.stringMatching(answer)]);
  });

  it.each([
    ['which customers have GDAP?', /^With admin access \(GDAP\)/],
    ['what is unmapped?', /accounts wait for a customer/],
  ])('and a question about the accounts stays one: %s', async (text, answer) => {
    expect((await ask(text))[0]).toMatch(answer);
  });
});

describe('people are no companies', () => {
  it.each([
    ['is Alex Wilber at Fabrikam active', /^Fabrikam Inc: \d users\n/],
    ['is Joni Sherman blocked at Litware', /^Litware: \d users\n[^]*Joni Sherman: joni@litware\.com · blocked/],
    [
      'did Adele map Woodgrove on 19 November 2025',
      /^Woodgrove Bank, going by “Woodgrove”\. Woodgrove Bank was mapped/,
    ],
    ['is GDAP active for Contoso', /^Contoso Ltd – Admin access \(GDAP\): Active until/],
  ])('%s', async (text, answer) => {
    expect(await ask(text)).toEqual([expect.stringMatching(answer)]);
  });
});

describe('a word of the question is offered as no company', () => {
  it.each(["what's the phone number of Woodgrove", 'weather in Leeds?', 'who is joni sherman', 'no digest on fridays'])(
    '%s',
    async (text) => {
      const [only] = await ask(text);
      expect(only).not.toMatch(
        /"the phone"|Leeds"?( accepted)?\n?- |status (?:Leeds|sherman)|watch sherman|every Friday/,
      );
    },
  );

  it('who asks not to do something is not offered to do it', async () => {
    expect((await ask('please do not unmap litware'))[0]).not.toMatch(/unmap litware/);
  });
});

describe('of two things in one message neither is dropped', () => {
  it.each<[string, readonly RegExp[]]>([
    [
      'has woodgrove signed the MCA yet and when does their gdap run out',
      [/– Customer agreement: Signed/, /– Admin access \(GDAP\): Active until/],
    ],
    [
      'is tailspin toys accepted, and if not when was the invite sent',
      [/^Not in the customer list/, /^Nobody tells me/],
    ],
    [
      'who mapped Proseware, and how many licences does it have, and when does GDAP end',
      [/^Proseware was mapped/, /^Proseware: /, /^Proseware – Admin access \(GDAP\)/],
    ],
    ['is Fabrikam accepted and what about the licences', [/^Yes\. Fabrikam Inc/, /^Fabrikam Inc: /]],
    ['daily digest at 7:30 in Dutch please', [/digest every day at 07:30/, /switch language to Dutch/]],
    ['neither contoso nor a datum is mapped, correct?', [/^Nobody yet: Contoso Ltd/, /^Nobody yet: A Datum Corp/]],
  ])('%s', async (text, answers) => {
    expect(await ask(text)).toEqual(answers.map((answer) => expect.stringMatching(answer)));
  });

  it.each([
    ['Contoso accepted but Fabrikam not, right?', /^Both have accepted\n[^]*Contoso Ltd[^]*Fabrikam Inc/],
    [
      "My manager wants to know if we're ready to invoice Woodgrove and Margie's Travel this month",
      /^Both have accepted\n/,
    ],
    ['Contoso hat angenommen, aber Fabrikam nicht, oder?', /^Beide haben angenommen\n/],
    ['status of hkb, sger', /^Both have accepted\n[^]*HKB[^]*SGER/],
    ['coho winery and vineyard - are both done?', /^Both have accepted\n[^]*Coho Winery[^]*Coho Vineyard/],
    [
      'Contoso Ltd UK and Contoso Ltd US - which accepted?',
      /^1 of 2 has accepted\n[^]*Contoso Ltd US \(Not in the customer list/,
    ],
    [
      'is Humongous Insurance plc accepted',
      /^Humongous Insurance, going by “Humongous Insurance plc”: accepted before /,
    ],
    ['Proseware Ltd, UK - accepted?', /^Not in the customer list: “Proseware Ltd, UK”/],
  ])('%s', async (text, answer) => {
    expect(await ask(text)).toEqual([expect.stringMatching(answer)]);
  });
});

it.each([
  ['newest accounts', /^\d+ companies accepted\n/],
  ['list all customers pls', /^\d+ companies accepted\n/],
  ['how many accounts have we got', /customers in Partner Center/],
])('%s', async (text, answer) => {
  expect(await ask(text)).toEqual([expect.stringMatching(answer)]);
});
