import {
  ALICE,
  announcementOf,
  button,
  cardOf,
  CHANNEL,
  choiceOf,
  messageIdOf,
  PERSONAL,
  setStage,
  textOf,
} from './stage';
import type { Recorded } from '../doubles/connector';
import type { Stage } from './stage';
import { synced } from './synced';

/** What people do in Work 365 and in Partner Center while nobody looks at the bot, and what its cards say then. */

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
  await stage.install(CHANNEL);
  await stage.say(ALICE, PERSONAL, 'hello');
});
afterEach(() => stage.sandbox.control('heal', {}));
afterAll(() => stage.close());

const customerOf = (tenant: string): string | null | undefined => stage.sandbox.world.rowOf(tenant)?.customerId;
const idOf = (customer: string): string | undefined => stage.sandbox.world.findCustomer(customer)?.id;

interface Decided {
  readonly card: Recorded;
  readonly message: string;
}

/** A new account that Alice mapped in the channel and that Work 365 has; `customer` as its choice begins. */
async function mapped(tenant: string, customer: string): Promise<Decided> {
  stage.sandbox.control('accept', { name: tenant });
  const card = await announcementOf(stage, tenant);
  const message = messageIdOf(stage, card);
  const found = await stage.click(ALICE, CHANNEL, message, { ...button(card, 'Search'), query: customer });
  const results = { ...card, body: { attachments: [{ content: found.value }] } };
  await stage.click(ALICE, CHANNEL, message, { ...button(results, 'Map'), customer: choiceOf(results, customer) });
  stage.sandbox.control('sync', {});
  await stage.until(() => customerOf(tenant) === idOf(customer) && shownAt(message)?.includes('Written'));
  return { card, message };
}

/** What a message shows now. */
function shownAt(message: string): string | undefined {
  const found = [...stage.connector.shown].find(([key]) => key.endsWith(` ${message}`));
  return found === undefined ? undefined : textOf(cardOf({ body: found[1] }));
}

/** A message of its own, posted after `before` messages, that says this. */
function toldSince(before: number, where: { conversation: { id: string } }, text: string): Promise<string> {
  return stage.until(() => {
    const news = stage.connector
      .messages()
      .slice(before)
      .find((m) => m.kind !== 'update' && m.conversationId.startsWith(where.conversation.id) && saysIt(m, text));
    return news === undefined ? undefined : textOf(cardOf(news));
  });
}

const saysIt = (message: Recorded, text: string): boolean => textOf(cardOf(message)).includes(text);

const postsSaying = (text: string): number =>
  stage.connector.messages().filter((m) => m.kind !== 'update' && saysIt(m, text)).length;

