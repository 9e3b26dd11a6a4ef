import { ALICE, PERSONAL, setStage, textOf } from './stage';
import type { Stage } from './stage';
import { elsewhere, wordsOf } from './elsewhere-stage';

/** "Who is this?" on what people really get: mails quoted and forwarded in five languages, wrapped links, tables, cards. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  // The first message that is read takes longer than the others.
  await stage.say(ALICE, PERSONAL, 'is Contoso accepted?');
});
afterAll(() => stage.close());

let people = 0;
const somebody = () => {
  people += 1;
  const id = `aaaaaaaa-0000-4000-8000-${String(500 + people).padStart(12, '0')}`;
  return elsewhere(stage, { id: `29:m${people}`, aadObjectId: id, name: `Person ${people}` });
};
const tenantOf = (name: string): string => stage.sandbox.world.findTenant(name)!.tenantId;
const pageOf = (name: string): string =>
  `https://partner.microsoft.com/dashboard/v2/customers/${tenantOf(name)}/account`;
const safe = (url: string): string =>
  `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(url)}&data=05%7C02%7Ckim%40partner.example%7C${'0'.repeat(300)}&sdata=${'A'.repeat(60)}%3D&reserved=0`;
const base = (): string => stage.sandbox.settings['DATAVERSE_URL']!;

describe('an acceptance mail of Partner Center, forwarded', () => {
  it.each([
    [
      'en',
      'From: Microsoft Partner Center <partner@microsoft.com>\nSent: Friday\nTo: Kim\nSubject: FW: Your customer has accepted\n\nThe customer has accepted your reseller relationship request.\nCustomer name: Coho Vineyard\nCustomer domain: cohovineyard.onmicrosoft.com',
    ],
    [
      'de',
      'Von: Microsoft Partner Center <partner@microsoft.com>\nGesendet: Freitag\nAn: Kim\nBetreff: WG: Ihr Kunde hat angenommen\n\nDer Kunde Coho Vineyard hat Ihre Anfrage angenommen.\nDomäne: cohovineyard.onmicrosoft.com',
    ],
    [
      'fr',
      'De : Microsoft Partner Center <partner@microsoft.com>\nEnvoyé : vendredi\nÀ : Kim\nObjet : TR: Votre client a accepté\n\nLe client Coho Vineyard a accepté votre demande de relation.\nDomaine : cohovineyard.onmicrosoft.com',
    ],
    [
      'es',
      'De: Microsoft Partner Center <partner@microsoft.com>\nEnviado: viernes\nPara: Kim\nAsunto: RV: Su cliente ha aceptado\n\nEl cliente Coho Vineyard ha aceptado su solicitud.\nDominio: cohovineyard.onmicrosoft.com',
    ],
    [
      'nl',
      'Van: Microsoft Partner Center <partner@microsoft.com>\nVerzonden: vrijdag\nAan: Kim\nOnderwerp: FW: Uw klant heeft geaccepteerd\n\nDe klant Coho Vineyard heeft uw verzoek geaccepteerd.\nDomein: cohovineyard.onmicrosoft.com',
    ],
  ])('in %s shows the one company', async (_language, mail) => {
    expect(wordsOf(await somebody().who(mail, 'text'))).toContain('Which customer is Coho Vineyard?');
    const html = `<blockquote><p>${mail.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>')}</p></blockquote>`;
    expect(wordsOf(await somebody().who(`<p>ist das unserer?</p>${html}`))).toContain(
      'Which customer is Coho Vineyard?',
    );
  });

  it('is read by its initial domain alone, and by nothing but its id', async () => {
    expect(wordsOf(await somebody().who('accepted: COHOVINEYARD.onmicrosoft.com', 'text'))).toContain('Coho Vineyard?');
    const id = `{${tenantOf('Coho Vineyard').toUpperCase()}}`;
    expect(wordsOf(await somebody().who(`Microsoft ID ${id}`, 'text'))).toContain('Coho Vineyard?');
  });

  it('is found below a long thread', async () => {
    const thread = 'thanks and kind regards from all of us here, see you at the meeting on friday then. ';
    const mail = `${thread.repeat(80)}\nCustomer name: Coho Vineyard\nRegards`;
    expect(wordsOf(await somebody().who(mail, 'text'))).toContain('Which customer is Coho Vineyard?');
  });
});

describe('links', () => {
  it.each([
    ['a mail filter of Outlook', (url: string) => safe(url)],
    ['two of them', (url: string) => safe(safe(url))],
    [
      'Teams',
      (url: string) =>
        `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=${encodeURIComponent(url)}&locale=en-us`,
    ],
    ['Proofpoint', (url: string) => `https://urldefense.com/v3/__${url.replace('https://', 'https:/')}__;!!AbC!xyz$`],
    ['angle brackets', (url: string) => `<${url}>`],
    ['square brackets', (url: string) => `see [${url}].`],
    ['round brackets', (url: string) => `(${url}),`],
    ['Markdown', (url: string) => `[View customer](${url})!`],
    ['quotes', (url: string) => `“${url}”`],
  ])('in %s are read', async (_what, wrap) => {
    expect(wordsOf(await somebody().who(wrap(pageOf('Coho Vineyard')), 'text'))).toContain('Coho Vineyard?');
  });

  it('behind words of a mail in markup are read, however long', async () => {
    const href = safe(pageOf('Coho Vineyard')).replaceAll('&', '&amp;');
    expect(wordsOf(await somebody().who(`<p><a href="${href}" title="x">View customer</a></p>`))).toContain(
      'Coho Vineyard?',
    );
  });

  it.each([
    ['/main.aspx?appid=11111111-2222-4333-8444-555555555555&pagetype=entityrecord&etn=account&id={id}'],
    [
      '/main.aspx?pagetype=entityrecord&id=%7B{id}%7D&etn=account&appid=11111111-2222-4333-8444-555555555555&forceUCI=1',
    ],
    ['/main.aspx?etc=1&extraqs=%3fid%3d%257b{id}%257d&pagetype=entityrecord'],
    ['/main.aspx?etn=account&id={{id}}&pagetype=entityrecord#614882'],
    ['/main.aspx#etn=account&id={id}&pagetype=entityrecord'],
    ['/userdefined/edit.aspx?etc=1&id=%7b{ID}%7d'],
    ['/api/data/v9.2/accounts({id})'],
  ])('to a customer in Dynamics unfold and are found: %s', async (path) => {
    const { id } = stage.sandbox.world.state.customers.find(({ name }) => name === 'Fabrikam, Inc.')!;
    const url = base() + path.replace('{id}', id).replace('{ID}', id.toUpperCase());
    const [unfolded] = await somebody().paste(url);
    expect(textOf(unfolded?.card)).toContain('Fabrikam Inc: accepted');
    expect((await somebody().find(url))[0]?.title).toBe('Fabrikam Inc');
    expect((await somebody().find(safe(url)))[0]?.title).toBe('Fabrikam Inc');
    expect(wordsOf(await somebody().who(`here: ${url}.`, 'text'))).toContain(
      'Fabrikam Inc is mapped to Fabrikam, Inc.',
    );
  });

  it('to a customer without an account are found in a compose box', async () => {
    const { id } = stage.sandbox.world.state.customers.find(({ name }) => name === 'Contoso Limited')!;
    expect((await somebody().find(`${base()}/main.aspx?etn=account&id=${id}`))[0]?.title).toBe('Contoso Limited');
  });
});

describe('what mails are made of', () => {
  it('is read from tables, a row for each', async () => {
    const rows = ['Coho Vineyard', 'Fabrikam Inc', 'Woodgrove Bank']
      .map((name, n) => `<tr><td>${n + 1}</td><td><span>${name}</span></td><td>&nbsp;</td></tr>`)
      .join('');
    const words = wordsOf(
      await somebody().who(`<table><thead><tr><th>No</th><th>Customer</th></tr></thead>${rows}</table>`),
    );
    for (const name of ['Coho Vineyard', 'Fabrikam Inc', 'Woodgrove Bank']) expect(words).toContain(name);
  });

  it('is read with its letters, and across what only changes their look', async () => {
    expect(
      wordsOf(await somebody().who('<p>M&uuml;ller &amp; S&ouml;hne Pr&auml;zisionstechnik GmbH &amp; Co. KG?</p>')),
    ).toContain('Muller und Sohne Prazisionstechnik');
    expect(wordsOf(await somebody().who('<p>Liberty&#8217;s Delightful Bakery &#38; Caf&#xe9;</p>'))).toContain(
      'Liberty',
    );
    expect(wordsOf(await somebody().who('<p>Wood<span style="x">grove</span> Ba<b>nk</b></p>'))).toContain(
      'Woodgrove Bank',
    );
  });

  it('is read from the card of another bot', async () => {
    const { messagePayload, ...rest } = elsewhere(stage).message('<attachment id="1"></attachment>');
    const card = {
      type: 'AdaptiveCard',
      body: [
        { type: 'TextBlock', text: 'New order' },
        { type: 'FactSet', facts: [{ title: 'Customer', value: 'Coho Vineyard' }] },
      ],
    };
    const attachments = [
      { id: '1', contentType: 'application/vnd.microsoft.card.adaptive', content: JSON.stringify(card) },
    ];
    const { task } = await somebody().invoke('composeExtension/fetchTask', {
      ...rest,
      messagePayload: { ...messagePayload, attachments },
    });
    expect(wordsOf(task)).toContain('Which customer is Coho Vineyard?');
  });
});

it('asks which one is meant where two companies have one domain, and does not where the text says it', async () => {
  const { state } = stage.sandbox.world;
  const toys = ['Wingtip Toys', 'Tailspin Toys'];
  state.invited = state.invited.map((one) =>
    toys.includes(one.name) ? { ...one, domains: ['toygroup.co.uk'], admin: 'active' } : one,
  );
  for (const name of toys) {
    stage.sandbox.control('accept', { name });
    await stage.say(ALICE, PERSONAL, `show ${name}`);
  }
  const asked = wordsOf(await somebody().who('mail from jo@toygroup.co.uk', 'text'));
  for (const name of toys) expect(asked).toContain(name);
  const clear = wordsOf(await somebody().who('mail from jo@toygroup.co.uk of Wingtip Toys', 'text'));
  expect(clear).toContain('Which customer is Wingtip Toys?');
});
