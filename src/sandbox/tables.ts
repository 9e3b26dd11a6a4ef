import type { SandboxCustomer, SandboxProvider, SandboxRow, SandboxTenant } from './state';
import type { World } from './world';

/** A column: text or time, or a lookup with the label of what it points to. */
export type Cell = string | number | boolean | null | Lookup;

export interface Lookup {
  readonly id: string | null;
  readonly label: string | undefined;
}

export interface TableRow {
  readonly id: string;
  readonly version: number;
  readonly cells: Readonly<Record<string, Cell>>;
}

export interface SandboxTable {
  readonly name: string;
  readonly set: string;
  readonly key: string;
  readonly primaryName: string;
  readonly columns: readonly string[];
  /** Columns that are lookups. */
  readonly lookups: Readonly<Record<string, { readonly table: string; readonly navigation: string }>>;
  readonly count: () => number;
  /** In the order of the table. */
  readonly at: (index: number) => TableRow | undefined;
  readonly byId: (id: string) => TableRow | undefined;
}

/**
 * Names of Work 365's provider account. An environment may have others than the documented ones, and the navigation
 * property has capitals, as real ones do.
 */
export interface TableNames {
  readonly table: string;
  readonly set: string;
  readonly key: string;
  readonly name: string;
  readonly account: string;
  readonly tenant: string;
  readonly provider: string;
  readonly syncStatus: string;
  readonly navigation: string;
  /** The table that `provider` points to. */
  readonly providers: string;
}

export const DOCUMENTED_NAMES: TableNames = {
  table: 'work365_provideraccount',
  set: 'work365_provideraccounts',
  key: 'work365_provideraccountid',
  name: 'work365_provideraccount_name',
  account: 'work365_provideraccount_account',
  tenant: 'work365_provideraccount_providerspecificaccountid',
  provider: 'work365_provideraccount_provider',
  syncStatus: 'work365_provideraccount_syncstatus',
  navigation: 'work365_provideraccount_Account',
  providers: 'work365_provider',
};

export const PROVIDER_ROW: SandboxProvider = {
  id: 'd0b6e5b1-7a30-4c3e-a5d2-000000000365',
  name: 'Partner Center',
  kind: 'Partner Center',
};

export function providersOf({ state }: World): readonly SandboxProvider[] {
  return [PROVIDER_ROW, ...(state.providers ?? [])];
}

export function tablesOf(world: World, names: TableNames): readonly SandboxTable[] {
  return [providerAccounts(world, names), providers(world, names), accounts(world), contacts(world)];
}

function providers(world: World, { providers: table }: TableNames): SandboxTable {
  const row = ({ id, name, kind }: SandboxProvider): TableRow => ({
    id,
    version: 466_000,
    cells: {
      [`${table}id`]: id,
      [`${table}_name`]: name,
      [`${table}_type`]: kind,
      createdon: '2024-03-01T09:00:00Z',
      modifiedon: '2024-03-01T09:00:00Z',
      modifiedby: labelled(null, undefined),
      statecode: 0,
    },
  });
  return {
    name: table,
    set: `${table}s`,
    key: `${table}id`,
    primaryName: `${table}_name`,
    columns: [`${table}id`, `${table}_name`, `${table}_type`, ...SYSTEM],
    lookups: { modifiedby: { table: 'systemuser', navigation: 'modifiedby' } },
    count: () => providersOf(world).length,
    at: (index) => {
      const provider = providersOf(world)[index];
      return provider === undefined ? undefined : row(provider);
    },
    byId: (id) => {
      const provider = providersOf(world).find((one) => one.id === id);
      return provider === undefined ? undefined : row(provider);
    },
  };
}

function providerAccounts(world: World, names: TableNames): SandboxTable {
  const providerOf = ({ providerId }: SandboxRow): Lookup => {
    const { id, name } = providersOf(world).find((one) => one.id === providerId) ?? PROVIDER_ROW;
    return labelled(id, name);
  };
  const row = (r: SandboxRow): TableRow => ({
    id: r.id,
    version: r.version,
    cells: {
      [names.key]: r.id,
      [names.name]: r.name,
      [names.tenant]: r.tenantId,
      [names.account]: labelled(
        r.customerId,
        r.customerId === null ? undefined : world.findCustomer(r.customerId)?.name,
      ),
      [names.provider]: providerOf(r),
      [names.syncStatus]: r.syncEnabled ? 'Enabled' : 'Disabled',
      createdon: new Date(r.createdAt).toISOString(),
      modifiedon: new Date(r.modifiedAt).toISOString(),
      modifiedby: labelled(`00000000-0000-4000-a000-${hexOf(r.modifiedBy)}`, r.modifiedBy),
      statecode: r.active ? 0 : 1,
    },
  });
  const crowdRow = (tenant: SandboxTenant): TableRow =>
    row({
      id: tenant.tenantId.replace(/^7e/, '8e'),
      tenantId: tenant.tenantId,
      name: tenant.name,
      createdAt: tenant.acceptedAt,
      modifiedAt: tenant.acceptedAt,
      modifiedBy: 'Work 365 Sync',
      version: 400_000,
      customerId: world.crowd.mappedTo(tenant),
      syncEnabled: true,
      active: true,
    });
  return {
    name: names.table,
    set: names.set,
    key: names.key,
    primaryName: names.name,
    columns: [names.key, names.name, names.tenant, names.account, names.provider, names.syncStatus, ...SYSTEM],
    lookups: {
      [names.account]: { table: 'account', navigation: names.navigation },
      [names.provider]: { table: names.providers, navigation: 'work365_provideraccount_Provider' },
      modifiedby: { table: 'systemuser', navigation: 'modifiedby' },
    },
    count: () => world.state.rows.length + world.crowd.tenants,
    at: (index) => {
      const own = world.state.rows[index];
      if (own !== undefined) return row(own);
      const number = index - world.state.rows.length;
      return number < world.crowd.tenants ? crowdRow(world.crowd.tenant(number)) : undefined;
    },
    byId: (id) => {
      const own = world.state.rows.find((r) => r.id === id);
      if (own !== undefined) return row(own);
      const tenant = world.crowd.tenantById(id.replace(/^8e/, '7e'));
      return tenant === undefined ? undefined : crowdRow(tenant);
    },
  };
}

