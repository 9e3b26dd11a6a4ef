import type { ListedProvider } from '../../directory';
import { SourceFailure } from '../../domain/source';
import type { Look } from '../../domain/source';
import { relationships } from './check';
import type { Dataverse } from './dataverse';
import type { Names } from './names';
import { attributesSchema, entitySchema, listedProviderOf } from './schema';

/** Where providers stand, and in which columns. */
export interface ProviderTable {
  readonly set: string;
  readonly id: string;
  readonly name: string;
  readonly kind?: string;
}

/** What environments call the column that says what kind of provider it is; no vendor page names it. */
const KIND = /^work365_(?:provider_?)?(?:provider_?)?(?:type|kind)$/;

/** The table that the provider column points to, with its columns, as the metadata tells them and the settings say. */
export async function learnProviderTable(
  dataverse: Dataverse,
  names: Names,
  signal?: AbortSignal,
): Promise<Look<ProviderTable>> {
  const given = names.provider;
  const table = given.table === undefined ? await pointedTo(dataverse, names, signal) : seen(given.table);
  if (table.look !== 'seen') return table;
  const address = `EntityDefinitions(LogicalName='${table.value}')`;
  const what = `metadata of ${table.value}`;
  const path = `${address}?$select=LogicalName,EntitySetName,PrimaryIdAttribute,PrimaryNameAttribute,ChangeTrackingEnabled`;
  const entity = await dataverse.get({ what, path, signal }, entitySchema);
  if (entity.look !== 'seen') return entity;
  const kind = given.kind === undefined ? await kindColumn(dataverse, address, what, signal) : seen(given.kind);
  if (kind.look === 'failed') return kind;
  return seen({
    set: given.set ?? entity.value.EntitySetName ?? `${table.value}s`,
    id: given.id ?? entity.value.PrimaryIdAttribute ?? `${table.value}id`,
    name: given.name ?? entity.value.PrimaryNameAttribute ?? `${table.value}_name`,
    ...(kind.look === 'seen' ? { kind: kind.value } : {}),
  });
}

async function pointedTo(dataverse: Dataverse, names: Names, signal?: AbortSignal): Promise<Look<string>> {
  const look = await relationships(dataverse, names, signal);
  if (look.look !== 'seen') return look;
  const found = look.value.find((r) => r.ReferencingAttribute === names.providerAccount.provider);
  return found === undefined ? { look: 'absent' } : seen(found.ReferencedEntity);
}

async function kindColumn(
  dataverse: Dataverse,
  address: string,
  what: string,
  signal?: AbortSignal,
): Promise<Look<string>> {
  const path = `${address}/Attributes?$select=LogicalName,SchemaName,AttributeType`;
  const look = await dataverse.get({ what, path, signal }, attributesSchema);
  if (look.look !== 'seen') return look;
  const [column, another] = [...look.value].filter((name) => KIND.test(name));
  return column === undefined || another !== undefined ? { look: 'absent' } : seen(column);
}

/** Every active provider. A row without its id is nobody's. */
export async function readProviders(
  dataverse: Dataverse,
  { set, id, name, kind }: ProviderTable,
  signal?: AbortSignal,
): Promise<Look<readonly ListedProvider[]>> {
  const columns = [id, name, ...(kind === undefined ? [] : [kind])].join(',');
  const path = encodeURI(`${set}?$select=${columns}&$filter=statecode eq 0`);
  const providers: ListedProvider[] = [];
  try {
    for await (const page of dataverse.pages({ what: 'list of providers', path, signal })) {
      for (const row of page) {
        const provider =
          row === undefined ? undefined : listedProviderOf(row, { id, name, ...(kind === undefined ? {} : { kind }) });
        if (provider !== undefined) providers.push(provider);
      }
    }
  } catch (error) {
    if (error instanceof SourceFailure) return { look: 'failed', trouble: error.trouble };
    throw error;
  }
  return { look: 'seen', value: providers };
}

function seen<T>(value: T): { readonly look: 'seen'; readonly value: T } {
  return { look: 'seen', value };
}
