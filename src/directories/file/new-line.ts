import type { CustomerDetails } from '../../domain/creation';
import type { CustomerColumn } from '../../domain/customer';
import { withoutFormula } from '../../domain/formula';
import { columnKeys } from './columns';
import type { FileForm } from './records';
import type { Layout } from './schema';

const OTHERS = ['website', 'mail', 'city', 'country', 'tenant'] as const;

/** A customer as the file writes one, to be copied into it. `id` stands where the file has the ids of its customers. */
export function newLine(
  form: FileForm,
  layout: Layout,
  details: CustomerDetails,
  { id, tenantId }: { readonly id: string; readonly tenantId: string | undefined },
): string {
  const values: Readonly<Partial<Record<CustomerColumn, string>>> = {
    id,
    name: details.name,
    ...given('website', details.website),
    ...given('mail', details.mail),
    ...given('city', details.city),
    ...given('country', details.country),
    ...given('tenant', tenantId),
  };
  const fields = fieldsOf(form.columns, layout);
  const cells = form.columns.map((column) => {
    const field = fields.get(column);
    return [column, field === undefined ? '' : withoutFormula(plain(values[field] ?? ''))] as const;
  });
  switch (form.written) {
    case 'json':
      return JSON.stringify(Object.fromEntries(cells.filter(([, value]) => value !== '')));
    case 'sheet':
      return cells.map(([, value]) => value).join('\t');
    case 'table':
      return cells.map(([, value]) => quoted(value, form.delimiter)).join(form.delimiter);
  }
}

/** Which column holds what: each of ours stands in one column, the surest. */
function fieldsOf(columns: readonly string[], layout: Layout): ReadonlyMap<string, CustomerColumn> {
  const fields = new Map<string, CustomerColumn>();
  const put = (names: readonly string[], field: CustomerColumn): void => {
    for (const name of names) {
      const column = columns.find((one) => columnKeys(one).includes(name));
      if (column === undefined) continue;
      if (!fields.has(column)) fields.set(column, field);
      return;
    }
  };
  put([layout.id], 'id');
  put([layout.name], 'name');
  for (const field of OTHERS) put(layout.others[field], field);
  return fields;
}

function given(field: CustomerColumn, value: string | undefined) {
  return value === undefined ? {} : { [field]: value };
}

/** One line stays one line. */
function plain(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}

function quoted(value: string, delimiter: string): string {
  return value.includes(delimiter) || value.includes('"') ? `"${value.replaceAll('"', '""')}"` : value;
}