describe('a mapping that a person made here', () => {
  it('is not replaced by what somebody maps in Work 365: the card shows both, and the decider is told', async () => {
    const { message } = await mapped('Upland Freight', 'Proseware, Inc.');
    const before = stage.connector.messages().length;
    stage.sandbox.control('map-in-work365', {
      tenant: 'Upland Freight',
      customer: 'Contoso Limited',
      by: 'Megan Bowen',
    });

    const told = await toldSince(before, PERSONAL, 'Upland Freight: Work 365 disagrees');
    const sentence =
      'Work 365 was changed: it now points to Contoso Limited (last changed by Megan Bowen). ' +
      'Here Alice Example decided: Proseware, Inc. Which is right?';
    expect(told).toContain(sentence);
    const card = await stage.until(() => shownAt(message)?.includes('Work 365 disagrees') && shownAt(message));
    expect(card).toContain('Points to Contoso Limited');
    expect(card).not.toContain('Written');
    await synced(stage);
    expect(postsSaying('Upland Freight: Work 365 disagrees')).toBe(1);
    expect(customerOf('Upland Freight')).toBe(idOf('Contoso Limited'));
  });

  it('is not taken back by somebody who clears it in Work 365; leaving it open is a click', async () => {
    const { card, message } = await mapped('Quarry Stone', 'Proseware, Inc.');
    stage.sandbox.control('map-in-work365', { tenant: 'Quarry Stone', customer: null, by: 'Megan Bowen' });

    const shown = await stage.until(() => shownAt(message)?.includes('no customer (last changed') && shownAt(message));
    expect(shown).toContain('Points to no customer any more');
    const redrawn = { ...card, body: shownBody(message) };
    const opened = await stage.click(ALICE, CHANNEL, message, button(redrawn, 'Leave it without a customer'));
    expect(textOf(opened.value)).toContain('Which customer is Quarry Stone?');
    await synced(stage);
    expect(customerOf('Quarry Stone')).toBeNull();
  });

  it('comes to rest when they put it back in Work 365', async () => {
    const { message } = await mapped('Ridge Optics', 'Proseware, Inc.');
    stage.sandbox.control('map-in-work365', { tenant: 'Ridge Optics', customer: 'Litware, Inc.' });
    await stage.until(() => shownAt(message)?.includes('Work 365 disagrees'));
    stage.sandbox.control('map-in-work365', { tenant: 'Ridge Optics', customer: 'Proseware, Inc.' });

    const shown = await stage.until(() => shownAt(message)?.includes('is mapped to Proseware') && shownAt(message));
    expect(shown).not.toContain('disagrees');
    expect(shown).toContain('Written');
  });

  it('is written anew when the row was deleted and Work 365 made another', async () => {
    const { message } = await mapped('Sable Media', 'Proseware, Inc.');
    stage.sandbox.control('delete-row', { tenant: 'Sable Media' });
    await stage.until(() => shownAt(message)?.includes('Does not have this account any more'));
    stage.sandbox.control('sync', {});

    await stage.until(() => customerOf('Sable Media') === idOf('Proseware, Inc.'));
    const shown = await stage.until(() => shownAt(message)?.includes('Written on') && shownAt(message));
    expect(shown).toContain('Sable Media is mapped to Proseware, Inc.');
  });

  it('says when its customer was renamed, and when it was deleted, and tells the decider of that once', async () => {
    const { card, message } = await mapped('Tidewater Marine', 'Humongous Insurance SA');
    stage.sandbox.control('rename-customer', { customer: 'Humongous Insurance SA', name: 'Gigantic Mutual SA' });
    const renamed = await stage.until(() => shownAt(message)?.includes('Gigantic') && shownAt(message));
    expect(renamed).toContain('Tidewater Marine is mapped to Gigantic Mutual SA');
    expect(renamed).toContain('Gigantic Mutual SA (called Humongous Insurance SA when it was chosen)');

    const before = stage.connector.messages().length;
    stage.sandbox.control('delete-customer', { customer: 'Gigantic Mutual SA' });
    await toldSince(before, PERSONAL, 'Tidewater Marine: its customer Gigantic Mutual SA');
    const gone = await stage.until(
      () => shownAt(message)?.includes('Not written: this customer is not there any more') && shownAt(message),
    );
    expect(gone).toContain('Gigantic Mutual SA was deleted or deactivated in the customer records; seen on');
    expect(gone).not.toContain('Written');
    expect(gone).not.toContain('keep trying');
    await synced(stage);
    expect(postsSaying('Tidewater Marine: its customer')).toBe(1);
    const redrawn = { ...card, body: shownBody(message) };
    const opened = await stage.click(ALICE, CHANNEL, message, button(redrawn, 'Choose another customer'));
    expect(textOf(opened.value)).toContain('Which customer is Tidewater Marine?');
  });
});

describe('a tenant that has another name', () => {
  it('is shown with both, and the evidence is what it is now', async () => {
    const { message } = await mapped('Wingtip Toys', 'Wingtip Toys Limited');
    expect(shownAt(message)).toMatch(/Evidence .*[Ss]ame name/);
    stage.sandbox.control('rename', { tenant: 'Wingtip Toys', name: 'Blue Yonder Airlines' });

    const shown = await stage.until(() => shownAt(message)?.includes('Blue Yonder Airlines') && shownAt(message));
    expect(shown).toContain('It was called Wingtip Toys; we saw the new name on');
    // Its domain is what it was, and its name is not.
    expect(shown).toContain('As it is called now, Wingtip Toys Limited still fits.');
    expect(shown).toMatch(
      /Evidence “wingtiptoys” goes with the website[^;]*(?:; same country[^;]*)?; when it was chosen: Same name but for Ltd/,
    );

    stage.sandbox.control('rename', { tenant: 'Blue Yonder Airlines', name: 'Wingtip Toys' });
    const back = await stage.until(() => shownAt(message)?.includes('Wingtip Toys is mapped') && shownAt(message));
    expect(back).not.toContain('It was called');
    expect(back).not.toContain('when it was chosen');
  });
});

