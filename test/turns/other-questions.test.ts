import { ALICE, BOB, buttonsOf, cardOf, PERSONAL, setStage, textOf } from './stage';
import type { Stage, Where } from './stage';

/** Questions that share words with something that the bot can answer, and are about something else. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.install(PERSONAL);
});
afterAll(() => stage.close());

let chats = 0;

interface Answer {
  readonly summary: string;
  readonly text: string;
  readonly buttons: readonly string[];
}

async function ask(text: string): Promise<readonly Answer[]> {
  const conversation = { id: `a:alice-and-bot-other-${(chats += 1)}`, conversationType: 'personal' };
  const where: Where = { ...PERSONAL, conversation };
  // Two who ask: one would soon be at a limit, and answers would wait.
  const said = await stage.say(chats % 2 === 0 ? ALICE : BOB, where, text);
  return said.map((message) => ({
    summary: (message.body.activity ?? message.body).summary ?? '',
    text: textOf(cardOf(message)),
    buttons: buttonsOf(cardOf(message)).map(({ title }) => title),
  }));
}

it.each([
  'is it not true that Contoso has not accepted?',
  'has Contoso not accepted yet?',
  "hasn't Contoso accepted?",
  '¿no ha aceptado Contoso?',
  'hat Contoso nicht angenommen?',
])('"%s" is answered with the fact: a yes could mean either', async (text) => {
  const [answer, ...more] = await ask(text);

  expect(answer?.summary).toMatch(/^Contoso Ltd – .*: (?:Accepted|Aceptada|Schon angenommen)[ ,]/);
  expect(more).toEqual([]);
});

describe('a name with two words of structure that the list has not', () => {
  it('is another company, and the near one is offered', async () => {
    const [answer] = await ask('is Fabrikam Holdings Group accepted?');

    expect(answer?.summary).toBe('Not in the customer list: “Fabrikam Holdings Group”. Did you mean Fabrikam Inc?');
    expect(answer?.buttons).toEqual(['I mean Fabrikam Inc', 'Tell me', 'Look again']);
  });

  it('with one of them is how people write the name', async () => {
    const [answer] = await ask('is Fabrikam Group accepted?');

    expect(answer?.summary).toMatch(/^Yes\. Fabrikam Inc accepted/);
  });
});

it.each([
  ['who is the contact of Contoso?', 'Contoso'],
  ["what is Fabrikam's phone number?", 'Fabrikam'],
  ['do we have a contact for Woodgrove Bank?', 'Woodgrove Bank'],
])('"%s" is nothing that the bot knows', async (text, company) => {
  const [answer] = await ask(text);

  expect(answer?.summary).toBe('I do not know contacts, addresses, phone or tax numbers');
  expect(answer?.text).toContain(`is "${company}" accepted?`);
});

it.each([
  ["donne-moi l'adresse de Fabrikam", /^Je ne connais ni contacts/],
  ['dame la dirección de Contoso', /^No conozco contactos/],
  ['geef me het telefoonnummer van Litware', /^Contacten, adressen/],
  ['Contoso VAT number', /^I do not know contacts/],
])('"%s" is nothing that the bot knows either', async (text, title) => {
  const [answer, ...more] = await ask(text);

  expect(answer?.summary).toMatch(title);
  expect(more).toEqual([]);
});

it.each([
  ['who do I call about Contoso?', /^I do not know contacts/],
  ['wen rufe ich wegen Fabrikam an?', /^Ansprechpartner, Adressen/],
  ['did anybody from Litware click the link last night?', /^Nobody tells me which person/],
  ['has Contoso opened our mail?', /^Nobody tells me which person/],
  ['hat jemand von Litware auf den Link geklickt?', /^Niemand sagt mir, welche Person/],
  ["est-ce que quelqu'un chez Litware a ouvert l'invitation ?", /^Personne ne me dit/],
  ['¿alguien de Litware ha abierto el enlace?', /^Nadie me dice/],
  ['Who at Contoso accepted?', /^Nobody tells me which person/],
  ['Wer hat bei Contoso angenommen?', /^Niemand sagt mir, welche Person/],
  ['Qui a accepté chez Fabrikam ?', /^Personne ne me dit/],
  ['Was kostet Microsoft 365 E3 bei Contoso?', /^Von Preisen/],
  ['heeft iemand van Litware op de link geklikt?', /^Niemand vertelt mij welke persoon/],
])('"%s" is not answered with whether it accepted', async (text, title) => {
  const [answer, ...more] = await ask(text);

  expect(answer?.summary).toMatch(title);
  expect(more).toEqual([]);
});

it('a click that led to an acceptance is an acceptance', async () => {
  const [answer] = await ask('has Contoso clicked the link and accepted?');

  expect(answer?.summary).toMatch(/^Yes\. Contoso Ltd accepted/);
});

it.each(['every morning at 8', 'jeden Morgen um 8 Uhr'])('"%s" is no greeting', async (text) => {
  const [answer] = await ask(text);

  expect(answer?.text).not.toMatch(/^(?:Hello|Hallo|Hi|Guten)/);
});

it('takes the address of the invitation link for the link', async () => {
  const [answer] = await ask('what is the address of the invitation link?');

  expect(answer?.summary).not.toMatch(/contacts/);
});

it('says so in the language of the question', async () => {
  const [answer] = await ask('wer ist der Ansprechpartner von Fabrikam?');

  expect(answer?.summary).toMatch(/^Ansprechpartner, Adressen/);
});

it.each([
  ['who has not accepted yet?', /^Partner Center lists only who has accepted/],
  ['who still has to accept?', /^Partner Center lists only who has accepted/],
  ['wer hat noch nicht angenommen?', /^Partner Center führt nur/],
  ["qui n'a pas encore accepté ?", /^Partner Center ne liste que/],
  ['¿quién falta por aceptar?', /^Partner Center solo muestra/],
  ['wie heeft nog niet geaccepteerd?', /^Partner Center toont alleen/],
  ['welche Kunden müssen noch annehmen?', /^Partner Center führt nur/],
  ['qui doit encore accepter ?', /^Partner Center ne liste que/],
  ['welke klanten moeten nog accepteren?', /^Partner Center toont alleen/],
])('"%s" is in no list, and least of all in that of what waits for a customer', async (text, title) => {
  const [answer] = await ask(text);

  expect(answer?.summary).toMatch(title);
});

it.each([
  ['how do I invite Quillworks?', 'Text to send to Quillworks'],
  ['wie lade ich Quillworks ein?', 'Text zum Senden an Quillworks'],
  ['how do I invite a customer?', 'What you can ask'],
])('"%s" gives the invitation for a company that is named', async (text, title) => {
  const [answer] = await ask(text);

  expect(answer?.summary).toBe(title);
});

it('tells of many companies what was asked about them', async () => {
  const names = 'contoso, fabrikam, proseware, trey research, coho winery and lucerne publishing';
  const [answer, ...more] = await ask(`have ${names} signed the agreement?`);

  expect(answer?.summary).toContain('Customer agreement of 6 companies');
  // The sandbox counts days back from today, so the day moves with it.
  expect(answer?.text).toMatch(/“fabrikam” · Signed on \d{1,2} [A-Z][a-z]+ \d{4} · Partner Center/);
  expect(answer?.text).not.toMatch(/Accepted before|Not looked up/);
  expect(answer?.text.match(/ · Partner Center, /g)).toHaveLength(6);
  expect(more).toEqual([]);
});

it('says both of two', async () => {
  const [answer] = await ask('have contoso and fabrikam accepted?');

  expect(answer?.summary).toMatch(/^Both have accepted/);
});

it('answers about several companies in the language of the question', async () => {
  const answers = await ask('combien de licences chez Contoso et Fabrikam ?');

  expect(answers.map(({ text }) => text.split('\n')[0])).toEqual(['Licences', 'Licences']);
  expect(answers.map(({ buttons }) => buttons[0])).toEqual(['Abonnements', 'Abonnements']);
});

it.each(['status of Messrs. Quillworks', 'status of Messrs Quillworks'])(
  'takes what stands before the name in "%s" for no company',
  async (text) => {
    const [answer, ...more] = await ask(text);

    expect(answer?.summary).toBe('Not in the customer list: “Quillworks”');
    expect(more).toEqual([]);
  },
);

it.each(['are you sure?', 'map woodgrove to woodgrove'])('"%s" is not answered with nonsense to type', async (text) => {
  const [answer] = await ask(text);

  expect(answer?.text).not.toMatch(/status you|to to|show you|watch you/);
});

/** When it was is not known: the list was there when the bot first looked. */
it.each([
  ['Did Contoso accept in November?', /^Contoso Ltd – .*: Accepted before /],
  ['Did Fabrikam accept today?', /^Fabrikam Inc – .*: Accepted before /],
  ['Has Fabrikam accepted since last week?', /^Fabrikam Inc – .*: Accepted before /],
  ['Contoso a accepté en octobre ?', /^Contoso Ltd – .*: Acceptée avant /],
  ['¿Aceptó Fabrikam ayer?', /^Fabrikam Inc – .*: Aceptada antes /],
  ['hat Contoso im März angenommen?', /^Contoso Ltd – .*: Schon angenommen, als wir am /],
  ['did Contoso accept 3 weeks ago?', /^Contoso Ltd – .*: Accepted before /],
  ['Did anyone other than Fabrikam accept?', /^Accepted, without Fabrikam: \d+ of 43 accounts$/],
  ['Only Contoso accepted?', /^Contoso Ltd – .*: Accepted before /],
  ['has Contoso accepted the quote?', /^Contoso Ltd – .*: Accepted before /],
])('"%s" is answered with the fact, since a yes would say more', async (text, title) => {
  const [answer, ...more] = await ask(text);

  expect(answer?.summary).toMatch(title);
  expect(more).toEqual([]);
});

