import { readODataFilter, readOrder, readSelect } from '../../src/sandbox/odata';
import type { TableRow, SandboxTable } from '../../src/sandbox/tables';

const rows: TableRow[] = [
  { id: '1', version: 1, cells: { name: "O'Neill and Sons", size: 3, owner: { id: 'p1', label: 'Megan' } } },
  { id: '2', version: 1, cells: { name: 'Contoso', size: 5, owner: { id: null, label: undefined } } },
];
const table: SandboxTable = {
  name: 'thing',
  set: 'things',
  key: 'id',
  primaryName: 'name',
  columns: ['name', 'size', 'owner'],
  lookups: { owner: { table: 'person', navigation: 'Owner' } },
  count: () => rows.length,
  at: (index) => rows[index],
  byId: (id) => rows.find((row) => row.id === id),
};

it.each([
  ['', ['1', '2']],
  ["name eq 'contoso'", ['2']],
  ["contains(name,'O''neill and')", ['1']],
  ["startswith(name,'cont') and size ge 5", ['2']],
  ["endswith(name,'sons') and size lt 3", []],
  ['_owner_value eq null', ['2']],
  ['_owner_value ne null and size ne 4', ['1']],
])('the filter %j finds %j', (filter, expected) => {
  const test = readODataFilter(table, filter);
  expect(test.ok && rows.filter(test.value).map((row) => row.id)).toEqual(expected);
});

it.each([
  ['color eq 1', 'color'],
  ['owner eq null', 'owner'],
  ['_name_value eq null', '_name_value'],
  ["contains(color,'x')", 'color'],
  ['what is this', 'what is this'],
])('the filter %j is refused for %j', (filter, unknown) => {
  expect(readODataFilter(table, filter)).toEqual({ ok: false, unknown });
});

it('a selection and an order name what they do not know', () => {
  expect(readSelect(table, 'name,colour')).toEqual({ ok: false, unknown: 'colour' });
  expect(readSelect(table, null)).toEqual({ ok: true, value: ['name', 'size', '_owner_value'] });
  expect(readOrder(table, 'colour desc')).toEqual({ ok: false, unknown: 'colour' });
});
