import type { Recorded } from '../doubles/connector';
import { ALICE, BOB, cardOf, PERSONAL, setStage, textOf } from './stage';
import type { Stage } from './stage';

/** Every company and every matter of a message is answered, or named as not answered, however it is put. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

let chats = 0;

/** Asked in a chat of its own, by two people in turn: one would soon be at a limit, and answers would wait. */
function say(text: string): Promise<Recorded[]> {
  const where = { ...PERSONAL, conversation: { id: `a:dropped-${(chats += 1)}`, conversationType: 'personal' } };
  return stage.say(chats % 2 === 0 ? ALICE : BOB, where, text);
}

/** What is said in answer, one text for each message. */
async function ask(text: string): Promise<string[]> {
  return (await say(text)).map((m) => cardOf(m)?.fallbackText ?? m.body.text);
}

const firstLines = (said: readonly string[]) => said.map((text) => text.split('\n')[0]);

const FIRST = ['Zyxco', 'Blorpex', 'Quonda', 'Varkil', 'Tildor', 'Mirnova', 'Oskelt', 'Pruvac'];
const LAST = ['Aldane', 'Berrow', 'Cutchel', 'Dorvin', 'Eskett', 'Fallion', 'Gristow', 'Holmar'];

/** So many names that nobody bears, at most 64. */
function names(count: number): readonly string[] {
  return FIRST.flatMap((first) => LAST.map((last) => `${first} ${last}`)).slice(0, count);
}

describe('names with a yes or a no behind each', () => {
  it.each([
    ['contoso yes? fabrikam no?', 'Both have accepted'],
    ['Contoso ja? Fabrikam nein?', 'Beide haben angenommen'],
    ['contoso oui? fabrikam non?', 'Les deux ont accepté'],
    ['¿contoso sí? ¿fabrikam no?', 'Las dos han aceptado'],
    ['contoso wel? fabrikam niet?', 'Beide hebben geaccepteerd'],
  ])('%s is about both', async (text, title) => {
    const [only, ...more] = await ask(text);
    expect(more).toEqual([]);
    expect(only!.split('\n')[0]).toBe(title);
    expect(only).toMatch(/1\. Contoso Ltd .*\n2\. Fabrikam Inc /);
  });
});

describe('the second half of a sentence', () => {
  it.each([
    ['when does Contoso renew and what does it cost?', 'Contoso Ltd: 2 subscriptions', /^I know nothing of prices/],
    ['wann verlängert sich Contoso und was kostet es?', 'Contoso Ltd: 2 Abonnements', /^Von Preisen, Rechnungen/],
    [
      'quand se renouvelle Contoso et combien ça coûte ?',
      'Contoso Ltd\u00a0: 2 abonnements',
      /^Je ne sais rien des prix/,
    ],
    ['¿cuándo se renueva Contoso y cuánto cuesta?', 'Contoso Ltd: 2 suscripciones', /^No sé nada de precios/],
    ['wanneer verlengt Contoso en wat kost het?', 'Contoso Ltd: 2 abonnementen', /^Ik weet niets van prijzen/],
  ])('%s is answered as well', async (text, first, second) => {
    const said = await ask(text);
    expect(said).toHaveLength(2);
    expect(said[0]!.split('\n')[0]).toBe(first);
    expect(said[0]).toMatch(/\b20\d\d\b/);
    expect(said[1]).toMatch(second);
  });

  it('is not said to be about several where it is about one', async () => {
    const [, second] = await ask('is Contoso accepted and who is their account manager?');
    expect(second).toMatch(/^That is a question I cannot answer\n/);
  });
});

describe('the same question about many, one after the other', () => {
  it.each([
    ['in sentences', (list: readonly string[]) => list.map((name) => `Is ${name} accepted?`).join(' ')],
    ['one a line', (list: readonly string[]) => list.map((name) => `has ${name} accepted yet?`).join('\n')],
    ['with commas', (list: readonly string[]) => list.map((name) => `is ${name} accepted`).join(', ')],
    ['in German', (list: readonly string[]) => list.map((name) => `Hat ${name} angenommen?`).join(' ')],
  ])('%s: twenty are answered, thirty and more counted and refused', async (_shape, put) => {
    const [twenty, ...more] = await say(put(names(20)));
    expect(more).toEqual([]);
    for (const name of names(20)) expect(textOf(cardOf(twenty!))).toContain(name);
    for (const count of [30, 60])
      expect(firstLines(await ask(put(names(count))))[0]).toMatch(
        new RegExp(`\\b${count} (?:names|Namen)\\b.*\\b20\\b`),
      );
  });
});

describe('more than is read or answered', () => {
  it('of different questions five are answered, and each of the others is named', async () => {
    const six = ['Contoso', 'Fabrikam', 'Proseware', 'Litware', 'Woodgrove Bank', 'Coho Winery'];
    const said = await ask(six.map((name) => `is ${name} accepted? who mapped ${name}?`).join(' '));
    expect(said).toHaveLength(6);
    expect(said[5]!.split('\n')[0]).toBe('I answer 5 questions of one message; these were not answered');
    for (const name of six.slice(3)) expect(said[5]).toContain(`who mapped ${name}?`);
  });

  it('of a very long message says from where on it was not read', async () => {
    const said = await ask(
      `Is Contoso accepted? ${'We have talked about it for a while now. '.repeat(40)}And the end.`,
    );
    expect(said).toHaveLength(2);
    expect(said[0]).toMatch(/^Yes\. Contoso Ltd accepted/);
    expect(said[1]).toMatch(/^Your message is long; this part of it was not read\n“.+…”\nPlease send the rest/);
  });
});

describe('what stands behind a name', () => {
  it.each(['Contoso 🎉🎉', 'contoso 🙏', 'contoso :)'])('a picture of a mood asks nothing: %s', async (text) => {
    expect((await ask(text))[0]).toMatch(/^Yes\. Contoso Ltd accepted/);
  });

  it.each([
    'contoso blorp',
    'contoso 12345',
    'contoso asdfgh qwer',
    'Woodgrove Bank & Trust',
    'is Woodgrove Bank and Trust accepted?',
  ])('belongs to the name, which is another one: %s', async (text) => {
    expect((await ask(text))[0]).toMatch(
      /^Not in the customer list: “.+”\. Did you mean (?:Contoso Ltd|Woodgrove Bank)\?/,
    );
  });

  it.each(['Contoso asdfgh qwer', 'fabrikam lorem ipsum dolor'])(
    'is not understood where it is no name: %s',
    async (text) => {
      expect((await ask(text))[0]).toMatch(/^I did not understand that\n/);
    },
  );
});
