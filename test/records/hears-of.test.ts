import type { AccountRecord } from '../../src/domain/account';
import type { ConversationSettings } from '../../src/domain/conversation-settings';
import type { Routing } from '../../src/domain/routing';
import { observeTenant } from '../../src/domain/observe';
import { HOUR, MINUTE } from '../../src/domain/time';
import { hearingIn, unheardAccounts } from '../../src/records/hears-of';
import { newRecord } from '../../src/sync/take-in-tenant';
import { tellNews } from '../../src/reconcile/tell-news';
import { account, acceptance, T0 } from '../builders';
import { conversation, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

/** Which of several channels is told of an account: each of them, and the record once it is known. */

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
});
afterEach(() => stand.close());

const channel = (conversationId: string, settings: Partial<ConversationSettings> = {}) =>
  conversation({ conversationId, since: T0 - HOUR, settings: { notifications: true, ...settings } });
const routed = (conversationId: string, routing: Routing) => channel(conversationId, { routing });
const named = (name: string, news: Partial<AccountRecord['tenant']> = {}): AccountRecord => {
  const record = account({ tenant: { tenantId: 't', name, ...news }, at: T0 - HOUR });
  return { ...record, lookedAt: T0 };
};

const reach = (record: AccountRecord): string =>
  [...stand.ports.register.allConversations()]
    .filter((place) => hearingIn(stand.ports, place).hears(record))
    .map(({ conversationId }) => conversationId)
    .join(' ');

const germany = routed('germany', { countries: { of: ['DE', 'AT'] } });
const others = routed('others', { countries: { of: ['DE', 'AT'], not: true } });
const rest = routed('rest', { rest: true });

it.each<[string, Routing, AccountRecord, boolean]>([
  ['a country', { countries: { of: ['DE'] } }, named('A', { country: 'DE' }), true],
  ['another country', { countries: { of: ['DE'] } }, named('A', { country: 'FR' }), false],
  ['all but a country', { countries: { of: ['DE'], not: true } }, named('A', { country: 'FR' }), true],
  ['a letter with a mark', { letters: { of: ['O-S'] } }, named('Östermann AG'), true],
  ['another letter', { letters: { of: ['A-K'] } }, named('Contoso', {}), true],
  ['a digit', { letters: { of: ['A-Z'] } }, named('3M'), false],
  ['a digit that is chosen', { letters: { of: ['#'] } }, named('3M'), true],
  ['quotes before the name', { letters: { of: ['F'] } }, named('„Fabrikam“ AG'), true],
  ['a language', { languages: { of: ['fr'] } }, named('A', { country: 'FR' }), true],
  ['a country with none of our languages', { languages: { of: ['fr'] } }, named('A', { country: 'PL' }), false],
  ['all but a language', { languages: { of: ['fr'], not: true } }, named('A', { country: 'PL' }), true],
])('%s', async (_, routing, record, isTold) => {
  await put(stand.ports, routed('here', routing), channel('all'));
  expect(reach(record).includes('here')).toBe(isTold);
});

it.each<[number | undefined, Routing['size'], boolean]>([
  [50, { by: 'seats', from: 51 }, false],
  [51, { by: 'seats', from: 51 }, true],
  [50, { by: 'seats', to: 50 }, true],
  [50, { by: 'subscriptions', from: 3 }, false],
])('%s seats, %j', async (seats, size, isTold) => {
  await put(stand.ports, routed('here', { size: size! }), channel('all'));
  const counted = {
    state: 'counted',
    total: 2,
    active: 2,
    seats: seats!,
    checkedAt: T0,
    source: 'partner-center',
  } as const;
  expect(reach({ ...named('A'), subscriptions: counted }).includes('here')).toBe(isTold);
});

it('what no other channel is told of comes to the one for the rest, of any provider', async () => {
  await put(stand.ports, germany, rest, conversation({ conversationId: 'own', type: 'personal' }));
  expect(reach(named('A', { country: 'DE' }))).toBe('germany own');
  expect(reach(named('A', { country: 'FR' }))).toBe('rest own');
});

it('an account of unknown country goes to the rest, else to all for which it may be meant, while nobody is told for certain', async () => {
  await put(stand.ports, germany, others);
  expect(reach(named('A'))).toBe('germany others');
  await put(stand.ports, rest);
  expect(reach(named('A'))).toBe('rest');
  await put(stand.ports, channel('all'));
  expect(reach(named('A'))).toBe('all');
});

it('is told at once where it is certain, waits for its facts elsewhere, and is told there however late they come', async () => {
  await put(stand.ports, germany, others, rest);
  const since = { at: T0, basis: 'event' } as const;
  const fresh = newRecord(
    stand.ports,
    { id: 'ours' } as never,
    { tenant: { tenantId: 't', name: 'Fabrikam' }, relation: 'reseller', relationName: 'reseller' },
    { basis: since.basis, at: T0 },
  );
  expect(fresh.notices).toEqual([]);
  expect(fresh.awaitedBy).toEqual(['germany', 'others', 'rest']);
  await put(stand.ports, fresh);

  stand.clock.move(4 * MINUTE);
  await tellNews(stand.ports);
  const told = () => stand.ports.register.account(fresh.id)!;
  expect(told().notices.map(({ conversationId }) => conversationId)).toEqual(['rest']);
  expect(told().awaitedBy).toEqual(['germany', 'others']);

  stand.clock.move(48 * HOUR);
  const { document, etag } = (await stand.ports.store.read('account', fresh.id))!;
  const known = observeTenant(document, { ...document.tenant, country: 'AT' }, document.acceptance, T0);
  await stand.ports.store.write({ write: 'replace', document: known, etag });
  stand.ports.register.apply(known);
  await tellNews(stand.ports);
  await tellNews(stand.ports);
  expect(told().notices.map(({ conversationId }) => conversationId)).toEqual(['rest', 'germany']);
  expect(told().awaitedBy).toBeUndefined();
});

it('a muted account is told there no more, and counts as told', async () => {
  const record = named('A', { country: 'DE' });
  await put(stand.ports, record, {
    ...germany,
    settings: { ...germany.settings, muted: [{ accountId: record.id, at: T0 }] },
  });
  expect(reach(record)).toBe('');
  expect(await unheardAccounts(stand.ports)).toEqual([]);
});

it('accounts that no channel has chosen are known, unless one takes the rest', async () => {
  const french = { ...named('A', { country: 'FR' }), acceptance: acceptance() };
  await put(stand.ports, germany, french);
  expect((await unheardAccounts(stand.ports)).map(({ id }) => id)).toEqual([french.id]);
  await put(stand.ports, rest);
  expect(await unheardAccounts(stand.ports)).toEqual([]);
});
