import { notOurs } from '../../src/domain/acceptance';
import { accountId, rowProviderId } from '../../src/domain/account';
import type { AccountRecord } from '../../src/domain/account';
import type { Customer } from '../../src/domain/customer';
import { newsOwed } from '../../src/domain/news';
import type { DirectoryRow } from '../../src/domain/account';
import { observeRow } from '../../src/domain/observe-row';
import { keepSisters } from '../../src/reconcile/keep-sisters';
import { drawAccount } from '../../src/records/draw-account';
import { changeAccount } from '../../src/records/change-document';
import { reportHealth } from '../../src/tasks/report-health';
import { accountView } from '../../src/views/account/account';
import { createSpeech } from '../../src/views/words/speech';
import { healthView } from '../../src/views/talk/health';
import { account, PROVIDER, row, TENANT } from '../builders';
import { put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

const SYNNEX = rowProviderId('synnex');
const OURS = accountId({ providerId: PROVIDER, tenantId: TENANT });

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
  stand.ports.register.kin.call(PROVIDER, 'Partner Center');
  await know({ id: 'contoso', name: 'Contoso Limited', website: 'contoso.com', city: 'Reading' });
  await know({ id: 'woodgrove', name: 'Woodgrove Bank' });
});
afterEach(() => stand.close());

function know(customer: Customer): Promise<void> {
  return put(stand.ports, {
    kind: 'customer',
    id: `customer:${customer.id}`,
    partnerId: 'partner',
    format: 1,
    customer,
  });
}

/** An account whose row points to a customer when it is first seen. */
function found(customerId: string, customerName: string, news: Parameters<typeof account>[0] = {}): AccountRecord {
  return account({ rows: [row({ customerId, customerName })], ...news });
}

const atSynnex = (own: string, name: string, rows: readonly DirectoryRow[]): AccountRecord =>
  account({
    providerId: SYNNEX,
    tenantId: own,
    tenant: { tenantId: own, name },
    acceptance: notOurs('TD SYNNEX'),
    rows,
  });

const record = (id: string): AccountRecord => stand.ports.register.account(id)!;
const shown = (id: string): string => accountView(drawAccount(stand.ports, record(id)), createSpeech('en')).text;

it('the same tenant mapped to two customers is said on both cards, in health, and told once where Work 365 did it', async () => {
  const their = row({ rowId: 'row-2' });
  const theirs = atSynnex(TENANT, 'Contoso', [their]);
  await put(stand.ports, found('contoso', 'Contoso Limited'), theirs);
  await keepSisters(stand.ports);
  expect(shown(OURS)).not.toContain('the same tenant');

  stand.clock.move(60_000);
  const mapped = { ...their, etag: 'W/"2"', customerId: 'woodgrove', customerName: 'Woodgrove Bank' };
  await changeAccount(stand.ports, theirs.id, (r) => observeRow(r, mapped, stand.clock.now()));
  await keepSisters(stand.ports);
  expect(shown(OURS)).toContain('Under TD SYNNEX the same tenant is mapped to Woodgrove Bank. Please check');
  expect(shown(theirs.id)).toContain('Under Partner Center the same tenant is mapped to Contoso Limited.');
  expect(newsOwed(record(theirs.id)).map(({ about }) => about)).toEqual(['two-customers']);
  expect(newsOwed(record(OURS))).toEqual([]);
  const health = healthView(await reportHealth(stand.ports), createSpeech('en')).text;
  expect(health).toContain('Mappings to check');
  expect(health).toContain(
    'Contoso Ltd (Partner Center): Under TD SYNNEX the same tenant is mapped to Woodgrove Bank.',
  );
});

it('an account that shares nothing with its customer nor with the others of it is to be checked, and only that one', async () => {
  const other = atSynnex('C-1', 'Fourth Coffee', [
    row({ rowId: 'row-2', customerId: 'contoso', customerName: 'Contoso Limited' }),
  ]);
  await put(stand.ports, found('contoso', 'Contoso Limited'), other);
  await keepSisters(stand.ports);
  expect(shown(other.id)).toContain(
    'It has nothing in common with Contoso Limited, nor with its other accounts: Contoso Ltd (Partner Center).',
  );
  expect(shown(OURS)).not.toContain('nothing in common');
  expect(shown(OURS)).toContain('Under other providers: Fourth Coffee (TD SYNNEX): mapped to Contoso Limited.');
});

it('a record that nothing tells from the customer is named; one elsewhere is not', async () => {
  await put(stand.ports, found('contoso', 'Contoso Limited'), atSynnex('C-2', 'Somebody', []));
  await know({ id: 'elsewhere', name: 'Contoso Ltd', city: 'Leeds' });
  await keepSisters(stand.ports);
  expect(shown(OURS)).not.toContain('another record');
  await know({ id: 'twin', name: 'Contoso (do not use)', number: 'AC-2' });
  await know({ id: 'twin-2', name: 'CONTOSO LTD.', number: 'AC-3' });
  await keepSisters(stand.ports);
  expect(shown(OURS)).toContain('another record like Contoso Limited: CONTOSO LTD. · AC-3.');
  expect(record(OURS).drift).toHaveLength(1);
});

it('with one provider nothing is looked for', async () => {
  await put(stand.ports, found('contoso', 'Contoso Limited'));
  await know({ id: 'twin', name: 'Contoso Ltd' });
  await keepSisters(stand.ports);
  expect(record(OURS)).not.toHaveProperty('drift');
  expect(shown(OURS)).not.toContain('providers');
});
