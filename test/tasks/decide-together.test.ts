import { notOurs } from '../../src/domain/acceptance';
import { accountId, rowProviderId } from '../../src/domain/account';
import type { AccountRecord } from '../../src/domain/account';
import { keepSisters } from '../../src/reconcile/keep-sisters';
import { drawAccount } from '../../src/records/draw-account';
import { decide } from '../../src/tasks/decide';
import { decideTogether } from '../../src/tasks/decide-together';
import type { Ports } from '../../src/ports';
import { StoreUnavailable } from '../../src/store';
import { decisionView } from '../../src/views/account/decision';
import { createSpeech } from '../../src/views/words/speech';
import { account, customer, PROVIDER, row, TENANT } from '../builders';
import { taskStand } from './stand';
import type { TaskStand } from './stand';

const ALICE = { id: 'alice', name: 'Alice' };
const BOB = { id: 'bob', name: 'Bob' };
const SYNNEX = rowProviderId('synnex');
const PAX8 = rowProviderId('pax8');
const OURS = accountId({ providerId: PROVIDER, tenantId: TENANT });
const AT_SYNNEX = accountId({ providerId: SYNNEX, tenantId: TENANT });
const AT_PAX8 = accountId({ providerId: PAX8, tenantId: 'P-1' });

let stand: TaskStand;
let ports: Ports;
let clicks = 0;
const click = () => ({ id: `click-${(clicks += 1)}`, where: 'channel' });

beforeEach(async () => {
  stand = await taskStand();
  ({ ports } = stand);
  ports.register.kin.call(PROVIDER, 'Partner Center');
  await put(account());
  await put(account({ providerId: SYNNEX, acceptance: notOurs('TD SYNNEX'), rows: [row({ rowId: 'row-2' })] }));
  await put(
    account({
      providerId: PAX8,
      tenantId: 'P-1',
      tenant: { tenantId: 'P-1', name: 'Contoso' },
      acceptance: notOurs('Pax8'),
      rows: [row({ rowId: 'row-3' })],
    }),
  );
  for (const one of [customer(), customer({ id: 'customer-2', name: 'Woodgrove Bank', website: 'woodgrove.com' })]) {
    const document = {
      kind: 'customer',
      id: `customer:${one.id}`,
      partnerId: 'partner',
      format: 1,
      customer: one,
    } as const;
    ports.register.apply(document);
  }
  await keepSisters(ports);
});
afterEach(() => stand.close());

async function put(document: AccountRecord): Promise<void> {
  await ports.store.write({ write: 'insert', document });
  ports.register.apply(document);
}

const record = (id: string): AccountRecord => ports.register.account(id)!;
const seen = (id: string) => ({ accountId: id, asOf: record(id).mappingVersion });
const pick = { verb: 'pick', customerId: 'customer-1' } as const;
const words = (answer: Awaited<ReturnType<typeof decideTogether>>) => decisionView(answer, createSpeech('en')).text;

it('knows the sisters by tenant and by name, and who goes along', () => {
  const { sisters = [], along = [] } = drawAccount(ports, record(OURS));
  expect(sisters.map(({ provider, bond }) => `${provider} ${bond}`)).toEqual(['Pax8 name', 'TD SYNNEX tenant']);
  expect(along.map(({ provider }) => provider)).toEqual(['Pax8', 'TD SYNNEX']);
  expect(record(OURS).sisters).toHaveLength(2);
});

it('maps all by one click: a decision of its own for each', async () => {
  const answer = await decideTogether(ports, ALICE, OURS, pick, click(), [seen(AT_SYNNEX), seen(AT_PAX8)]);
  expect(words(answer)).toContain('Mapped with it: Contoso Ltd (TD SYNNEX) and Contoso (Pax8).');
  for (const id of [OURS, AT_SYNNEX, AT_PAX8]) {
    expect(record(id).mapping).toMatchObject({ state: 'mapped', customer: { id: 'customer-1' } });
    expect(record(id).decisions).toHaveLength(1);
  }
});

it('tells which of them somebody else was faster with, and which stands otherwise', async () => {
  const along = [seen(AT_SYNNEX), seen(AT_PAX8)];
  await decide(ports, BOB, AT_SYNNEX, { verb: 'pick', customerId: 'customer-2', despite: ['customer-1'] }, click());
  const first = click();
  await decide(ports, BOB, AT_PAX8, { verb: 'ignore' }, first);
  await decide(ports, BOB, AT_PAX8, { verb: 'undo', seen: first.id }, click());
  const answer = await decideTogether(ports, ALICE, OURS, pick, click(), along);
  expect(record(OURS).mapping).toMatchObject({ state: 'mapped' });
  expect(words(answer)).toContain('Not Contoso Ltd (TD SYNNEX): Bob chose Woodgrove Bank before you.');
  expect(words(answer)).toContain('Not Contoso (Pax8): it stands otherwise now than the card showed.');
});

