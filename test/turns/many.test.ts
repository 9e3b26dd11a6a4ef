import { NameIndex } from '../../src/matching/name-index';
import { ALICE, button, buttonsOf, cardOf, messageIdOf, PERSONAL, setStage, textOf } from './stage';
import type { Stage, Where } from './stage';

/** Lists, several matters, questions about all, and languages: what people type, and every sentence of the answer. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

/** What was said and set before in a chat bears on the next answer, so each test has one of its own. */
let chat: Where;
let chats = 0;
beforeEach(() => {
  const id = `${PERSONAL.conversation.id}-${(chats += 1)}`;
  chat = { ...PERSONAL, conversation: { ...PERSONAL.conversation, id } };
});

/** What is said in answer, one text for each message. */
async function ask(text: string, locale = 'en-US'): Promise<string[]> {
  const before = stage.connector.messages().length;
  expect((await stage.send({ type: 'message', text, from: ALICE, ...chat, locale })).status).toBe(200);
  return stage.connector
    .messages()
    .slice(before)
    .filter((m) => m.kind !== 'update' && m.conversationId.startsWith(chat.conversation.id))
    .map((m) => cardOf(m)?.fallbackText ?? m.body.text);
}

const FIVE = ['Contoso Ltd', 'Fabrikam Inc', 'Northwind Traders', 'Woodgrove Bank'];

