import type { z } from 'zod';
import type { Look, Trouble } from '../../domain/source';
import type { Dataverse, DataverseQuery } from './dataverse';
import type { Names } from './names';
import { attributesSchema, entitySchema, pageSchema, relationshipsSchema } from './schema';

const REMEDY = 'Put the right name into the file that WORK365_SCHEMA names, at';

interface Table {
  /** Its key in the file of names. */
  readonly part: 'providerAccount' | 'customer' | 'newCustomer';
  readonly table: string;
  readonly set: string;
  readonly id: string;
  /** Key in the file of names -> column. */
  readonly columns: Readonly<Record<string, string | undefined>>;
}

/** Compares every name that we use with the metadata, and tries to read a row of each table. */
export async function checkNames(
  dataverse: Dataverse,
  names: Names,
  createsCustomers: boolean,
  signal?: AbortSignal,
): Promise<readonly Trouble[]> {
  const { table, set, id, bind, ...columns } = names.providerAccount;
  const { table: cTable, set: cSet, id: cId, ...cColumns } = names.customer;
  const found = [
    ...(await checkTable(dataverse, { part: 'providerAccount', table, set, id, columns }, signal)),
    ...(await checkTable(
      dataverse,
      { part: 'customer', table: cTable, set: cSet, id: cId, columns: cColumns },
      signal,
    )),
    ...(createsCustomers
      ? await checkTable(
          dataverse,
          { part: 'newCustomer', table: cTable, set: cSet, id: cId, columns: names.newCustomer },
          signal,
        )
      : []),
  ];
  // Without the table there is no relationship to look for.
  if (found.length > 0) return found;
  const learned = await learnBind(dataverse, names, signal);
  if (learned.look === 'failed') return [learned.trouble];
  if (learned.look === 'absent') return [noBind(names)];
  if (bind !== undefined && bind !== learned.value) {
    return [wrong(`navigation property "${bind}" is called "${learned.value}"`, 'providerAccount.bind')];
  }
  return [];
}

async function checkTable(dataverse: Dataverse, table: Table, signal?: AbortSignal): Promise<readonly Trouble[]> {
  const address = `EntityDefinitions(LogicalName='${table.table}')`;
  const what = `metadata of ${table.table}`;
  const path = `${address}?$select=LogicalName,EntitySetName,PrimaryIdAttribute,PrimaryNameAttribute,ChangeTrackingEnabled`;
  const entity = await dataverse.get({ what, path, signal }, entitySchema);
  // Which of its errors Dataverse gives for a table that is not there is not documented.
  const absent = entity.look === 'absent' || (entity.look === 'failed' && entity.trouble.kind === 'misconfigured');
  if (absent) return [wrong(`there is no table "${table.table}"`, `${table.part}.table`)];
  if (entity.look === 'failed') return [entity.trouble];

  const troubles: Trouble[] = [];
  const { EntitySetName: set, PrimaryIdAttribute: id } = entity.value;
  if (set && set !== table.set) troubles.push(wrong(`set "${table.set}" is called "${set}"`, `${table.part}.set`));
  if (id && id !== table.id) troubles.push(wrong(`key "${table.id}" is called "${id}"`, `${table.part}.id`));

  const columns = `${address}/Attributes?$select=LogicalName,SchemaName,AttributeType`;
  const attributes = await dataverse.get({ what, path: columns, signal }, attributesSchema);
  if (attributes.look === 'failed') return [...troubles, attributes.trouble];
  const present = attributes.look === 'seen' ? attributes.value : new Set<string>();
  for (const [key, column] of Object.entries(table.columns)) {
    if (column === undefined || present.has(column)) continue;
    troubles.push(wrong(`table "${table.table}" has no column "${column}"`, `${table.part}.${key}`));
  }
  if (troubles.length > 0) return troubles;

  const row = await dataverse.get(
    { what: `a row of ${table.set}`, path: `${table.set}?$select=${table.id}&$top=1`, signal },
    pageSchema,
  );
  return row.look === 'failed' ? [row.trouble] : [];
}

/** What environments call the column of the sync status; no vendor page names it. */
const SYNC_STATUS = /^work365_(?:provideraccount_?)?sync_?status$/;

/** The column that says whether Work 365 syncs a provider account. */
export async function learnSyncStatus(
  dataverse: Dataverse,
  names: Names,
  { signal, hear }: Pick<DataverseQuery, 'signal' | 'hear'>,
): Promise<Look<string>> {
  const { table } = names.providerAccount;
  const path = `EntityDefinitions(LogicalName='${table}')/Attributes?$select=LogicalName,SchemaName,AttributeType`;
  const look = await dataverse.get({ what: `metadata of ${table}`, path, signal, hear }, attributesSchema);
  if (look.look !== 'seen') return look;
  const [column, another] = [...look.value].filter((name) => SYNC_STATUS.test(name));
  return column === undefined || another !== undefined ? { look: 'absent' } : { look: 'seen', value: column };
}

/** What the lookups of a provider account point to. */
export function relationships(
  dataverse: Dataverse,
  { providerAccount: { table } }: Names,
  signal?: AbortSignal,
): Promise<Look<z.output<typeof relationshipsSchema>>> {
  const path =
    `EntityDefinitions(LogicalName='${table}')/ManyToOneRelationships` +
    '?$select=ReferencingAttribute,ReferencedEntity,ReferencingEntityNavigationPropertyName';
  return dataverse.get({ what: `relationships of ${table}`, path, signal }, relationshipsSchema);
}

/** The name for `@odata.bind`: case-sensitive, documented nowhere, but the metadata tells it. */
export async function learnBind(dataverse: Dataverse, names: Names, signal?: AbortSignal): Promise<Look<string>> {
  const { account } = names.providerAccount;
  const look = await relationships(dataverse, names, signal);
  if (look.look !== 'seen') return look;
  const ours = look.value.find(
    (r) => r.ReferencingAttribute === account && r.ReferencedEntity === names.customer.table,
  );
  return ours === undefined
    ? { look: 'absent' }
    : { look: 'seen', value: ours.ReferencingEntityNavigationPropertyName };
}

export function noBind({ providerAccount: p, customer: c }: Names): Trouble {
  return wrong(`"${p.account}" of "${p.table}" does not point to "${c.table}"`, 'providerAccount.account');
}

function wrong(problem: string, key: string): Trouble {
  return { source: 'work365', kind: 'misconfigured', detail: `Work 365: ${problem}`, remedy: `${REMEDY} ${key}.` };
}