it('leaves the others alone where somebody else was faster with the account of the card', async () => {
  await decide(ports, BOB, OURS, { verb: 'pick', customerId: 'customer-2', despite: ['customer-1'] }, click());
  const answer = await decideTogether(ports, ALICE, OURS, pick, click(), [seen(AT_SYNNEX)]);
  expect(answer.answer).toBe('taken');
  expect(words(answer)).toContain('Left as they were: Contoso Ltd (TD SYNNEX).');
  expect(record(AT_SYNNEX).mapping.state).toBe('open');
});

it('says what could not be saved; the same click again saves it, and nothing twice', async () => {
  const { store } = ports;
  const failing: Ports = {
    ...ports,
    store: {
      ...store,
      write: (write) =>
        write.document.id === AT_SYNNEX ? Promise.reject(new StoreUnavailable('away', 'wait')) : store.write(write),
      read: (kind, id) => store.read(kind, id),
    },
  };
  const same = click();
  const also = [seen(AT_SYNNEX)];
  expect(words(await decideTogether(failing, ALICE, OURS, pick, same, also))).toContain('could not be saved just now');
  const again = await decideTogether(ports, ALICE, OURS, pick, same, also);
  expect(words(again)).toContain('Mapped with it: Contoso Ltd (TD SYNNEX).');
  expect(record(OURS).decisions).toHaveLength(1);
});

it('takes back by one click what one click decided', async () => {
  await decideTogether(ports, ALICE, OURS, pick, click(), [seen(AT_SYNNEX)]);
  const { mapping } = record(OURS);
  const undo = { verb: 'undo', seen: mapping.state === 'open' ? '' : mapping.decisionId } as const;
  const answer = await decideTogether(ports, ALICE, OURS, undo, click(), [seen(AT_SYNNEX)]);
  expect(words(answer)).toContain('Taken back with it: Contoso Ltd (TD SYNNEX).');
  expect([OURS, AT_SYNNEX].map((id) => record(id).mapping.state)).toEqual(['open', 'open']);
});

it('says of a sister that fits another customer that it is to be looked at by itself', async () => {
  const tenant = { tenantId: 'P-9', name: 'Woodgrove Bank', domain: 'woodgrove.com' };
  const other = account({ providerId: PAX8, tenantId: 'P-9', tenant, acceptance: notOurs('Pax8') });
  await put(other);
  const answer = await decideTogether(ports, ALICE, OURS, pick, click(), [seen(other.id)]);
  expect(words(answer)).toContain('Not Woodgrove Bank (Pax8): please look at its own card first');
  expect(record(other.id).mapping.state).toBe('open');
});

it('asks a colleague once, and then takes back all of it', async () => {
  await decideTogether(ports, ALICE, OURS, pick, click(), [seen(AT_SYNNEX)]);
  const { mapping } = record(OURS);
  const decisionId = mapping.state === 'open' ? '' : mapping.decisionId;
  const undo = { verb: 'undo', seen: decisionId } as const;
  const asked = await decideTogether(ports, BOB, OURS, undo, click(), [seen(AT_SYNNEX)]);
  expect(asked).toMatchObject({ answer: 'sure', also: [{ accountId: AT_SYNNEX }] });
  const answer = await decideTogether(ports, BOB, OURS, { ...undo, despite: [decisionId] }, click(), [seen(AT_SYNNEX)]);
  expect(words(answer)).toContain('Taken back with it: Contoso Ltd (TD SYNNEX).');
  expect([OURS, AT_SYNNEX].map((id) => record(id).mapping.state)).toEqual(['open', 'open']);
});

it('asks nothing because of what is decided for the same tenant, and says it as evidence', async () => {
  await decide(ports, BOB, AT_SYNNEX, { verb: 'pick', customerId: 'customer-2', despite: ['customer-1'] }, click());
  const [best] = drawAccount(ports, record(OURS)).candidates;
  expect(best?.evidence).toContainEqual(
    expect.objectContaining({ code: 'mapped-under', customer: 'Woodgrove Bank', provider: 'TD SYNNEX' }),
  );
  expect((await decide(ports, ALICE, OURS, pick, click())).answer).toBe('decided');
});
