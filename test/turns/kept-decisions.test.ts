import { actionData } from '../../src/actions/action';
import type { Action } from '../../src/actions/action';
import { accountId } from '../../src/domain/account';
import { ALICE, answerTo, BOB, button, buttonsOf, cardOf, CHANNEL, PERSONAL, setStage, shownBy, textOf } from './stage';
import type { Someone, Stage } from './stage';

/** What is kept of a decision: whose side won, on what evidence, what it replaced; a click delivered late decides nothing again. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.install(CHANNEL);
});
afterAll(() => stage.close());

const account = (name: string): string =>
  accountId({
    providerId: stage.sandbox.settings['PARTNER_CENTER_TENANT_ID']!,
    tenantId: stage.sandbox.world.findTenant(name)!.tenantId,
  });
const customer = (name: string): string => stage.sandbox.world.findCustomer(name)!.id;
const rowOf = (tenant: string): string | null | undefined => stage.sandbox.world.rowOf(tenant)?.customerId;

/** A click on no card of ours; `id` names the delivery. */
const click = (who: Someone, data: object, id?: string): Promise<any> => answerTo(stage, who, PERSONAL, data, id);
const act = (who: Someone, action: Action, id?: string): Promise<any> => click(who, actionData(action), id);
const pick = (who: Someone, tenant: string, name: string): Promise<any> =>
  act(who, { verb: 'pick', accountId: account(tenant), customerId: customer(name) });

async function storyOf(name: string): Promise<string> {
  const [story] = await stage.say(BOB, CHANNEL, `history ${name}`);
  return textOf(cardOf(story!));
}

it('keeps the answer of Work 365 when somebody says that it is right', async () => {
  await pick(ALICE, 'Northwind Traders GmbH', 'Northwind Traders Deutschland GmbH');
  await stage.until(() => rowOf('Northwind Traders GmbH') === customer('Northwind Traders Deutschland GmbH'));
  stage.sandbox.control('map-in-work365', { tenant: 'Northwind Traders GmbH', customer: 'Litware, Inc.' });
  const disagrees = await stage.until(() =>
    [...stage.connector.shown.values()].find((body) =>
      textOf(cardOf({ body })).includes('Northwind Traders GmbH: Work 365 disagrees'),
    ),
  );

  const kept = await click(BOB, button({ body: disagrees }, 'Take the one in Work 365'));

  expect(textOf(kept.value)).toContain('Northwind Traders GmbH is mapped to Litware, Inc.');
  expect(rowOf('Northwind Traders GmbH')).toBe(customer('Litware, Inc.'));
  expect(await storyOf('Northwind Traders GmbH')).toContain(
    'Bob Example changed it from Northwind Traders Deutschland GmbH, which Alice Example had chosen, to Litware, Inc.',
  );
});

it('keeps the evidence of the customer that was chosen, and what a later choice replaces', async () => {
  const asked = await pick(ALICE, 'Meridian Logistics', 'Meridian Logistics Ltd');
  const anyway = buttonsOf(asked.value).find(({ title }) => title === 'Map anyway');
  if (anyway !== undefined) await click(ALICE, anyway.data);
  const before = await storyOf('Meridian Logistics');
  expect(before).toMatch(/Alice Example chose Meridian Logistics Ltd\.[\s\S]*Against it: other country/);
  expect(before).not.toContain('same country');

  const late = await pick(BOB, 'Meridian Logistics', 'Meridian Logistics GmbH');
  expect(textOf(late.value)).toContain('Your click changed nothing.');
  const [typed] = await stage.say(ALICE, PERSONAL, 'map Meridian Logistics to Meridian Logistics GmbH');
  await click(ALICE, buttonsOf(cardOf(typed!)).find(({ data }) => data.verb === 'confirm-map')!.data);

  const after = await storyOf('Meridian Logistics');
  expect(after).toContain('Alice Example changed it from Meridian Logistics Ltd to Meridian Logistics GmbH.');
  expect(after).toContain('same country');
});

/** A restart forgets which clicks were answered; only the record knows. */
describe('a click that is delivered again after a restart', () => {
  it('does not say "not a customer" again once somebody has reopened the account', async () => {
    const ignore: Action = { verb: 'ignore', accountId: account('HKB') };
    const ignored = await act(ALICE, ignore, 'ignore-1');
    await click(ALICE, button(shownBy(ignored), 'I disagree'));
    await stage.restart();

    const again = await act(ALICE, ignore, 'ignore-1');

    expect(textOf(again.value)).toContain('That was done already; nothing has changed.');
    const story = await storyOf('HKB');
    expect(story.match(/said that it is not a customer/g)).toHaveLength(1);
    expect(textOf((await act(BOB, { verb: 'refresh', accountId: account('HKB') })).value)).toContain(
      'Which customer is HKB?',
    );
  });

  it('does not take back again what was decided after the undo', async () => {
    const name = 'Oakfield & Partners Solicitors LLP';
    const mapped = await pick(ALICE, 'Oakfield Solicitors', name);
    const undo = button(shownBy(mapped), 'Undo');
    const undone = await click(ALICE, undo, 'undo-1');
    await click(ALICE, { ...button(shownBy(undone), 'Map'), customer: customer(name) });
    await stage.restart();

    const again = await click(ALICE, undo, 'undo-1');

    expect(textOf(again.value)).toContain('That was done already; nothing has changed.');
    expect((await storyOf('Oakfield Solicitors')).match(/took back the choice/g)).toHaveLength(1);
    expect(textOf((await act(BOB, { verb: 'refresh', accountId: account('Oakfield Solicitors') })).value)).toContain(
      `Oakfield Solicitors is mapped to ${name}`,
    );
  });
});
