import { ALICE, button, buttonsOf, cardOf, CHANNEL, messageIdOf, PERSONAL, setStage, textOf } from './stage';
import type { Recorded } from '../doubles/connector';
import type { Stage } from './stage';
import { synced } from './synced';

/** What is asked of a company that several providers have, and of what one of them has. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ several: true });
  await stage.install(CHANNEL);
  await synced(stage);
  await synced(stage);
});
afterAll(() => stage.close());

async function asked(text: string): Promise<Recorded> {
  const [first, another] = await stage.say(ALICE, PERSONAL, text);
  expect(another).toBeUndefined();
  return first!;
}

const ask = async (text: string): Promise<string> => textOf(cardOf(await asked(text)));

/** The places of these texts in the answer, which has all of them. */
function order(answer: string, texts: readonly string[]): readonly number[] {
  for (const text of texts) expect(answer).toContain(text);
  return texts.map((text) => answer.indexOf(text));
}

describe('whether a company has accepted is answered for all providers on one card', () => {
  it.each([
    ['is Fourth Coffee accepted?', 'Fourth Coffee has accepted at Partner Center UK and Partner Center Germany.'],
    ['hat Fourth Coffee angenommen?', 'Fourth Coffee hat bei Partner Center UK und Partner Center Germany angenommen.'],
    ['Fourth Coffee a-t-il accepté ?', 'Fourth Coffee a accepté chez Partner Center UK et Partner Center Germany.'],
    ['¿ha aceptado Fourth Coffee?', 'Fourth Coffee ha aceptado en Partner Center UK y Partner Center Germany.'],
    [
      'heeft Fourth Coffee geaccepteerd?',
      'Fourth Coffee heeft geaccepteerd bij Partner Center UK en Partner Center Germany.',
    ],
  ])('%s', async (question, answer) => {
    expect(await ask(question)).toContain(answer);
  });

  it('what differs stands on top, then a row each; of a distributor it says what is not known', async () => {
    const answer = await ask('is Fourth Coffee accepted?');
    const places = order(answer, [
      'At TD SYNNEX it is known from Work 365 alone: whether it has accepted there is not ours to look up.',
      'Mapped to Fourth Coffee Limited at Partner Center UK.',
      'Without a customer at Partner Center Germany and TD SYNNEX.',
      'Partner Center Germany · Fourth Coffee Deutschland',
      'TD SYNNEX · Fourth Coffee Ltd',
      'mapped to Fourth Coffee Limited',
    ]);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('a row leads to the account at that provider', async () => {
    const card = await asked('is Fourth Coffee accepted?');
    const row = buttonsOf(cardOf(card)).find(({ title }) => title.includes('TD SYNNEX'));
    const before = stage.connector.messages().length;
    await stage.click(ALICE, PERSONAL, messageIdOf(stage, card), row!.data);
    const shown = (): boolean =>
      stage.connector
        .messages()
        .slice(before)
        .some((m) => /Which customer is Fourth Coffee Ltd\?[^]*TD SYNNEX/.test(textOf(cardOf(m))));
    await stage.until(shown);
  });

  it('where it is not is said, too', async () => {
    expect(await ask('is Lamna accepted?')).toContain('No account of it is known at TD SYNNEX.');
    const single = await ask('is Contoso accepted?');
    expect(single).toContain('Yes. Contoso Ltd accepted');
    expect(single).toContain('No account of it is known at Partner Center Germany and TD SYNNEX.');
  });

  it('facts that were asked for are compared', async () => {
    expect(await ask('does Lamna Healthcare have GDAP?')).toMatch(
      /Lamna Healthcare – Admin access \(GDAP\): Active until .* \(Partner Center UK\) and None \(Partner Center Germany\)\./,
    );
  });

  it('among several companies it has one row', async () => {
    const answer = await ask('are Fourth Coffee, Contoso and Lamna Healthcare accepted?');
    expect(answer).toContain('All 3 have accepted');
    expect(answer).toContain('Lamna Healthcare has accepted at Partner Center UK and Partner Center Germany.');
    expect(answer).toMatch(/Partner Center UK · Accepted/);
  });
});

describe('what is asked of one provider is answered of that one', () => {
  it.each([
    ['pending at TD SYNNEX', 'Open, provider TD SYNNEX: 2 of 3 accounts'],
    ['what is still open under Synnex?', 'Open, provider TD SYNNEX: 2 of 3 accounts'],
    ['was ist bei TD SYNNEX offen?', 'Offen, Provider TD SYNNEX: 2 von 3 Konten'],
    ["qu'est-ce qui est en attente chez TD SYNNEX ?", 'fournisseur TD SYNNEX : 2 sur 3 comptes'],
    ['¿qué está pendiente en TD SYNNEX?', 'proveedor TD SYNNEX: 2 de 3 cuentas'],
    ['wat staat open bij TD SYNNEX?', 'provider TD SYNNEX: 2 van 3 accounts'],
    ['who accepted in the German tenant?', 'Provider Partner Center Germany, accepted: 4 of 4 accounts'],
    ['wer hat im deutschen Tenant angenommen?', 'Provider Partner Center Germany, angenommen: 4 von 4 Konten'],
    ['qui a accepté dans le tenant allemand ?', 'Partner Center Germany, acceptés : 4 sur 4 comptes'],
    ['¿quién ha aceptado en el tenant alemán?', 'Partner Center Germany, aceptadas: 4 de 4 cuentas'],
    ['wie heeft geaccepteerd in de Duitse tenant?', 'Partner Center Germany, geaccepteerd: 4 van 4 accounts'],
    ['is Fourth Coffee accepted at TD SYNNEX?', 'Fourth Coffee Ltd is known from Work 365 (TD SYNNEX).'],
    ['is Contoso accepted at Synnex?', 'Contoso Ltd has no account at TD SYNNEX that is known.'],
    ['show Fourth Coffee at TD SYNNEX', 'Which customer is Fourth Coffee Ltd?'],
    ['who mapped Trey Research at TD SYNNEX?', 'Trey Research (TD SYNNEX) was mapped to Trey Research Ltd'],
    ['map Fourth Coffee at TD SYNNEX to Fourth Coffee Limited', 'Map Fourth Coffee Ltd to Fourth Coffee Limited?'],
  ])('%s', async (question, answer) => {
    expect((await ask(question)).toLowerCase()).toContain(answer.toLowerCase());
  });

  it.each([
    ['who accepted in the French tenant?', '“French tenant” is none of our providers.'],
    ['is Contoso accepted at Ingram Micro?', '“Ingram Micro” is none of our providers.'],
    ['pending at Pax8', 'They are Partner Center UK, Partner Center Germany and TD SYNNEX.'],
  ])('%s: it is none of ours', async (question, answer) => {
    expect(await ask(question)).toContain(answer);
  });

  it('the talk goes on with another provider', async () => {
    await ask('pending');
    expect(await ask('only at TD SYNNEX')).toContain('Open, provider TD SYNNEX: 2 of 3 accounts');
    expect(await ask('and in the German tenant?')).toContain('Open, provider Partner Center Germany: 3 of 4 accounts');
    await ask('is Contoso accepted?');
    expect(await ask('is it accepted at TD SYNNEX?')).toContain('Contoso Ltd has no account at TD SYNNEX');
    expect(await ask('and in the German tenant?')).toContain('Contoso Ltd has no account at Partner Center Germany');
  });

  it('the list and the board have a button for each', async () => {
    const list = await asked('pending');
    const data = button(list, 'TD SYNNEX (2)');
    const narrowed = await stage.click(ALICE, PERSONAL, messageIdOf(stage, list), data);
    expect(textOf(narrowed.value)).toContain('Open, provider TD SYNNEX: 2 of 3 accounts');
    await stage.until(() =>
      stage.connector
        .messages()
        .some(
          (m) =>
            buttonsOf(cardOf(m)).some(({ title }) => title === 'TD SYNNEX (2)') &&
            textOf(cardOf(m)).includes('wait for their customer'),
        ),
    );
  });
});