describe('a list of companies', () => {
  it.each([
    ['in a sentence', 'are contoso, fabrikam, northwind traders, wingtip toys and woodgrove bank accepted?'],
    ['one a line', 'contoso\nfabrikam\nnorthwind traders\nwingtip toys\nwoodgrove bank'],
    [
      'as a table with seats',
      'Company\tSeats\nContoso\t25\nFabrikam\t10\nNorthwind Traders\t3\nWingtip Toys\t2\nWoodgrove Bank\t100',
    ],
  ])('%s is answered on one card, what differs on top', async (_shape, text) => {
    const [only, ...more] = await ask(text);
    expect(more).toEqual([]);
    const lines = only!.split('\n');
    expect(lines.slice(0, 2)).toEqual(['4 of 5 have accepted', '1 is not in the customer list']);
    expect(lines[2]).toMatch(/^1\. wingtip toys \(Not in the customer list; near: Wingtip Toys Limited\)$/i);
    for (const name of FIVE) expect(only).toMatch(new RegExp(`\\d\\. ${name} \\(.*Accepted before`));
  });

  it('asks in the row of a name that is several, and says what was assumed', async () => {
    const [only] = await ask('are contoso, northwind and woodgrove accepted?');
    expect(only).toMatch(/northwind \(Fits \d accounts: /);
    expect(only).toMatch(/Woodgrove Bank \(going by “woodgrove” · Accepted before/);
  });

  it('drops none of four', async () => {
    const [only, ...more] = await ask('are contoso, fabrikam, litware and proseware accepted?');
    expect(more).toEqual([]);
    for (const name of ['Contoso Ltd', 'Fabrikam Inc', 'Litware', 'Proseware'])
      expect(only).toMatch(new RegExp(`\\d\\. ${name} \\(.*Accepted before`));
  });

  it('about a near name is about the name that was typed', async () => {
    const [only] = await ask('Woodgrove Insurance, Contoso, Litware');
    expect(only).toMatch(/1\. Woodgrove Insurance \(Not in the customer list; near: Woodgrove Bank\)/);
  });

  it('of more than twenty is refused with what to do', async () => {
    const names = Array.from({ length: 21 }, (_, at) => `Zyxco ${at + 1} Ltd`).join('\n');
    expect(await ask(names)).toEqual([
      'That is 21 names; I answer up to 20 at once\nNothing was looked up or changed. Please send them in parts of at most 20.',
    ]);
  });

  it('looks each name up once among the accounts and once among the customers', async () => {
    const looks = jest.spyOn(NameIndex.prototype, 'rank');
    const names = Array.from({ length: 20 }, (_, at) => `Zyxco ${at + 1} Ltd`).join('\n');
    const [only] = await ask(names);
    const count = looks.mock.calls.length;
    looks.mockRestore();
    expect(only).toMatch(/None of them has accepted|not in the customer list/);
    expect(count).toBeLessThanOrEqual(2 * 20 + 5);
  });

  it('gets a message each where the answer about one fills a card', async () => {
    const said = await ask('licences of Contoso and Fabrikam');
    expect(said.map((text) => text.split('\n')[0])).toEqual([
      'Contoso Ltd: licences of 2 products',
      'Fabrikam Inc: licences of 2 products',
    ]);
  });
});

describe('several matters', () => {
  it('are answered in their order', async () => {
    const [first, second, ...more] = await ask('is contoso accepted? and who mapped fabrikam?');
    expect(first).toMatch(/^Yes\. Contoso Ltd accepted before/);
    expect(second).toMatch(/^Fabrikam Inc was mapped to Fabrikam, Inc\. in Work 365 already/);
    expect(more).toEqual([]);
  });

  it('are named where they were not understood', async () => {
    const said = await ask("is contoso accepted? what's the weather like?");
    expect(said[0]).toMatch(/^Yes\. Contoso Ltd/);
    expect(said[1]).toMatch(/^I did not understand this part\n“what's the weather like\?”/);
  });
});

describe('a question about all of them', () => {
  it.each([
    ['whose gdap expires soon?', /^Admin access \(GDAP\) ends in the next 30 days: \d+ of (?:the )?\d+ accounts/],
    ['whose GDAP expires this month?', /^Admin access \(GDAP\) ends this month: \d+ of (?:the )?\d+ accounts/],
    ['which ones did Bob map', /^Nobody called “Bob” has decided anything here\./],
    ['which customers have not signed', /^I cannot list who has signed the customer agreement\n/],
    ['who has not signed the agreement?', /^Agreement not signed: \d+ of (?:the )?\d+ accounts/],
    ['wessen GDAP läuft bald ab?', /^Adminzugriff \(GDAP\) endet in den nächsten 30 Tagen: \d+ von \d+ Konten/],
  ])('says over how many it looked, or that it cannot: %s', async (text, answer) => {
    const said = await ask(text);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(answer);
    expect(said[0]).not.toContain('customer list');
  });

  it('is counted where it can be', async () => {
    const [only] = await ask('how many customers do we have');
    const listed = stage.sandbox.world.state.tenants.filter((tenant) => tenant.relation === 'reseller').length;
    expect(only).toMatch(new RegExp(`^${listed} customers in Partner Center, \\d+ customer records of ours\n`));
  });

  it('who waits longest is the first of the list', async () => {
    expect((await ask('who waits longest'))[0]).toMatch(/accounts wait for a customer\n1 to 8 of \d+, oldest first/);
  });
});

describe('the language of an answer in a personal chat', () => {
  it.each([
    ['is Contoso accepted?', 'de-DE', /^Yes\. Contoso Ltd/],
    ['hat Contoso angenommen?', 'en-US', /^Ja\. Contoso Ltd/],
    ['est-ce que Contoso a accepté ?', 'en-US', /^Oui/],
    ['¿ya aceptó Contoso?', 'en-US', /^Sí\. Contoso Ltd/],
    ['heeft Contoso al geaccepteerd?', 'en-US', /^Ja\. Contoso Ltd had/],
    ['Contoso', 'de-DE', /^Ja\. Contoso Ltd hatte/],
    ['ok do it', 'en-US', /^There is nothing that waits for a yes or a no\./],
    ['ok do it', 'de-DE', /^There is nothing that waits for a yes or a no\./],
  ])('"%s" from a client in %s', async (text, locale, answer) => {
    expect((await ask(text, locale))[0]).toMatch(answer);
  });
});

it('a mapping is opened, made or asked back, never taken for its undoing', async () => {
  expect((await ask('open the mapping of Contoso'))[0]).toMatch(/^Which customer is Contoso Ltd\?/);
  expect((await ask('redo the mapping for Contoso'))[0]).toMatch(/^Which customer is Contoso Ltd\?/);
  expect((await ask('make the link between Contoso and Contoso Limited'))[0]).toMatch(
    /^Map Contoso Ltd to Contoso Limited\?/,
  );
  expect((await ask('release Contoso'))[0]).toMatch(/^I did not understand that\nYou could type:\n- unmap Contoso/);
});

describe('what is changed at once', () => {
  const say = (text: string) => stage.say(ALICE, chat, text);

  it('names exactly which watches began and ended, and each has its way back', async () => {
    const [begun] = await say('watch Zyxco, Blorp Industries and Contoso');
    expect(textOf(cardOf(begun!))).toContain('You are told when 2 companies accept');
    expect(buttonsOf(cardOf(begun!)).map((b) => b.title)).toEqual([
      'Stop watching: Zyxco',
      'Stop watching: Blorp Industries',
      'Show account: Contoso Ltd',
    ]);

    const [ended] = await say('stop watching Zyxco');
    expect(textOf(cardOf(ended!))).toContain('You no longer watch “Zyxco”');
    const again = await stage.click(ALICE, chat, messageIdOf(stage, ended!), button(ended!, 'Watch again'));
    expect(textOf(again.value)).toContain('You watch “Zyxco” again');
    const [list] = await say('what am I watching?');
    expect(textOf(cardOf(list!))).toContain('You are watching 2 companies');

    const [both] = await say('stop watching Zyxco, Blorp Industries and Nobody Corp');
    expect(cardOf(both!).fallbackText).toMatch(
      /^You no longer watch 2 companies\n1\. Zyxco \(No longer watched\)\n2\. Blorp Industries \(No longer watched\)\n3\. Nobody Corp \(You were not watching it\)/,
    );
  });

  it('says which setting was changed, and puts it back', async () => {
    const [digest] = await say('digest weekly at 9:00');
    expect(cardOf(digest!).fallbackText).toMatch(/^The summary now comes here every Monday at 09:00/);
    const off = await stage.click(ALICE, chat, messageIdOf(stage, digest!), button(digest!, 'Put it back'));
    expect(textOf(off.value)).toContain('The summary does not come here any more.');

    const [german] = await say('switch language to German');
    expect(cardOf(german!).fallbackText).toMatch(/^Ich antworte hier ab jetzt auf Deutsch\./);
    const own = await stage.click(ALICE, chat, messageIdOf(stage, german!), button(german!, 'Zurücksetzen'));
    expect(textOf(own.value)).toContain('Ich antworte wieder in der Sprache der Frage.');

    const [same] = await say('do not announce here');
    expect(cardOf(same!).fallbackText).toMatch(/^That was set already; nothing has changed\./);

    const [set] = await say('announce here');
    expect(cardOf(set!).fallbackText).toMatch(/^New accounts are announced here from now on\./);
    const back = await stage.click(ALICE, chat, messageIdOf(stage, set!), button(set!, 'Put it back'));
    expect(textOf(back.value)).toContain('New accounts are not announced here any more.');
  });
});

it('the language that is set for a conversation is the one of its answers', async () => {
  await ask('switch language to French');
  expect((await ask('is Contoso accepted?')).at(-1)).toMatch(/^Oui/);
});
