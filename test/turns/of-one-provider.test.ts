import { ALICE, cardOf, CHANNEL, PERSONAL, setStage, textOf } from './stage';
import type { Stage } from './stage';
import { synced } from './synced';

/** A provider's name where a company's could stand, and every command that can be asked of one provider. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ several: true });
  await stage.install(CHANNEL);
  await stage.install(PERSONAL);
  const wrong = { tenant: 'Lamna Healthcare', provider: 'Partner Center Germany', customer: 'Proseware, Inc.' };
  stage.sandbox.control('map-in-work365', wrong);
  await synced(stage);
  await synced(stage);
});
afterAll(() => stage.close());

async function ask(text: string): Promise<string> {
  const said = await stage.say(ALICE, PERSONAL, text);
  return said.map((one) => textOf(cardOf(one))).join('\n');
}

describe('a provider is no customer, and that is said kindly', () => {
  it.each([
    ['is TD SYNNEX accepted?', 'TD SYNNEX is one of our providers, and no customer', 'Open at TD SYNNEX'],
    ['show TD SYNNEX', 'TD SYNNEX is one of our providers', 'Or type: pending at TD SYNNEX'],
    ['watch TD SYNNEX', 'TD SYNNEX is one of our providers', '3 accounts of it are known, and 2 have no customer yet.'],
    ['what is TD SYNNEX?', 'TD SYNNEX is one of our providers', 'Its accounts are known from Work 365'],
    [
      'has the German tenant accepted?',
      'Partner Center Germany is one of our',
      'It is a Partner Center tenant of ours.',
    ],
    ['ist TD SYNNEX angenommen?', 'TD SYNNEX ist einer unserer Provider und kein Kunde', 'Offen bei TD SYNNEX'],
    ['TD SYNNEX a-t-il accepté ?', 'TD SYNNEX est l’un de nos fournisseurs', 'En attente chez TD SYNNEX'],
    ['¿ha aceptado TD SYNNEX?', 'TD SYNNEX es uno de nuestros proveedores', 'Pendientes en TD SYNNEX'],
    ['heeft TD SYNNEX geaccepteerd?', 'TD SYNNEX is een van onze providers en geen klant', 'Open bij TD SYNNEX'],
  ])('%s', async (question, title, more) => {
    const answer = await ask(question);
    expect(answer).toContain(title);
    expect(answer).toContain(more);
  });

  it('also after something else was talked about', async () => {
    await ask('pending at TD SYNNEX');
    expect(await ask('has Partner Center Germany accepted?')).toContain(
      'Partner Center Germany is one of our providers',
    );
  });
});

describe('who decided, at one provider', () => {
  it.each([
    ['mapped at TD SYNNEX by me this month', 'Provider TD SYNNEX, mapped by Alice Example this month: 0 of 3 accounts'],
    ['mapped by me at TD SYNNEX', 'Provider TD SYNNEX, mapped by Alice Example: 0 of 3 accounts'],
    ['mapped by me this month', 'Mapped by Alice Example this month: 0 of 50 accounts'],
    [
      'bei TD SYNNEX diesen Monat von mir zugeordnet',
      'Provider TD SYNNEX, von Alice Example zugeordnet diesen Monat: 0',
    ],
    ['associés par moi chez TD SYNNEX ce mois-ci', 'TD SYNNEX, associés par Alice Example ce mois-ci : 0'],
    ['asignadas por mí en TD SYNNEX este mes', 'TD SYNNEX, asignadas por Alice Example este mes: 0 de 3 cuentas'],
    ['door mij gekoppeld bij TD SYNNEX deze maand', 'TD SYNNEX, gekoppeld door Alice Example deze maand: 0 van 3'],
  ])('%s', async (question, title) => {
    expect((await ask(question)).toLowerCase()).toContain(title.replace(/^(?:Provider )?/, '').toLowerCase());
  });
});

describe('a review of one provider', () => {
  it.each([
    ['review at TD SYNNEX', 'Review · TD SYNNEX', '2 of 2 open accounts'],
    ['go through the open ones of the German tenant', 'Review · Partner Center Germany', '3 of 3 open accounts'],
    ['offene Konten bei TD SYNNEX durchgehen', 'Durchsicht · TD SYNNEX', '2 von 2 offenen Konten'],
    ['passer en revue les comptes ouverts chez TD SYNNEX', 'Revue · TD SYNNEX', '2 comptes ouverts sur 2'],
    ['revisar las cuentas abiertas de TD SYNNEX', 'Revisión · TD SYNNEX', '2 de 2 cuentas abiertas'],
    ['open accounts bij TD SYNNEX doorlopen', 'Doorlopen · TD SYNNEX', '2 van 2 open accounts'],
    ['map the sure ones at TD SYNNEX', 'Review · TD SYNNEX', 'none of those looked at fits almost certainly'],
    ['review at Pax8', '“Pax8” is none of our providers.', 'They are Partner Center UK'],
  ])('%s', async (question, kicker, title) => {
    const answer = await ask(question);
    expect(answer).toContain(kicker);
    expect(answer).toContain(title);
  });
});

describe('a file of one provider', () => {
  it.each([
    ['export the mappings of TD SYNNEX', 'Where 3 accounts stand. Only of TD SYNNEX.'],
    ['please export TD SYNNEX', 'Where 3 accounts stand. Only of TD SYNNEX.'],
    ['export the mappings of the German tenant as CSV', 'Where 4 accounts stand. Only of Partner Center Germany.'],
    ['Zuordnungen von TD SYNNEX exportieren', '3 Konten steht. Nur von TD SYNNEX.'],
    ['exporte les associations de TD SYNNEX', 'Seulement de TD SYNNEX.'],
    ['exporta las asignaciones de TD SYNNEX', 'Solo de TD SYNNEX.'],
    ['koppelingen van TD SYNNEX exporteren', 'Alleen van TD SYNNEX.'],
  ])('%s', async (question, description) => {
    const [offer] = await stage.say(ALICE, PERSONAL, question);
    expect(offer?.body.attachments?.[0]?.content).toMatchObject({ description: expect.stringContaining(description) });
  });
});

describe('mappings that do not go together, everywhere and at one provider', () => {
  it.each([
    ['show the drift', 'Not going together with another mapping: 2 of 50 accounts'],
    ['drift in the German tenant', 'Provider Partner Center Germany, not going together with another mapping: 1 of 4'],
    ['drift at TD SYNNEX', 'Provider TD SYNNEX, not going together with another mapping: 0 of 3 accounts'],
    ['which mappings contradict each other?', 'not going together with another mapping: 2 of 50 accounts'],
    ['welche Zuordnungen widersprechen sich?', 'nicht zu anderen Zuordnungen passend: 2 von 50 Konten'],
    ['contradictions chez Partner Center Germany', 'Partner Center Germany'],
    ['contradicciones en TD SYNNEX', 'en contradicción con otra asignación: 0 de 3 cuentas'],
    ['tegenstrijdige koppelingen bij TD SYNNEX', 'in tegenspraak met een andere koppeling: 0 van 3 accounts'],
  ])('%s', async (question, title) => {
    expect(await ask(question)).toContain(title);
  });
});