describe('a relationship that ends', () => {
  it('is told where the account was announced, once for each time', async () => {
    const { message } = await mapped('Vantage Tools', 'Proseware, Inc.');
    const before = stage.connector.messages().length;
    stage.sandbox.control('leave', { tenant: 'Vantage Tools' });

    const told = await toldSince(before, CHANNEL, 'Vantage Tools is no longer our customer');
    expect(told).toMatch(/on \{\{DATE\([^)]+\)\}\} we saw that the tenant is gone from the customer list/);
    expect(told).toContain('The mapping to Proseware, Inc. stays until somebody changes it.');
    await stage.until(() => shownAt(message)?.includes('is no longer our customer'));
    await synced(stage);
    expect(postsSaying('Vantage Tools is no longer our customer')).toBe(1);

    const tenant = stage.sandbox.world.findTenant('Vantage Tools')!;
    tenant.relation = 'reseller';
    await stage.until(() => shownAt(message)?.includes('Vantage Tools is mapped to Proseware, Inc.'));
    stage.sandbox.control('leave', { tenant: 'Vantage Tools' });
    await stage.until(() => postsSaying('Vantage Tools is no longer our customer') === 2);
  });

  it('that ended before we first looked is not asked to accept again', async () => {
    const [answer] = await stage.say(ALICE, PERSONAL, 'is School of Fine Art accepted?');
    const text = textOf(cardOf(answer!));

    expect(text).toMatch(
      /Not any more\. Work 365 knows School of Fine Art from earlier, but it was gone from the customer list before \d+ \w+ \d{4}\./,
    );
    expect(text).not.toMatch(/not yet\.|invitation link again/i);
  });

  it('is not said to have ended while Partner Center contradicts itself', async () => {
    const { tenantId } = stage.sandbox.world.findTenant('Trey Research')!;
    const body = { code: 60003, description: 'The tenant was not found.' };
    stage.sandbox.control('answer', {
      service: 'partner-center',
      match: `customers/${tenantId}`,
      answer: { status: 404, body },
    });
    const [answer] = await stage.say(ALICE, PERSONAL, 'is Trey Research accepted?');
    const text = textOf(cardOf(answer!));
    expect(text).toContain('Partner Center lists Trey Research, but did not find it when asked for it alone.');
    expect(text).not.toContain('Not any more');

    stage.sandbox.control('heal', {});
    await synced(stage);
    const [later] = await stage.say(ALICE, PERSONAL, 'is Trey Research accepted?');
    expect(textOf(cardOf(later!))).toContain('Trey Research accepted');
  });
});

describe('a write that Work 365 refuses', () => {
  const refusedBy = async (tenant: string, says: string): Promise<string> => {
    stage.sandbox.control('accept', { name: tenant });
    const card = await announcementOf(stage, tenant);
    const message = messageIdOf(stage, card);
    const found = await stage.click(ALICE, CHANNEL, message, { ...button(card, 'Search'), query: 'Proseware' });
    const results = { ...card, body: { attachments: [{ content: found.value }] } };
    await stage.click(ALICE, CHANNEL, message, { ...button(results, 'Map'), customer: choiceOf(results, 'Proseware') });
    stage.sandbox.control('sync', {});
    const shown = await stage.until(() => shownAt(message)?.includes(says) && shownAt(message));
    expect(shown).not.toContain('keep trying');
    return message;
  };
  let linesBefore: number;
  beforeEach(() => {
    linesBefore = stage.lines.length;
  });
  const warnings = (text: string): number =>
    stage.lines.slice(linesBefore).filter((line) => line.includes(text)).length;

  it('by a rule gives the rule’s own words, is logged once, and is written when the row was mended', async () => {
    const body = { error: { code: '0x80040265', message: 'A billing contract has to be chosen first.' } };
    stage.sandbox.control('answer', { service: 'dataverse', match: 'PATCH', answer: { status: 400, body } });
    const message = await refusedBy(
      'Amber Clinics',
      'Not written. Work 365 says: “A billing contract has to be chosen first.”',
    );
    expect(shownAt(message)).toContain(
      'Amber Clinics is mapped to Proseware, Inc. here, but Work 365 does not take it',
    );
    await synced(stage);
    expect(warnings('Work 365 refuses a mapping')).toBe(1);

    stage.sandbox.control('heal', {});
    stage.sandbox.control('map-in-work365', { tenant: 'Amber Clinics', customer: null, by: 'Megan Bowen' });
    await stage.until(() => customerOf('Amber Clinics') === idOf('Proseware, Inc.'));
    await stage.until(() => shownAt(message)?.includes('Written on'));
    expect(warnings('Work 365 does not refuse this mapping any more')).toBe(1);
  });

  it('for want of a right names it, and says who can give it', async () => {
    stage.sandbox.control('forbid-writing', {});
    const message = await refusedBy('Birch Dental', 'Not written: the bot lacks the privilege prvWritework365');
    expect(shownAt(message)).toContain('An administrator has to give the bot’s user in Work 365 that right.');
  });
});

function shownBody(message: string): any {
  return [...stage.connector.shown].find(([key]) => key.endsWith(` ${message}`))?.[1];
}
