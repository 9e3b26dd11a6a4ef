import { ALICE, BOB, button, CHANNEL, PERSONAL, setStage, shownBy, TENANT, textOf } from './stage';
import type { Stage } from './stage';
import { elsewhere, FAR, submitsOf, wordsOf } from './elsewhere-stage';
import { problemsOf } from '../cards/structure';

/** Compose boxes, messages and links of chats that the bot is not in: asked in Teams' own format, answered to one person. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.install(CHANNEL);
});
afterAll(() => stage.close());

const alice = () => elsewhere(stage);
let people = 0;
/** Somebody else each time: nobody asks so much in a second. */
const somebody = () => {
  people += 1;
  const id = `aaaaaaaa-0000-4000-8000-${String(100 + people).padStart(12, '0')}`;
  return elsewhere(stage, { id: `29:${people}`, aadObjectId: id, name: `Person ${people}` });
};
const tenantOf = (name: string): string => stage.sandbox.world.findTenant(name)!.tenantId;
const titles = (offers: readonly { readonly title: string }[]): readonly string[] => offers.map(({ title }) => title);

describe('a search in a compose box', () => {
  it('offers accounts, and customers without one, with status and mapping', async () => {
    const [account, customer] = await somebody().find('contoso');
    expect(account?.title).toBe('Contoso Ltd');
    expect(account?.text).toMatch(/^not mapped · Accepted before .* · contoso/);
    expect(customer?.title).toBe('Contoso Limited');
    expect(customer?.text).toMatch(/^AC-10400 · Reading.* · Customer record without a provider account$/);
  });

  it.each([
    ['is contoso accepted?', 'Contoso Ltd'],
    ['ist Fabrikam angenommen?', 'Fabrikam Inc'],
    ['Contoso a-t-elle accepté ?', 'Contoso Ltd'],
    ['¿ha aceptado Contoso?', 'Contoso Ltd'],
    ['heeft Contoso geaccepteerd?', 'Contoso Ltd'],
    ['jane.doe@contoso.com', 'Contoso Ltd'],
    ['🎉 contoso 🎉', 'Contoso Ltd'],
    ['  CONTOSO  ', 'Contoso Ltd'],
    ['northwind tra', 'Northwind Traders'],
    ['AC-10400', 'Contoso Limited'],
    ['AC-1040', 'Contoso Limited'],
    ['Davos', 'Alpine Ski House AG'],
  ])('%j finds %s', async (typed, name) => {
    expect(titles(await somebody().find(typed))).toContain(name);
  });

  it('finds by tenant id and by a link to Partner Center', async () => {
    const tenantId = tenantOf('Contoso Ltd');
    for (const typed of [tenantId, `https://partner.microsoft.com/dashboard/v2/customers/${tenantId}/account`])
      expect(titles(await somebody().find(typed))[0]).toBe('Contoso Ltd');
  });

  it('calls similar names similar, and says so when there is nothing', async () => {
    const [near] = await somebody().find('fabrikam residences');
    expect(near?.text).toMatch(/^Only similar · /);
    const { composeExtension } = await somebody().query('zzzz qqq <b>');
    expect(composeExtension).toEqual({
      type: 'message',
      text: 'Neither an account nor a customer is called “zzzz qqq <b>”. Try another word of the name, the domain or the customer number.',
    });
  });

  it('begins with what one has just asked about, then with what is open; and has pages', async () => {
    await stage.say(
      BOB,
      { ...PERSONAL, conversation: { id: 'a:bob', conversationType: 'personal' } },
      'is Litware accepted?',
    );
    const bob = elsewhere(stage, BOB);
    await stage.until(() => stage.connector.messages().some((m) => m.conversationId === 'a:bob'));
    const first = await bob.find();
    expect(first[0]?.title).toMatch(/^Litware/);
    expect(first).toHaveLength(10);
    const second = await bob.find(undefined, { skip: 10, count: 25 });
    expect(second.length).toBeGreaterThan(0);
    expect(titles(second).filter((title) => titles(first).includes(title))).toEqual([]);
  });

  it('puts an honest card into the message: source and time, Refresh, and no person', async () => {
    const [{ card } = { card: {} }] = await somebody().find('contoso');
    expect(problemsOf(card)).toEqual([]);
    const words = textOf(card);
    expect(words).toMatch(/Contoso Ltd: accepted[\s\S]*Partner Center, \{\{DATE\(/);
    expect(words).not.toContain('Yes.');
    const { data } = { data: button({ body: { attachments: [{ content: card }] } }, 'Refresh') };
    const answer = await stage.click(BOB, FAR, '1', data);
    expect(textOf(shownBy(answer).body.attachments[0].content)).toContain('Contoso Ltd: accepted');
  });

  it('names nobody on it, even where somebody decided and where a record bears a mail address', async () => {
    await stage.say(ALICE, PERSONAL, 'hello');
    const [open] = await somebody().find('A Datum Corp');
    await alice().press({
      handshake: 1,
      verb: 'ignore',
      accountId: button({ body: { attachments: [{ content: open?.card }] } }, 'Refresh').accountId,
      asOf: 1,
    });
    const [decided] = await somebody().find('A Datum Corp');
    expect(decided?.text).toContain('not a customer');
    expect(JSON.stringify(decided)).not.toMatch(/Alice|@/);
  });
});

describe('a link that is pasted', () => {
  it.each([
    ['dashboard/v2/customers/{id}/account'],
    ['en-us/dashboard/commerce2/customers/{id}/adminrelationships/8f2c'],
    ['commerce/customers/{id}/subscriptions'],
    ['pcv/customers/{id}/users'],
  ])('unfolds: %s', async (path) => {
    const [unfolded] = await somebody().paste(
      `https://partner.microsoft.com/${path.replace('{id}', tenantOf('Contoso Ltd'))}`,
    );
    expect(unfolded?.card.version).toBe('1.3');
    expect(textOf(unfolded?.card)).toContain('Contoso Ltd: accepted');
    expect(JSON.stringify(unfolded?.card)).not.toMatch(/Action\.Execute|"tooltip"|"refresh"/);
  });

  it('unfolds links to accounts and customers in Dynamics', async () => {
    const base = stage.sandbox.settings['DATAVERSE_URL'];
    const account = (await stage.kept('account')).find(({ tenant }) => tenant.name === 'Contoso Ltd');
    const row = `${base}/main.aspx?etn=work365_provideraccount&pagetype=entityrecord&id=${account?.directoryRow?.rowId}`;
    expect(titles(await somebody().paste(row))).toEqual(['Contoso Ltd']);
    const customer = stage.sandbox.world.state.customers.find(({ name }) => name === 'Contoso Limited');
    const [unmapped] = await somebody().paste(
      `${base}/main.aspx?etn=account&pagetype=entityrecord&id=%7b${customer?.id}%7d`,
    );
    expect(textOf(unmapped?.card)).toContain('no provider account is mapped to it');
  });

  it.each([
    ['https://evil.example/dashboard/v2/customers/{id}/account'],
    ['https://partner.microsoft.com/dashboard/v2/customers/aaaaaaaa-0000-4000-8000-00000000000f/account'],
    ['https://partner.microsoft.com/dashboard/commerce2/customers/list'],
    ['https://other.crm.dynamics.com/main.aspx?etn=account&id={id}'],
    ['not a link'],
  ])('stays a link: %s', async (url) => {
    expect(await somebody().paste(url.replace('{id}', tenantOf('Contoso Ltd')))).toEqual([]);
  });

  it('stays a link where people of other tenants look on, and where nobody has signed in', async () => {
    const url = `https://partner.microsoft.com/dashboard/v2/customers/${tenantOf('Contoso Ltd')}/account`;
    const shared = {
      conversation: { id: '19:shared@thread.tacv2', conversationType: 'channel' },
      channelData: {
        tenant: { id: TENANT },
        team: { id: '19:t@thread.tacv2' },
        channel: { id: '19:shared@thread.tacv2', type: 'shared' },
      },
    };
    expect(await elsewhere(stage, ALICE, shared).paste(url)).toEqual([]);
    const { composeExtension } = await somebody().invoke('composeExtension/anonymousQueryLink', { url });
    expect(composeExtension.attachments).toEqual([]);
  });
});

describe('"Who is this?" on a message', () => {
  it('shows the one company with its candidates, and maps it in the dialog', async () => {
    const task = await somebody().who('<p>Hi, is <b>Coho Vineyard</b> one of ours already?</p>');
    expect(task).toMatchObject({ type: 'continue', value: { title: 'Who is this?' } });
    expect(wordsOf(task)).toContain('Which customer is Coho Vineyard?');
    expect(wordsOf(task)).toMatch(/Reseller relationship:? Accepted/);
    expect(wordsOf(task)).toContain('Coho Vineyard & Winery');
    expect(wordsOf(task)).not.toContain('Or type');
    const { data } = submitsOf(task).find(({ title }) => title === 'Map')!;
    const customer = stage.sandbox.world.state.customers.find(({ name }) => name.startsWith('Coho Vineyard & Winery'));
    const mapped = await alice().press({ ...data, customer: customer?.id });
    expect(wordsOf(mapped)).toContain('Coho Vineyard is mapped to Coho Vineyard & Winery');
  });

  it('reads a forwarded mail of Partner Center: link, tenant id, domain', async () => {
    const id = tenantOf('Northwind Traders GmbH');
    const mail =
      `<div><p><b>From:</b> Microsoft Partner Center &lt;partner@microsoft.com&gt;<br><b>Subject:</b> Customer accepted your request</p>` +
      `<p>The customer has accepted your reseller relationship request. Microsoft ID ${id}.</p>` +
      `<p><a href="https://partner.microsoft.com/dashboard/v2/customers/${id}/account">View customer</a></p></div>`;
    expect(wordsOf(await somebody().who(mail))).toContain('Which customer is Northwind Traders GmbH?');
  });

  it('has a row for each of several, also for one that nobody knows but whose legal form tells', async () => {
    const task = await somebody().who(
      'Zyxwv Industries GmbH would like licences, Fabrikam too. Jo, jo@contoso.com',
      'text',
    );
    const words = wordsOf(task);
    expect(words).toMatch(/Zyxwv Industries GmbH[\s\S]*Not in the customer list/);
    expect(words).toContain('Contoso Ltd');
    expect(words).toContain('Fabrikam Inc');
    const { data } = submitsOf(task).find(({ title }) => title.startsWith('Show account: Fabrikam'))!;
    expect(wordsOf(await alice().press(data))).toContain('Fabrikam Inc is mapped to Fabrikam, Inc.');
  });

  it('watches and invites from there; the watch belongs to the own chat', async () => {
    await stage.say(ALICE, PERSONAL, 'hello');
    const task = await alice().who('Is Quillworks Ltd a customer?', 'text');
    const named = (title: RegExp) => submitsOf(task).find((one) => title.test(one.title))!.data;
    expect(wordsOf(await alice().press(named(/Tell me/)))).toContain('We tell you when “Quillworks Ltd” accepts');
    const watch = (await stage.kept('watch')).find(({ query }) => query === 'Quillworks Ltd');
    expect(watch).toMatchObject({ conversationId: PERSONAL.conversation.id, person: { id: ALICE.aadObjectId } });
    expect(wordsOf(await alice().press(named(/nvit/)))).toContain('https://');
  });

  it('says that it needs a chat of its own before it can tell somebody something', async () => {
    const carol = { id: '29:carol', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000003', name: 'Carol' };
    const task = await elsewhere(stage, carol).press({ handshake: 1, verb: 'watch', query: 'Quillworks Ltd' });
    expect(task).toEqual({ type: 'message', value: expect.stringContaining('I need a chat with you alone') });
  });

  it.each([[''], ['lunch at noon?'], ['👍'], ['The quick brown fox jumps over the lazy dog. Best regards, Kim']])(
    'finds nobody in %j',
    async (text) => {
      expect(wordsOf(await somebody().who(text, 'text'))).toContain('I found no company in this message');
    },
  );
});

it('keeps nothing of the chat from which it was asked, and says nothing there', async () => {
  await somebody().find('contoso');
  await somebody().who('Is Contoso one of ours?', 'text');
  const kept = (await stage.kept('conversation')).map(({ conversationId }) => conversationId);
  const said = stage.connector.messages().filter((m) => m.conversationId.startsWith('19:colleagues'));
  expect(said).toEqual([]);
  expect(kept).not.toContain('none');
  expect(kept).not.toContain(FAR.conversation.id);
});

it('tells who opens the chat what waits', async () => {
  const dora = { id: '29:dora', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000004', name: 'Dora Example' };
  const chat = (id: string) => ({ ...PERSONAL, conversation: { id, conversationType: 'personal' } });
  await stage.say(dora, chat('a:dora'), 'hello');
  await elsewhere(stage, dora).press({ handshake: 1, verb: 'watch', query: 'Wingtip Looms' });
  await stage.send({ type: 'installationUpdate', action: 'add', from: dora, ...chat('a:dora-anew') });
  const welcome = stage.connector.messages().find((m) => m.conversationId === 'a:dora-anew');
  const words = textOf(welcome?.body.attachments[0].content);
  expect(words).toMatch(/At the moment \d+ accounts wait for their customer\./);
  expect(words).toContain('You are waiting for 1 company to accept: Wingtip Looms.');
  expect(words).toContain('“Who is this?”');
});
