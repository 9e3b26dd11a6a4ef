import { DEFAULT_NAMES } from '../directories/work365/names';
import type { Names } from '../directories/work365/names';
import { field, items, probe } from './probe';

/** The part of the file of names that differs from the documented ones. */
export type Learned =
  /** `undefined`: they are the documented ones. */
  | { readonly ok: true; readonly names: Partial<Names['providerAccount']> | undefined }
  | { readonly ok: false; readonly problem: string };

const DOCUMENTED = DEFAULT_NAMES.providerAccount;
const COLUMNS = ['name', 'account', 'tenant', 'provider'] as const;

/** Finds Work 365's table of provider accounts and its columns in the metadata of Dataverse, by how their names end. */
export async function learnNames(dataverseUrl: string, token: string): Promise<Learned> {
  const root = `${dataverseUrl}/api/data/v9.2/EntityDefinitions`;
  const select = '$select=LogicalName,EntitySetName,PrimaryIdAttribute';
  const list = await probe(`${root}?${select}&$filter=IsCustomEntity%20eq%20true`, { token });
  if (!list.answered || list.status !== 200) {
    return { ok: false, problem: list.answered ? `HTTP ${list.status}` : list.problem };
  }
  const tables = items(list.body, 'value');
  const nameOf = (table: unknown): string => field(table, 'LogicalName') ?? '';
  const found =
    tables.find((table) => nameOf(table) === DOCUMENTED.table) ??
    tables.find((table) => /provideraccount$/i.test(nameOf(table)));
  if (found === undefined) return { ok: false, problem: 'no table has a name that ends in "provideraccount"' };
  const table = nameOf(found);
  const columns = await probe(`${root}(LogicalName='${table}')/Attributes?$select=LogicalName`, { token });
  const known = columns.answered ? items(columns.body, 'value').map(nameOf) : [];
  // Every key is one of the documented names; TypeScript forgets that in entries.
  const differing = Object.entries({
    table,
    set: field(found, 'EntitySetName'),
    id: field(found, 'PrimaryIdAttribute'),
    ...Object.fromEntries(COLUMNS.map((key) => [key, columnLike(DOCUMENTED[key], known)])),
  }).filter(([key, value]) => value !== undefined && value !== DOCUMENTED[key as keyof typeof DOCUMENTED]);
  return { ok: true, names: differing.length === 0 ? undefined : Object.fromEntries(differing) };
}

/** The documented column where it is there; otherwise the only one that ends like it. */
function columnLike(documented: string, known: readonly string[]): string | undefined {
  if (known.includes(documented)) return documented;
  const ending = documented.slice(documented.lastIndexOf('_'));
  const alike = known.filter((name) => name.endsWith(ending));
  return alike.length === 1 ? alike[0] : undefined;
}
