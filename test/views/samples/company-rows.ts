import type { CompanyRow } from '../../../src/domain/companies-answer';
import * as p from '../pictures';

export function accountRow(query: string): Extract<CompanyRow, { readonly row: 'account' }> {
  return { row: 'account', query, account: p.line(), acceptance: p.ACCEPTED, assumed: false };
}

/** A name of each kind, in an order that is not the one on the card. */
export const ROWS: readonly CompanyRow[] = [
  accountRow('contoso maschinenbau'),
  { ...accountRow('contoso'), assumed: true },
  {
    row: 'likely-as',
    query: 'Lakeshore Data',
    customer: 'Lakeshore Data Ltd',
    account: p.line({ name: 'Brightwater' }),
    reseller: p.ACCEPTED.reseller,
    sure: true,
  },
  { row: 'which', query: 'northwind', count: 4, names: ['Northwind Traders', 'Northwind Toys', 'Northwind GmbH'] },
  { row: 'absent', query: 'Woodgrove Insurance', near: { name: 'Woodgrove Bank' } },
  { row: 'could-not-look', query: 'Quillworks' },
];
