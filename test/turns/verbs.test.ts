import { actionData, VERBS } from '../../src/actions/action';
import type { Action, Verb } from '../../src/actions/action';
import { accountId } from '../../src/domain/account';
import { button, cardOf, CHANNEL, setStage, shownBy, TEAM, TENANT, textOf } from './stage';
import { assignEffects } from './assign-effects';
import { createEffects } from './create-effects';
import { invitationEffects } from './invitation-effects';
import { effectsOnRows } from './review-effects';
import { settingsEffects } from './settings-effects';
import { toldEffects } from './told-effects';
import { watchEffects } from './watch-effects';
import type { Recorded } from '../doubles/connector';
import type { Someone, Stage, Where } from './stage';

/** Every verb of a card once, with what it does; the compiler asks for the row of a new one. */

/** Somebody with a chat of their own for each row, so that no row is slowed down by what another one sent. */
interface Seat {
  readonly who: Someone;
  readonly chat: Where;
}

const objectId = (n: number): string => `aaaaaaaa-0000-4000-8000-${String(n).padStart(12, '0')}`;
const seat = (n: number): Seat => ({
  who: { id: `29:person-${n}`, aadObjectId: objectId(n), name: `Person ${n}` },
  chat: {
    conversation: { id: `a:chat-${n}`, conversationType: 'personal' },
    channelData: { tenant: { id: TENANT } },
  },
});

const SEATS = VERBS.map((_, n) => seat(n + 1));
const ADMIN = seat(99);
const OTHER_TEAM = '19:other-team@thread.tacv2';
const OTHER_CHANNEL: Where = {
  conversation: { id: '19:other-channel@thread.tacv2', conversationType: 'channel' },
  channelData: {
    tenant: { id: TENANT },
    team: { id: OTHER_TEAM, name: 'Another team' },
    channel: { id: '19:other-channel@thread.tacv2', name: 'Another channel' },
  },
};

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ production: true, env: { ADMINS: ADMIN.who.aadObjectId } });
  const people = [...SEATS, ADMIN].map(({ who }) => who);
  stage.connector.members(TEAM, people);
  stage.connector.members(OTHER_TEAM, [SEATS[0]!.who]);
  await stage.send({ type: 'installationUpdate', action: 'add', from: ADMIN.who, ...CHANNEL });
});
afterAll(() => stage.close());

const account = (name: string): string =>
  accountId({
    providerId: stage.sandbox.settings['PARTNER_CENTER_TENANT_ID']!,
    tenantId: stage.sandbox.world.findTenant(name)!.tenantId,
  });
const customer = (name: string): string => stage.sandbox.world.findCustomer(name)!.id;
const rowOf = (tenant: string): string | null | undefined => stage.sandbox.world.rowOf(tenant)?.customerId;
const written = (tenant: string, name: string): Promise<true> =>
  stage.until(() => rowOf(tenant) === customer(name) && true);

/** The messages that came in a chat since `from` had been sent in all. */
function newIn({ chat }: Seat, from: number): Recorded[] {
  const messages = stage.connector.messages().slice(from);
  return messages.filter((m) => m.kind !== 'update' && m.conversationId === chat.conversation.id);
}

const saidIn = (at: Seat, from: number): string =>
  newIn(at, from)
    .map((m) => textOf(cardOf(m)))
    .join('\n');

interface Clicked {
  readonly text: string;
  readonly card: { readonly body: any };
}

/** Clicks on a message that shows no account; an answer that is a message of its own is waited for. */
async function click(at: Seat, data: object): Promise<Clicked> {
  const before = stage.connector.messages().length;
  const answer = await stage.click(at.who, at.chat, 'clicked', data);
  if (typeof answer.value !== 'string') return { text: textOf(answer.value), card: shownBy(answer) };
  const said = await stage.until(() => newIn(at, before)[0]);
  return { text: textOf(cardOf(said)), card: said };
}

const act = (at: Seat, action: Action): Promise<Clicked> => click(at, actionData(action));
const pick = (at: Seat, tenant: string, name: string): Promise<Clicked> =>
  act(at, { verb: 'pick', accountId: account(tenant), customerId: customer(name) });

async function ask(at: Seat, text: string): Promise<string> {
  const before = stage.connector.messages().length;
  await stage.say(at.who, at.chat, text);
  return saidIn(at, before);
}

/** The id of a watch that is begun for this. */
async function watching(at: Seat, query: string): Promise<string> {
  return button((await act(at, { verb: 'watch', query })).card, 'Stop watching').watchId;
}

