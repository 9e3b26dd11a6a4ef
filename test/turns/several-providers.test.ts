import { accountId, rowProviderId } from '../../src/domain/account';
import type { AccountRecord } from '../../src/domain/account';
import { DISTRIBUTOR_NAME, FIRST_NAME, SECOND_NAME, SECOND_PARTNER } from '../../src/sandbox/several';
import { PARTNER } from '../../src/sandbox/sandbox';
import { actionData } from '../../src/actions/action';
import { ALICE, answerTo, buttonsOf, cardOf, CHANNEL, PERSONAL, setStage, textOf } from './stage';
import type { Stage } from './stage';
import { synced } from './synced';

/** One customer under three providers: two Partner Center tenants of ours, and a distributor. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ several: true });
  await stage.install(CHANNEL);
  await synced(stage);
  await synced(stage);
});
afterAll(() => stage.close());

const ask = async (text: string): Promise<string> =>
  (await stage.say(ALICE, PERSONAL, text)).map((m) => textOf(cardOf(m))).join('\n');

const shared = (): string => stage.sandbox.world.findTenant('Fourth Coffee')!.tenantId;
const distributorId = (): string =>
  rowProviderId(stage.sandbox.world.state.providers!.find(({ name }) => name === DISTRIBUTOR_NAME)!.id);
const IDS = {
  first: () => accountId({ providerId: PARTNER.tenantId, tenantId: shared() }),
  second: () => accountId({ providerId: SECOND_PARTNER.tenantId, tenantId: shared() }),
  distributor: () => accountId({ providerId: distributorId(), tenantId: 'TD-204417' }),
};

async function kept(id: string): Promise<AccountRecord | undefined> {
  return (await stage.kept('account')).find((record) => record.id === id);
}

it('each provider has its own account of it, with its own row', async () => {
  const records = await Promise.all([kept(IDS.first()), kept(IDS.second()), kept(IDS.distributor())]);
  const rowIds = records.map((record) => record?.directoryRow?.rowId);
  expect(new Set(rowIds).size).toBe(3);
  expect(rowIds).not.toContain(undefined);
  expect(records.map((record) => record?.tenant.name)).toEqual([
    'Fourth Coffee',
    'Fourth Coffee Deutschland',
    'Fourth Coffee Ltd',
  ]);
});

it('a card names its provider', async () => {
  for (const [id, provider] of [
    [IDS.first(), FIRST_NAME],
    [IDS.second(), SECOND_NAME],
    [IDS.distributor(), DISTRIBUTOR_NAME],
  ] as const) {
    const shown = await answerTo(
      stage,
      ALICE,
      PERSONAL,
      actionData({ verb: 'account', accountId: id, from: { view: 'status' } }),
    );
    expect(textOf(shown.value)).toContain(provider);
  }
});

it('what is decided for one of them is written to its own row', async () => {
  const { id: customerId } = stage.sandbox.world.findCustomer('Fourth Coffee Limited')!;
  for (const accountIdOf of [IDS.second, IDS.distributor]) {
    const pick = actionData({ verb: 'pick', accountId: accountIdOf(), customerId });
    const answer = await answerTo(stage, ALICE, PERSONAL, pick);
    // Another account of the customer may speak against this one; a person who has seen that goes on.
    const anyway = buttonsOf(answer.value).find(({ title }) => title === 'Map anyway');
    if (anyway !== undefined) await answerTo(stage, ALICE, PERSONAL, anyway.data);
  }
  const rows = () => stage.sandbox.world.state.rows.filter(({ name }) => name.startsWith('Fourth Coffee'));
  await stage.until(() => rows().every((row) => row.customerId === customerId));
  expect(rows().map(({ providerId }) => providerId)).toHaveLength(3);
});

it('the state of each is told by its name', async () => {
  const health = await ask('health');
  for (const name of [FIRST_NAME, SECOND_NAME, DISTRIBUTOR_NAME]) expect(health).toContain(name);
});
