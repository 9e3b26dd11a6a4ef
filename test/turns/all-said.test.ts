import type { SandboxTenant } from '../../src/sandbox/state';
import { ask, isOpen, listed, setNarrowedStage, tenants, titleOf } from './narrowed-stage';
import { cardOf, textOf } from './stage';
import type { Stage } from './stage';

/** What narrows a list down is never dropped, and none is said only where it is none. */

let stage: Stage;
beforeAll(async () => {
  stage = await setNarrowedStage();
}, 120_000);
afterAll(() => stage.close());

const DAY = 86_400_000;
const rowOf = ({ tenantId }: SandboxTenant) => stage.sandbox.world.state.rows.find((row) => row.tenantId === tenantId);
const namesOf = (all: readonly SandboxTenant[]): string[] => all.map(({ name }) => name).sort();
/** They were there when we first looked, and came to Work 365 since then, or have not come there yet. */
const maybeSince = (from: number): string[] =>
  namesOf(tenants().filter((one) => one.relation === 'reseller' && (rowOf(one)?.createdAt ?? Infinity) >= from));
/** Who may not be billed through us needs no customer. */
const needsOne = (tenant: SandboxTenant): boolean =>
  tenant.relation === 'reseller' && rowOf(tenant)?.syncEnabled !== false;
const openBut = (isLeftOut: (tenant: SandboxTenant) => boolean): string[] =>
  namesOf(tenants().filter((tenant) => isOpen(tenant) && needsOne(tenant) && !isLeftOut(tenant)));
const startOfDay = (daysAgo: number): number => Math.floor(Date.now() / DAY - daysAgo) * DAY;
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

describe('when a company accepted that was there before we looked', () => {
  it.each([
    ['accepted in the last 30 days', 'Accepted in the last 30 days: none for certain, # possible, of 43 accounts'],
    ['angenommen in den letzten 30 Tagen', 'Angenommen seit 30 Tagen: keines sicher, # möglich, von 43 Konten'],
    ['acceptés ces 30 derniers jours', 'Acceptés depuis 30 jours : aucun avec certitude, # possibles, sur 43 comptes'],
    [
      'aceptadas en los últimos 30 días',
      'Aceptadas desde hace 30 días: ninguna con certeza, # posibles, de 43 cuentas',
    ],
    ['geaccepteerd in de afgelopen 30 dagen', 'Geaccepteerd sinds 30 dagen: geen zeker, # mogelijk, van 43 accounts'],
  ])('"%s" is counted apart and named', async (text, title) => {
    const { title: said, names, text: words } = await listed(text);

    const maybe = maybeSince(startOfDay(30));
    expect(maybe.length).toBeGreaterThan(0);
    expect(said).toBe(title.replace('#', String(maybe.length)));
    expect(names).toEqual([]);
    for (const name of maybe.slice(0, 1)) expect(words).toContain(name);
  });

  it.each(['how many accepted this month?', 'who accepted this week?', 'anyone accepted yesterday?'])(
    '"%s" is never answered with nobody',
    async (text) => {
      const { title } = await listed(text);

      expect(title).not.toMatch(/nobody/i);
      expect(title).toMatch(/of 43 accounts$/);
    },
  );

  it('before a day on which it was there already it had accepted', async () => {
    const litware = rowOf(tenants().find(({ name }) => name === 'Litware')!)!;

    const { title, names } = await listed(`did Litware accept before ${dayOf(litware.createdAt + 2 * DAY)}?`);

    expect(title).toMatch(/^Accepted by .*, Litware: 1 of 1 account$/);
    expect(names).toEqual(['Litware']);
  });
});

it('a period asked of named companies is kept', async () => {
  const { title, text } = await listed('were Brightwater and SGER both accepted in the last 90 days?');

  expect(title).toBe('Accepted in the last 90 days, Brightwater and SGER: none for certain, 2 possible, of 2 accounts');
  expect(text).toContain('Brightwater Analytics (In Work 365 since');
});

it.each(['accounts in Work 365 since #', 'welche Konten sind seit # in Work 365?', 'comptes dans Work 365 depuis #'])(
  'the day on which Work 365 made its row is asked for: %s',
  async (text) => {
    const from = startOfDay(60);

    const { names } = await listed(text.replace('#', dayOf(from)));

    const made = namesOf(tenants().filter((one) => (rowOf(one)?.createdAt ?? 0) >= from));
    expect(made.length).toBeGreaterThan(0);
    expect([...names].sort()).toEqual(made);
  },
);

