import { ALICE, buttonsOf, cardOf, PERSONAL, setStage, textOf } from './stage';
import type { Stage, Where } from './stage';

/** What is said around a name, asked of its country, or too long for one. */

/** Before a colon, in French. */
const FRENCH_SPACE = '\u0020';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

let chats = 0;
async function ask(text: string): Promise<{ headline: string; text: string; buttons: string[] }> {
  const where: Where = { ...PERSONAL, conversation: { id: `a:plain-${(chats += 1)}`, conversationType: 'personal' } };
  const who = { ...ALICE, id: `29:plain-${chats}`, aadObjectId: `aaaaaaaa-0000-4000-8000-0000000${chats + 10000}` };
  const [message, ...more] = await stage.say(who, where, text);
  expect([text, more.length]).toEqual([text, 0]);
  const card = cardOf(message!);
  const activity = message!.body.activity ?? message!.body;
  return { headline: activity.summary, text: textOf(card), buttons: buttonsOf(card).map((b) => b.title) };
}

describe('the country of a company', () => {
  it.each([
    ['which country is Contoso in?', 'Contoso Ltd: United Kingdom'],
    ['in welchem Land ist Contoso?', 'Contoso Ltd: Vereinigtes Königreich'],
    ['le pays de Litware', `Litware${FRENCH_SPACE}: États-Unis`],
    ['dans quel pays est Fabrikam ?', `Fabrikam Inc${FRENCH_SPACE}: États-Unis`],
    ['¿en qué país está Woodgrove Bank?', 'Woodgrove Bank: Reino Unido'],
    ['in welk land zit Contoso?', 'Contoso Ltd: Verenigd Koninkrijk'],
    [
      'where is Woodgrove Insurance based?',
      'Not in the customer list: “Woodgrove Insurance”. Did you mean Woodgrove Bank?',
    ],
  ])('is answered from its record: %s', async (text, headline) => {
    expect((await ask(text)).headline).toBe(headline);
  });
});

describe('words around a name', () => {
  it.each([
    ['neither Contoso nor Fabrikam, only Litware', /^Yes\. Litware/],
    ['weder Contoso noch Fabrikam, nur Litware', /^Ja\. Litware/],
    ['ni Contoso ni Fabrikam, seulement Litware', /^Oui\. Litware/],
    ['ni Contoso ni Fabrikam, solo Litware', /^Sí\. Litware/],
    ['noch Contoso noch Fabrikam, alleen Litware', /^Ja\. Litware had/],
    ['watch neither Contoso nor Fabrikam, only Zyxco', /^We tell you when “Zyxco” accepts$/],
    ['is Messrs. Contoso accepted?', /^Yes\. Contoso Ltd/],
    ['hat die Fa. Contoso angenommen?', /^Ja\. Contoso Ltd/],
    ['hat Firma Contoso angenommen?', /^Ja\. Contoso Ltd/],
    ['lizenzen von woodgrove', /^Woodgrove Bank, nach „woodgrove“: /],
    ['history of woodgrove', /^Woodgrove Bank, going by “woodgrove”\. /],
    ['licences de woodgrove', /^Woodgrove Bank, .* “?«? ?woodgrove/],
  ])('leave the one that is meant: %s', async (text, headline) => {
    expect((await ask(text)).headline).toMatch(headline);
  });
});

describe('what cannot be read', () => {
  it('is answered with how the bot is, when that is asked', async () => {
    expect((await ask('are you ok?')).headline).toBe('All is well');
  });

  it.each(['are you sure?'])('is never offered with a pronoun for a company: %s', async (text) => {
    const heard = await ask(text);
    expect(heard.headline).toBe('I did not understand that');
    expect(heard.buttons.join()).not.toMatch(/\byou\b/);
  });

  it('is offered with the name and nothing around it', async () => {
    expect((await ask('map woodgrove to woodgrove')).buttons).toEqual(
      expect.arrayContaining(['Try: show woodgrove', 'Try: status woodgrove']),
    );
  });

  const long = 'Abcdefghij '.repeat(12).trim();
  it.each([long, `is ${long} accepted?`, `watch ${long}`])('for the length of a name is refused: %s', async (text) => {
    expect((await ask(text)).headline).toBe('That name is too long: up to 120 characters, please');
  });
});

describe('when the summary comes', () => {
  it.each([
    ['tell me at 9 every day', 'The summary now comes here every working day at 09:00'],
    ['remind me daily at 8:30', 'The summary now comes here every working day at 08:30'],
    ['sag mir täglich um 9 Bescheid', /09:00/],
    ['préviens-moi chaque jour à 9h', /09:00/],
    ['avísame a las 9 cada día', /0?9:00/],
    ['laat het me elke dag om 9 uur weten', /09:00/],
  ])('is set in any order of words: %s', async (text, headline) => {
    expect((await ask(text)).headline).toEqual(
      typeof headline === 'string' ? expect.stringContaining(headline) : expect.stringMatching(headline),
    );
  });
});

it.each([
  ['watch Zyxco and Blorp', 'You are told when 2 companies accept'],
  ['beobachte Zyxco und Blorp', 'Sie hören, wenn 2 Firmen annehmen'],
  ['surveille Zyxco et Blorp', /2 entreprises/],
  ['vigila Zyxco y Blorp', /2 empresas/],
  ['volg Zyxco en Blorp', /2 bedrijven/],
])('%s begins two watches', async (text, headline) => {
  expect((await ask(text)).headline).toMatch(headline);
});

it('a near name is offered beside a new look', async () => {
  expect((await ask('is Woodgrove Insurance accepted?')).buttons).toEqual([
    'I mean Woodgrove Bank',
    'Tell me',
    'Look again',
  ]);
});

it('one word of a trade in common is not offered for a near name', async () => {
  const heard = await ask('watch Unheard Bakery');
  expect(heard.headline).toBe('We tell you when “Unheard Bakery” accepts');
  expect(heard.text).not.toContain('Did you mean');
});
