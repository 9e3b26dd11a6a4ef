import { guidOf } from '../../../src/sandbox/random';
import type { Random } from '../../../src/sandbox/random';
import { PROVIDER } from '../../builders';
import { damaged } from '../../doubles/damage';

/** A customer as it really is, with every name that it has had. */
export interface Client {
  readonly id: string;
  readonly names: string[];
}

/** A provider account as it really is. */
export interface Row {
  readonly id: string;
  readonly tenantId: string;
  version: number;
  client: Client | undefined;
  /** All that it has ever pointed to. */
  readonly clients: (string | undefined)[];
}

export const P = 'work365_provideraccount';
const FORMATTED = '@OData.Community.Display.V1.FormattedValue';

export function newClient(random: Random): Client {
  const n = random.below(1_000_000);
  return { id: guidOf('damaged', 'client', n), names: [`Customer ${n}`] };
}

export function newRow(random: Random): Row {
  const n = random.below(1_000_000);
  const [id, tenantId] = [guidOf('damaged', 'row', n), guidOf('damaged', 'tenant', n)];
  return { id, tenantId, version: 1, client: undefined, clients: [undefined] };
}

export const nameOf = ({ names }: Client): string => names.at(-1) ?? '';
export const etagOf = ({ version }: Row): string => `W/"${version}"`;

export function clientItem(client: Client): object {
  return {
    '@odata.etag': 'W/"1"',
    'accountid': client.id,
    'name': nameOf(client),
    'accountnumber': `AC-${client.id.slice(0, 4)}`,
    'websiteurl': null,
    'emailaddress1': null,
    'address1_city': 'Reading',
    'address1_country': null,
  };
}

export function rowItem(row: Row): object {
  const client = row.client === undefined ? {} : { [`_${P}_account_value${FORMATTED}`]: nameOf(row.client) };
  return {
    '@odata.etag': etagOf(row),
    [`${P}id`]: row.id,
    [`${P}_name`]: `Row ${row.id.slice(0, 8)}`,
    [`${P}_providerspecificaccountid`]: row.tenantId,
    'createdon': '2026-01-01T00:00:00Z',
    [`_${P}_account_value`]: row.client?.id ?? null,
    [`_${P}_provider_value`]: PROVIDER,
    '_modifiedby_value': null,
    ...client,
  };
}

/** That a lookup is empty is news and no damage, so it is not made. */
export function damagedRow(random: Random, row: Row): unknown {
  for (;;) {
    const item = damaged(random, rowItem(row));
    const lookup = `_${P}_account_value`;
    if (row.client === undefined || (item as Record<string, unknown> | null)?.[lookup] !== null) return item;
  }
}
