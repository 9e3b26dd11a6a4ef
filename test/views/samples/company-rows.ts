import type { CompanyRow } from '../../../src/domain/companies-answer';
import { notOurs } from '../../../src/domain/acceptance';
import type { EverywhereAnswer } from '../../../src/domain/everywhere-answer';
import { HOUR } from '../../../src/domain/time';
import * as p from '../pictures';

export function accountRow(query: string): Extract<CompanyRow, { readonly row: 'account' }> {
  return { row: 'account', query, account: p.line(), acceptance: p.ACCEPTED, assumed: false };
}

export const EVERYWHERE: EverywhereAnswer = {
  query: 'contoso',
  name: 'Contoso Maschinenbau',
  rows: [
    {
      account: p.line({
        provider: 'Northwind DE',
        state: 'mapped',
        customer: { id: p.CONTOSO.id, name: p.CONTOSO.name },
      }),
      acceptance: p.ACCEPTED,
    },
    {
      account: p.line({ accountId: 'account:at:1', provider: 'Northwind AT' }),
      acceptance: { ...p.ACCEPTED, admin: { state: 'none', checkedAt: p.NOW - HOUR, source: 'graph' } },
    },
    {
      account: p.line({
        accountId: 'account:work365-td:c-1',
        name: 'Contoso',
        tenantId: 'C-99817',
        provider: 'TD SYNNEX',
      }),
      acceptance: notOurs('TD SYNNEX'),
      probably: true,
    },
  ],
  gaps: { without: ['Pax8'], notRead: ['Ingram Micro'] },
  freshness: p.FRESH,
  now: p.NOW,
};

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
  { row: 'everywhere', query: 'contoso', name: EVERYWHERE.name, rows: EVERYWHERE.rows },
  { row: 'absent', query: 'Woodgrove Insurance', near: { name: 'Woodgrove Bank' } },
  { row: 'could-not-look', query: 'Quillworks' },
];