it('a polite word is no month', async () => {
  expect((await ask('may I ask whether Contoso accepted?'))[0]?.summary).toMatch(/^Yes\. Contoso Ltd accepted/);
});

it.each([
  [
    'is Harbour Light and Power accepted?',
    'Not in the customer list: “Harbour Light and Power”. Did you mean Harbour Light?',
  ],
  ['Proseware and Partners accepted?', 'Not in the customer list: “Proseware and Partners”. Did you mean Proseware?'],
])('the end of a name is not dropped: %s', async (text, title) => {
  expect((await ask(text))[0]?.summary).toBe(title);
});

it.each(['meridian logistics ltd accepted?', 'licences for Meridian Logistics Ltd'])(
  'the whole name of a customer leads to its account, not to a namesake of another legal form: %s',
  async (text) => {
    expect((await ask(text))[0]?.summary).toContain('Meridian Logistics UK');
  },
);

it('neither of two is about both, also in German', async () => {
  const [answer] = await ask('Weder Contoso noch Globex haben angenommen, oder?');

  expect(answer?.summary).toMatch(/^1 von 2 hat angenommen/);
});

it('does not say that a former customer was first seen before the bot first looked', async () => {
  const [answer] = await ask('history School of Fine Art');

  expect(answer?.text).not.toMatch(/first saw School of Fine Art on \d+ (?:Apr|Jun)/);
});
