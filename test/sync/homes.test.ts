import type { ListedProvider, ListedRow } from '../../src/directory';
import { findHomes } from '../../src/sync/homes';
import type { Home, OurProvider } from '../../src/sync/homes';
import { row } from '../builders';

/** Which of the directory's providers are ours. */

const listed = (tenantId: string, providerRowId?: string): ListedRow => ({
  tenantId,
  ...(providerRowId === undefined ? {} : { providerRowId }),
  row: row({ rowId: `${providerRowId}-${tenantId}` }),
});

const ours = (id: string, tenants: readonly string[], named?: string): OurProvider => ({
  id,
  isListed: (tenantId) => tenants.includes(tenantId),
  ...(named === undefined ? {} : { row: named }),
});

const CENTER: ListedProvider = { rowId: 'pc', name: 'Microsoft', kind: 'Partner Center' };
const DISTRIBUTOR: ListedProvider = { rowId: 'td', name: 'TD SYNNEX', kind: 'StreamOne Ion' };

it.each<[string, Record<string, Home>, readonly ListedRow[], readonly OurProvider[], readonly ListedProvider[]]>([
  ['no row names a provider', { a: 'unnamed' }, [listed('1')], [ours('a', ['1'])], []],
  [
    'the provider in which most of our tenants stand',
    { a: { id: 'x' } },
    [listed('1', 'x'), listed('2', 'x'), listed('1', 'y')],
    [ours('a', ['1', '2'])],
    [],
  ],
  [
    'Partner Center, although a distributor has more of the same',
    { a: { id: 'pc' } },
    [listed('1', 'pc'), listed('1', 'td'), listed('2', 'td')],
    [ours('a', ['1', '2'])],
    [DISTRIBUTOR, CENTER],
  ],
  [
    'of two alike the one without strangers',
    { a: { id: 'y' } },
    [listed('1', 'x'), listed('9', 'x'), listed('1', 'y')],
    [ours('a', ['1'])],
    [],
  ],
  [
    'one each',
    { a: { id: 'x' }, b: { id: 'y' } },
    [listed('1', 'x'), listed('2', 'x'), listed('2', 'y')],
    [ours('a', ['1', '2']), ours('b', ['2'])],
    [],
  ],
  [
    'the only Partner Center, before any tenant is known',
    { a: { id: 'pc' } },
    [listed('1', 'td')],
    [ours('a', [])],
    [CENTER, DISTRIBUTOR],
  ],
  [
    'the only provider that there is, before any tenant is known',
    { a: { id: 'x' } },
    [listed('1', 'x')],
    [ours('a', [])],
    [],
  ],
  [
    'nobody knows, before any tenant is known',
    { a: 'unknown' },
    [listed('1', 'x'), listed('1', 'y')],
    [ours('a', [])],
    [],
  ],
  [
    'what the settings name',
    { a: { id: 'td' } },
    [listed('1', 'pc')],
    [ours('a', ['1'], 'td synnex')],
    [CENTER, DISTRIBUTOR],
  ],
  ['what the settings name is not there', { a: 'unknown' }, [listed('1', 'pc')], [ours('a', ['1'], 'TD')], [CENTER]],
])('%s', async (_what, homes, rows, providers, table) => {
  expect(Object.fromEntries(await findHomes(rows, providers, table))).toEqual(homes);
});
