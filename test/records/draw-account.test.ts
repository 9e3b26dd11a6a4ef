import { pickCustomer } from '../../src/domain/mapping';
import { observeTenant } from '../../src/domain/observe';
import type { AccountRecord } from '../../src/domain/account';
import { drawAccount } from '../../src/records/draw-account';
import { noteSource } from '../../src/records/note-source';
import { createSpeech } from '../../src/views/words/speech';
import { statusView } from '../../src/views/company/status';
import { accountView } from '../../src/views/account/account';
import { account, customer, PROVIDER, stamp, T0 } from '../builders';
import { put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

let stand: TaskStand;

beforeEach(async () => {
  stand = await taskStand();
  await put(stand.ports, {
    kind: 'customer',
    id: 'customer:customer-1',
    partnerId: 'partner',
    format: 1,
    customer: customer({ website: 'example.org' }),
  });
});
afterEach(() => stand.close());

/** Mapped on the evidence that there was. */
async function mapped(): Promise<AccountRecord> {
  const tenant = { tenantId: 't-1', name: 'Contoso Ltd', defaultDomain: 'netorg17.onmicrosoft.com' };
  const open = account({ tenantId: 't-1', tenant });
  const [first] = stand.ports.register.assess(open, 5).candidates;
  const chosen = { id: 'customer-1', name: 'Contoso Limited' };
  const ruling = pickCustomer(open, { customer: chosen, evidence: first?.evidence ?? [] }, stamp());
  if (ruling.ruling !== 'decided') throw new Error(ruling.ruling);
  await put(stand.ports, ruling.record);
  return ruling.record;
}

describe('the evidence of a mapping', () => {
  it('is what it was while nobody is renamed', async () => {
    expect(drawAccount(stand.ports, await mapped()).support).toBeUndefined();
  });

  it('is looked for anew under another name, and what the mapping itself taught does not speak for it', async () => {
    const before = await mapped();
    const renamed = observeTenant(before, { ...before.tenant, name: 'Adatum Trading' }, before.acceptance, T0 + 9e6);
    stand.ports.register.apply(renamed);
    const picture = drawAccount(stand.ports, renamed);

    expect(before.decisions[0]?.evidence?.map((e) => e.code)).toContain('same-name');
    expect(picture.support?.probability).toBeLessThan(0.5);
    expect(picture.support?.evidence.filter((e) => e.side === 'for')).toEqual([]);
    const { text } = accountView(picture, createSpeech('en'));
    expect(text).toContain('It was called Contoso Ltd; we saw the new name on 3 May 2026.');
    expect(text).toContain('As it is called now, little speaks for Contoso Limited. Please check the mapping.');
    expect(text).toMatch(/Evidence: Nothing now.*; when it was chosen: Same name/);
    // The new name has taught nothing: nobody has said of it that it is this customer.
    const other = account({ tenantId: 't-2', tenant: { tenantId: 't-2', name: 'Adatum Trading' } });
    expect(drawAccount(stand.ports, other).candidates).toEqual([]);
  });
});

describe('the age of the relationship', () => {
  it('is one on the whole card: that of the last list, however long ago the account itself was looked at', async () => {
    const { ports, clock } = stand;
    clock.move(T0 - clock.now());
    const record = account();
    await put(ports, record);
    clock.move(26 * 60_000);
    await noteSource(ports, `accounts:${PROVIDER}`, { complete: true, count: 1 });
    clock.move(14_000);
    await noteSource(ports, `accounts:${PROVIDER}`, {
      complete: false,
      trouble: { source: 'partner-center', kind: 'unreachable', detail: 'HTTP 503' },
    });
    const picture = drawAccount(ports, record);
    const { text } = statusView({ answer: 'account', query: 'Contoso Ltd', picture }, createSpeech('en'));

    expect(text).toMatch(/Reseller relationship: .*14 seconds ago/);
    expect(text).toMatch(/14 seconds ago[\s\S]*14 seconds ago/);
    expect(text).not.toMatch(/26 minutes ago/);
  });
});