const effects: Readonly<Record<Verb, (at: Seat) => Promise<void>>> = {
  'pick': async (at) => {
    expect((await pick(at, 'A Datum Corp', 'A. Datum Corporation')).text).toContain(
      'A Datum Corp is mapped to A. Datum Corporation',
    );
    await written('A Datum Corp', 'A. Datum Corporation');
  },
  'ignore': async (at) => {
    const name = 'Litware Labs (test)';
    expect((await act(at, { verb: 'ignore', accountId: account(name) })).text).toContain(`${name} is not a customer`);
    expect(await ask(at, `history ${name}`)).toContain(`${at.who.name} said that it is not a customer.`);
  },
  'reopen': async (at) => {
    const { card } = await pick(at, 'Oakfield Solicitors', 'Oakfield & Partners Solicitors LLP');
    expect((await click(at, button(card, 'I disagree'))).text).toContain('Which customer is Oakfield Solicitors?');
    expect(await ask(at, 'history Oakfield Solicitors')).toContain(`${at.who.name} opened it again`);
  },
  'undo': async (at) => {
    const { card } = await pick(at, 'Coho Vineyard', 'Coho Vineyard & Winery Pty Ltd');
    await written('Coho Vineyard', 'Coho Vineyard & Winery Pty Ltd');
    const { text } = await click(at, button(card, 'Undo'));
    expect(text).toContain('Which customer is Coho Vineyard?');
    await stage.until(() => rowOf('Coho Vineyard') === null);
  },
  ...effectsOnRows(act, account, () => stage),
  ...toldEffects(act, newIn, () => stage),
  ...createEffects(act, click, () => stage),
  ...assignEffects(act, account),
  'search': async (at) => {
    const { text } = await act(at, { verb: 'search', accountId: account('Alpine Ski House'), query: 'lucerne publsh' });
    expect(text).toMatch(/For Alpine Ski House[\s\S]*Lucerne Publishing B\.V\./);
  },
  'account': async (at) => {
    expect((await act(at, { verb: 'account', accountId: account('HKB') })).text).toContain('Which customer is HKB?');
  },
  'refresh': async (at) => {
    const { text } = await act(at, { verb: 'refresh', accountId: account('Trey Research') });
    expect(text).toContain('Trey Research is mapped to Trey Research Ltd');
  },
  'look-again': async (at) => {
    stage.sandbox.control('set-agreement', { tenant: 'Proseware', agreement: 'unsigned' });
    const { text } = await act(at, { verb: 'look-again', accountId: account('Proseware'), facts: ['agreement'] });
    expect(text).toMatch(/Proseware[\s\S]*not signed/i);
  },
  'ask-again': async (at) => {
    expect((await act(at, { verb: 'ask-again', query: 'Bellows College' })).text).toMatch(
      /Yes\. Bellows College accepted/,
    );
  },
  'which': async (at) => {
    const { text } = await act(at, { verb: 'which', accountId: account('Litware'), intent: 'history' });
    expect(text).toContain('The story of Litware');
  },
  'which-name': async (at) => {
    const { text } = await act(at, { verb: 'which-name', query: 'Nod Publishers', intent: 'show' });
    expect(text).toContain('Which customer is Nod Publishers?');
  },
  'list': async (at) => {
    const { text } = await act(at, { verb: 'list', what: 'unmapped', offset: 8 });
    expect(text).toMatch(/\d+ accounts wait for a customer\n9 to 1\d of \d+, oldest first/);
  },
  'confirm-map': async (at) => {
    const customerId = customer('TPC Telecommunications Holdings Ltd');
    const { text } = await act(at, { verb: 'confirm-map', accountId: account('The Phone Company'), customerId });
    expect(text).toContain('The Phone Company is mapped to TPC Telecommunications Holdings Ltd');
    await written('The Phone Company', 'TPC Telecommunications Holdings Ltd');
  },
  'which-customer': async (at) => {
    const wanted = {
      accountId: account('Brightwater Analytics'),
      customerId: customer('Lakeshore Data Services Limited'),
    };
    const { text } = await act(at, { verb: 'which-customer', ...wanted });
    expect(text).toContain('Map Brightwater Analytics to Lakeshore Data Services Limited?');
    expect(await ask(at, 'history Brightwater Analytics')).toContain('Nothing has been decided yet.');
  },
  ...watchEffects({ act, ask, account, watching }),
  'watch-reply': async (at) => {
    const watchId = await watching(at, 'Tailspin Toy Works');
    const before = stage.connector.messages().length;
    stage.sandbox.control('accept', { name: 'Tailspin Toys' });
    await stage.until(() =>
      saidIn(at, before).includes('Is Tailspin Toys the “Tailspin Toy Works” that you wait for?'),
    );
    const { text } = await act(at, { verb: 'watch-reply', watchId, accountId: account('Tailspin Toys'), yes: true });
    expect(text).toContain('Tailspin Toys has accepted already');
    expect(await ask(at, 'what am I watching?')).toContain('You are not watching anything');
  },
  ...invitationEffects({ act, ask, account, saidSince: saidIn, stage: () => stage }),
  'conflict': async (at) => {
    await pick(at, 'Northwind Traders GmbH', 'Northwind Traders Deutschland GmbH');
    await written('Northwind Traders GmbH', 'Northwind Traders Deutschland GmbH');
    stage.sandbox.control('map-in-work365', { tenant: 'Northwind Traders GmbH', customer: 'Litware, Inc.' });
    const card = await stage.until(() => conflictOn('Northwind Traders GmbH'));
    const { text } = await click(at, button(card, 'Take the one in Work 365'));
    expect(text).toContain('Northwind Traders GmbH is mapped to Litware, Inc.');
    expect(rowOf('Northwind Traders GmbH')).toBe(customer('Litware, Inc.'));
  },
  'approve-team': async () => {
    await stage.send({ type: 'installationUpdate', action: 'add', from: SEATS[0]!.who, ...OTHER_CHANNEL });
    const { text } = await act(ADMIN, { verb: 'approve-team', teamId: OTHER_TEAM, yes: true });
    expect(text).toContain('Another team is approved');
  },
  'names': async (at) => {
    await pick(at, 'SGER', 'Société Générale d’Emballage du Rhône SARL');
    expect((await act(at, { verb: 'names', offset: 0 })).text).toContain('“SGER” is Société Générale');
  },
  'forget-name': async (at) => {
    await pick(at, 'CP&L', 'City Power & Light Company');
    const { text } = await act(at, { verb: 'forget-name', accountId: account('CP&L') });
    expect(text).toContain('“CP&L” no longer leads to City Power & Light Company.');
    expect((await act(at, { verb: 'names', offset: 0 })).text).not.toContain('“CP&L” is');
    expect((await act(at, { verb: 'refresh', accountId: account('CP&L') })).text).toContain('CP&L is mapped to');
  },
  ...settingsEffects({ act, ask, account }),
  'holdings': async (at) => {
    const { text } = await act(at, { verb: 'holdings', accountId: account('Fabrikam Inc'), what: 'subscriptions' });
    expect(text).toMatch(/Fabrikam Inc: \d+ subscription/);
  },
  'invite': async (at) => {
    const { text } = await act(at, { verb: 'invite', company: 'Zyxwv Works' });
    expect(text).toMatch(/Text to send to Zyxwv Works[\s\S]*partner-invitation/);
  },
  'history': async (at) => {
    const { text } = await act(at, { verb: 'history', accountId: account('Woodgrove Bank') });
    expect(text).toContain('The story of Woodgrove Bank');
  },
  'decisions': async (at) => {
    await act(at, { verb: 'ignore', accountId: account('Liberty’s Delightful Bakery & Cafe') });
    const { text } = await act(at, { verb: 'decisions', offset: 0 });
    expect(text).toContain(`${at.who.name} said that it is not a customer.`);
  },
  'forget-me': async (at) => {
    await act(at, { verb: 'ignore', accountId: account('Consolidated Messenger') });
    expect(await ask(at, 'history Consolidated Messenger')).toContain(at.who.name);
    await act(at, { verb: 'forget-me', sure: false });
    expect(await ask(at, 'history Consolidated Messenger')).toContain(at.who.name);
    await act(at, { verb: 'forget-me', sure: true });
    expect(await ask(at, 'history Consolidated Messenger')).toContain('somebody whose name was deleted said');
  },
  'type': async (at) => {
    expect((await act(at, { verb: 'type', line: 'who mapped Harbour Light?' })).text).toContain('Harbour Light');
  },
};

/** The card on which both sides of a disagreement stand. */
function conflictOn(name: string): { readonly body: any } | undefined {
  return [...stage.connector.shown.values()]
    .map((body) => ({ body }))
    .find((one) => textOf(cardOf(one)).includes(`${name}: Work 365 disagrees`));
}

it.each(VERBS.map((verb, n) => [verb, n] as const))('%s', async (verb, n) => {
  await effects[verb](SEATS[n]!);
});
