import type { HoldingsAnswer } from '../domain/answers';
import type { AccountRecord } from '../domain/account';
import type { Look } from '../domain/source';
import type { Provider } from '../provider';
import { accountLine } from '../records/draw-account';
import type { Ports } from '../ports';

const ROWS = 15;
const PATIENCE_MS = 8_000;

type Row = HoldingsAnswer['rows'][number];

/** What a tenant has: asked of the provider at the moment, since nobody wants yesterday's licence count. */
export async function showHoldings(
  ports: Ports,
  record: AccountRecord,
  what: HoldingsAnswer['what'],
): Promise<HoldingsAnswer> {
  const base = { what, account: accountLine(ports, record), now: ports.clock.now() };
  const provider = ports.providers.find((p) => p.id === record.providerId);
  if (provider === undefined) return { ...base, rows: [], total: 0 };
  const look = await lookUp(provider, record.tenantId, what);
  switch (look.look) {
    case 'seen':
      return {
        ...base,
        rows: look.value.slice(0, ROWS),
        total: look.value.length,
        ...(look.isPart === true ? { isPart: true } : {}),
      };
    case 'absent':
      return { ...base, rows: [], total: 0 };
    case 'failed':
      return { ...base, rows: [], total: 0, trouble: look.trouble };
  }
}

async function lookUp(
  provider: Provider,
  tenantId: string,
  what: HoldingsAnswer['what'],
): Promise<Look<readonly Row[]>> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  switch (what) {
    case 'subscriptions':
      return rowsOf(await provider.readSubscriptions(tenantId, signal), ({ offer, name, ...rest }) => ({
        name: name ?? offer,
        detail: {
          offer,
          quantity: rest.quantity,
          status: rest.status,
          term: rest.term,
          billing: rest.billing,
          endsAt: rest.endsAt,
          autoRenews: rest.autoRenews,
          trial: rest.trial,
        },
      }));
    case 'licences':
      return rowsOf(await provider.readLicences(tenantId, signal), ({ name, total, used, free }) => ({
        name,
        detail: { total, used, free },
      }));
    case 'services':
      return rowsOf(await provider.readServices(tenantId, signal), ({ name, status, products }) => ({
        name,
        detail: { status, products: products.join(', ') },
      }));
    case 'users':
      return rowsOf(await provider.readUsers(tenantId, signal), ({ name, login, active }) => ({
        name,
        detail: { login, active },
      }));
  }
}

function rowsOf<T>(look: Look<readonly T[]>, row: (item: T) => Row): Look<readonly Row[]> {
  return look.look === 'seen' ? { ...look, value: look.value.map(row) } : look;
}
