import type { Look } from '../../src/domain/source';
import type { ListedTenant, Provider } from '../../src/provider';
import { refreshDetails } from '../../src/records/refresh-acceptance';
import { account, TENANT } from '../builders';
import { askedProvider } from '../doubles/asked-provider';
import { put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

const HOUR = 3_600_000;

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
});
afterEach(() => stand.close());

/** A provider that is asked about one tenant, and counts. */
function provider(look: () => Look<ListedTenant>): Provider & { asked: number } {
  const count = { asked: 0 };
  const readTenant = (): Promise<Look<ListedTenant>> => {
    count.asked += 1;
    return Promise.resolve(look());
  };
  return Object.assign(count, askedProvider({ readTenant }));
}

function seen(more: Partial<ListedTenant['tenant']>): Look<ListedTenant> {
  const tenant = { tenantId: TENANT, name: 'Contoso Ltd', ...more };
  return { look: 'seen', value: { tenant, relation: 'reseller', relationName: 'reseller' } };
}

/** An account that is known from a list only, looked up so many times. */
async function refreshed(look: Look<ListedTenant>, times = 1) {
  const listed = account({ tenant: { tenantId: TENANT, name: 'Contoso Ltd' } });
  await put(stand.ports, listed);
  const source = provider(() => look);
  const ports = { ...stand.ports, providers: [source] };
  let record = listed;
  for (let i = 0; i < times; i++) record = await refreshDetails(ports, record);
  return { listed, record, ports, source };
}

describe('details of one account', () => {
  it('bring the country and the custom domains, which lists do not tell', async () => {
    const { listed, record } = await refreshed(seen({ country: 'MY', domains: ['contoso.my'] }));

    expect(record.tenant).toMatchObject({ country: 'MY', domains: ['contoso.my'] });
    expect(record.version).toBe(listed.version + 1);
  });

  it('are asked for once by sixty who ask at the same moment, as after a start', async () => {
    const listed = account({ tenant: { tenantId: TENANT, name: 'Contoso Ltd' } });
    await put(stand.ports, listed);
    const source = provider(() => seen({ country: 'MY' }));
    const ports = { ...stand.ports, providers: [source] };

    const all = await Promise.all(Array.from({ length: 60 }, () => refreshDetails(ports, listed, 'person')));

    expect(all.map(({ tenant }) => tenant.country)).toEqual(all.map(() => 'MY'));
    expect(source.asked).toBe(1);
    // The next one looks by itself.
    stand.clock.move(HOUR);
    await refreshDetails(ports, all[0]!, 'person');
    expect(source.asked).toBe(2);
  });

  it('are asked for once an hour', async () => {
    const { record, ports, source } = await refreshed(seen({ country: 'MY' }), 3);
    expect(source.asked).toBe(1);

    stand.clock.move(HOUR);
    const later = await refreshDetails(ports, record);

    expect(source.asked).toBe(2);
    expect(later.version).toBe(record.version);
    expect(later.acceptance.reseller).toMatchObject({ state: 'accepted', checkedAt: stand.clock.now() });
  });

  it.each<[string, Look<ListedTenant>]>([
    [
      'could not be looked up',
      { look: 'failed', trouble: { source: 'partner-center', kind: 'unreachable', detail: '' } },
    ],
    ['are not there', { look: 'absent' }],
  ])('leave what is known alone when they %s (S28)', async (_, look) => {
    const { listed, record } = await refreshed(look);

    expect(record.tenant).toEqual(listed.tenant);
    // The list has it, and the look has not: a contradiction of the source, and no ending.
    const disputed = look.look === 'absent' ? { disputedAt: stand.clock.now() } : {};
    expect(record.acceptance.reseller).toEqual({ ...listed.acceptance.reseller, ...disputed });
  });

  it('are looked at anew when a person asks and they are older than a minute', async () => {
    const { record, ports, source } = await refreshed(seen({ country: 'MY' }));
    stand.clock.move(59_000);
    await refreshDetails(ports, record, 'person');
    expect(source.asked).toBe(1);

    stand.clock.move(1_000);
    await refreshDetails(ports, record, 'person');
    expect(source.asked).toBe(2);
  });

  it('that could not be looked up are looked at again at the very next question', async () => {
    const trouble = { source: 'partner-center', kind: 'unreachable', detail: '' } as const;
    const looks: Look<ListedTenant>[] = [{ look: 'failed', trouble }, seen({ country: 'MY' })];
    const listed = account({ tenant: { tenantId: TENANT, name: 'Contoso Ltd' } });
    await put(stand.ports, listed);
    const source = provider(() => looks[Math.min(source.asked, 2) - 1]!);
    const ports = { ...stand.ports, providers: [source] };

    const missed = await refreshDetails(ports, listed, 'person');
    expect(missed.missed).toEqual({ of: 'tenant', at: stand.clock.now(), trouble });
    const found = await refreshDetails(ports, missed, 'person');

    expect(source.asked).toBe(2);
    expect(found.missed).toBeUndefined();
    expect(found.tenant.country).toBe('MY');
  });

  it.each(['readAgreement', 'readAdmin'] as const)('are looked at again after %s failed once (S30)', async (part) => {
    const listed = account({ tenant: { tenantId: TENANT, name: 'Contoso Ltd' } });
    await put(stand.ports, listed);
    const trouble = { source: 'partner-center', kind: 'unreachable', detail: '' } as const;
    let down = true;
    const source: Provider & { asked: number } = {
      ...provider(() => seen({ country: 'MY' })),
      [part]: () =>
        Promise.resolve(
          down ? { state: 'could-not-look', trouble, at: stand.clock.now() } : { state: 'not-configured' },
        ),
    };
    const ports = { ...stand.ports, providers: [source] };
    const before = await refreshDetails(ports, listed, 'person');
    down = false;

    const after = await refreshDetails(ports, before, 'person');

    const fact = part === 'readAgreement' ? 'agreement' : 'admin';
    expect(after.acceptance[fact]).toEqual({ state: 'not-configured' });
  });
});