const SYSTEM = ['createdon', 'modifiedon', 'modifiedby', 'statecode'];

const FURTHER = [
  'telephone1',
  'address1_primarycontactname',
  'address1_line1',
  'address1_postalcode',
  'address1_stateorprovince',
];

function accounts(world: World): SandboxTable {
  const row = (c: SandboxCustomer): TableRow => ({
    id: c.id,
    version: c.version,
    cells: {
      accountid: c.id,
      name: c.name,
      accountnumber: c.number,
      websiteurl: c.website ?? null,
      emailaddress1: c.mail ?? null,
      address1_city: c.city ?? null,
      address1_country: c.country ?? null,
      ...Object.fromEntries(FURTHER.map((column) => [column, c.more?.[column] ?? null])),
      createdon: '2024-03-01T09:00:00Z',
      modifiedon: '2026-01-12T16:20:00Z',
      modifiedby:
        c.createdBy === undefined
          ? labelled(null, undefined)
          : labelled(`00000000-0000-4000-a000-${hexOf(c.createdBy)}`, c.createdBy),
      statecode: c.active ? 0 : 1,
    },
  });
  return {
    name: 'account',
    set: 'accounts',
    key: 'accountid',
    primaryName: 'name',
    columns: [
      ...['accountid', 'name', 'accountnumber', 'websiteurl', 'emailaddress1', 'address1_city', 'address1_country'],
      ...FURTHER,
      ...SYSTEM,
    ],
    lookups: { modifiedby: { table: 'systemuser', navigation: 'modifiedby' } },
    count: () => world.state.customers.length + world.crowd.customers,
    at: (index) => {
      const own = world.state.customers[index];
      if (own !== undefined) return row(own);
      const number = index - world.state.customers.length;
      return number < world.crowd.customers ? row(world.crowd.customer(number)) : undefined;
    },
    byId: (id) => {
      const customer = world.findCustomer(id);
      return customer?.id === id ? row(customer) : undefined;
    },
  };
}

/** One person at each customer that has a web site; now and then the only place where its domain stands. */
function contacts(world: World): SandboxTable {
  const row = (index: number): TableRow | undefined => {
    const customer = world.state.customers[index];
    if (customer === undefined) return undefined;
    const host = customer.website
      ?.replace(/^https?:\/\//, '')
      .replace(/^www\./, '')
      .split('/')[0];
    const id = customer.id.replace(/^.{2}/, 'cc');
    return {
      id,
      version: customer.version,
      cells: {
        contactid: id,
        emailaddress1: host === undefined ? null : `reception@${host}`,
        parentcustomerid: labelled(customer.id, customer.name),
        createdon: '2024-03-01T09:00:00Z',
        modifiedon: '2024-03-01T09:00:00Z',
        modifiedby: labelled(null, undefined),
        statecode: 0,
      },
    };
  };
  return {
    name: 'contact',
    set: 'contacts',
    key: 'contactid',
    primaryName: 'fullname',
    columns: ['contactid', 'emailaddress1', 'parentcustomerid', ...SYSTEM],
    lookups: {
      parentcustomerid: { table: 'account', navigation: 'parentcustomerid_account' },
      modifiedby: { table: 'systemuser', navigation: 'modifiedby' },
    },
    count: () => world.state.customers.length,
    at: row,
    byId: (id) => row(world.state.customers.findIndex((c) => c.id.replace(/^.{2}/, 'cc') === id)),
  };
}

function labelled(id: string | null, label: string | undefined): Lookup {
  return { id, label };
}

function hexOf(name: string): string {
  return Buffer.from(name, 'utf8').toString('hex').padEnd(12, '0').slice(0, 12);
}