describe('who is left out', () => {
  const isLitware = ({ name }: SandboxTenant): boolean => name.startsWith('Litware');
  const isGerman = ({ country }: SandboxTenant): boolean => country === 'DE';
  it.each<readonly [string, string, (tenant: SandboxTenant) => boolean]>([
    ['everyone except litware that is pending', 'Open, without litware: # of 43 accounts', isLitware],
    ['offene Konten außer Litware', 'Offen, ohne Litware: # von 43 Konten', isLitware],
    ['comptes ouverts sauf Litware', 'Ouverts, sans Litware : # sur 43 comptes', isLitware],
    ['cuentas abiertas excepto Litware', 'Abiertas, sin Litware: # de 43 cuentas', isLitware],
    ['openstaande accounts behalve Litware', 'Open, zonder Litware: # van 43 accounts', isLitware],
    ['pending but not german', 'Open, not in Germany: # of 43 accounts', isGerman],
    ['open accounts outside Germany', 'Open, not in Germany: # of 43 accounts', isGerman],
    ['alle offenen bis auf die deutschen', 'Offen, nicht in Deutschland: # von 43 Konten', isGerman],
    ['comptes ouverts sauf les allemands', 'Ouverts, pas dans : Allemagne : # sur 43 comptes', isGerman],
  ])('%s', async (text, heading, isLeftOut) => {
    const { title, names } = await listed(text);

    const wanted = openBut(isLeftOut).filter((name) => isLeftOut !== isGerman || hasCountry(name));
    expect([...names].sort()).toEqual(wanted);
    expect(title).toBe(heading.replace('#', String(wanted.length)));
  });

  /** Where Partner Center says no country, nobody can say that it is another one. */
  const hasCountry = (name: string): boolean =>
    tenants().find((tenant) => tenant.name === name)!.relation === 'reseller';

  it('and is in no list, is said', async () => {
    const { card } = await ask('open accounts except Quillworks Atlantic');

    expect(titleOf(cardOf(card))).toBe('I cannot tell which company “Quillworks Atlantic” is.');
  });
});

it.each(['pending in Germany', 'offen in Deutschland', 'en attente en Allemagne', 'pendientes en Alemania'])(
  'the country is kept: %s',
  async (text) => {
    const { names } = await listed(text);

    expect([...names].sort()).toEqual(openBut(({ country }) => country !== 'DE'));
  },
);

it.each([
  'welche Kunden warten noch auf Zuordnung?',
  'welke klanten wachten nog op koppeling?',
  '¿qué clientes esperan asignación?',
  'which customers are waiting for a mapping?',
])('what they wait for is not what they are: %s', async (text) => {
  const { names } = await listed(text);

  expect(names).toHaveLength(openBut(() => false).length);
});

it.each([
  'what did we invite that hasnt accepted',
  'who was invited but has not accepted?',
  'has anyone NOT accepted',
  'list invited companies',
  'wen haben wir eingeladen, der noch nicht angenommen hat?',
  "qui a été invité mais n'a pas encore accepté ?",
  '¿a quién hemos invitado y no ha aceptado?',
  'wie is uitgenodigd maar heeft nog niet geaccepteerd?',
])('what no list knows is said: %s', async (text) => {
  const { card } = await ask(text);

  expect(titleOf(cardOf(card))).toMatch(
    /^(Partner Center lists only who|Partner Center führt nur, wer|Partner Center ne liste que|Partner Center solo muestra|Partner Center toont alleen)/,
  );
});

it.each([
  ['stop telling me about new accounts', 'notifications off'],
  ['Sag mir nichts mehr über neue Konten', 'Benachrichtigungen aus'],
  ['arrête de me prévenir des nouveaux comptes', 'désactive les notifications'],
])('an order is not answered with a list: %s', async (text, offered) => {
  const { card } = await ask(text);

  expect(textOf(cardOf(card))).toContain(offered);
});

it('who waits no longer than that is open, and how long is not known of who was there before', async () => {
  const { title, names } = await listed('which accounts have been waiting less than 3 months?');

  expect(title).toMatch(
    /^Open, not waiting longer than 3 months: none for certain, [1-9]\d* possible, of 43 accounts$/,
  );
  expect(names).toEqual([]);
});
