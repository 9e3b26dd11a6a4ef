import type { BadRow } from '../../directory';
import type { Customer } from '../../domain/customer';
import type { CountryReader } from '../country';
import { mailDomain } from '../mail-domain';
import type { RawRecord } from './records';

/** What people call the columns, in normal form; the first one that the file has is taken. */
const COLUMNS = {
  id: ['id', 'customerid', 'accountid', 'recordid', 'crmid', 'guid', 'accountnumber', 'customernumber', 'number'],
  name: ['name', 'customername', 'accountname', 'companyname', 'company', 'customer', 'account', 'firma', 'kunde'],
  number: ['accountnumber', 'customernumber', 'customerno', 'accountno', 'number', 'no', 'kundennummer', 'reference'],
  website: ['website', 'websiteurl', 'web', 'url', 'homepage', 'domain', 'webseite'],
  mail: ['maildomains', 'emaildomains', 'maildomain', 'emaildomain', 'emailaddress1', 'email', 'mail', 'emails'],
  city: ['city', 'address1city', 'town', 'ort', 'stadt'],
  country: ['country', 'countrycode', 'address1country', 'iso', 'land'],
  tenant: ['tenantid', 'entratenantid', 'azuretenantid', 'microsoftid', 'tenant'],
} as const;

type Field = keyof typeof COLUMNS;

export const WANTED = 'id (or "account number") and name';

/** The columns without which no row can be read, and which no record has. */
export function missingColumns(records: readonly RawRecord[]): readonly string[] {
  const wanted = records.length === 0 ? [] : (['id', 'name'] as const);
  return wanted.filter((field) => records.every((record) => fieldOf(record, field) === undefined));
}

export type CustomerAnswer =
  | { readonly ok: true; readonly customer: Customer; readonly notes: readonly BadRow[] }
  | { readonly ok: false; readonly bad: BadRow };

const TENANT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * A record as a customer. Without id or name the row is left out. A wrong value in another column is named and left
 * out, the rest of the row is taken.
 */
export function customerOf(record: RawRecord, country: CountryReader): CustomerAnswer {
  const id = textOf(record, 'id');
  const name = textOf(record, 'name');
  if (id === undefined) return { ok: false, bad: problem(record, 'id', 'is empty or not text') };
  if (name === undefined) return { ok: false, bad: problem(record, 'name', 'is empty or not text') };
  const notes: BadRow[] = [];
  const number = textOf(record, 'number');
  const website = textOf(record, 'website');
  const city = textOf(record, 'city');

  const typedCountry = textOf(record, 'country');
  const code = country(typedCountry);
  if (typedCountry !== undefined && code === undefined) notes.push(problem(record, 'country', 'is no country we know'));

  const tenantId = textOf(record, 'tenant')?.toLowerCase();
  const isTenant = tenantId !== undefined && TENANT.test(tenantId);
  if (tenantId !== undefined && !isTenant) notes.push(problem(record, 'tenant', 'is not a tenant id (a GUID)'));

  const mailDomains = domainsOf(record);
  if (mailDomains.wrong) notes.push(problem(record, 'mail', 'holds something that is no mail address or domain'));
  return {
    ok: true,
    notes,
    customer: {
      id,
      name,
      ...(number === undefined ? {} : { number }),
      ...(website === undefined ? {} : { website }),
      ...(mailDomains.found.length === 0 ? {} : { mailDomains: mailDomains.found }),
      ...(city === undefined ? {} : { city }),
      ...(code === undefined ? {} : { country: code }),
      ...(isTenant ? { tenantId } : {}),
    },
  };
}

function fieldOf(record: RawRecord, field: Field) {
  const key = COLUMNS[field].find((name) => record.fields.has(name));
  return key === undefined ? undefined : record.fields.get(key);
}

function textOf(record: RawRecord, field: Field): string | undefined {
  const value = fieldOf(record, field)?.value;
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** Addresses or bare domains, one or several in a cell, or a JSON list of them. */
function domainsOf(record: RawRecord): { readonly found: readonly string[]; readonly wrong: boolean } {
  const value = fieldOf(record, 'mail')?.value;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = list.filter((item) => typeof item === 'string');
  const parts = texts.flatMap((text) => text.split(/[\s,;|]+/)).filter((part) => part !== '');
  const domains = parts.map((part) => mailDomain(part.includes('@') ? part : `x@${part}`));
  const found = [...new Set(domains.filter((domain) => domain !== undefined))];
  const strange = list.some((item) => item !== undefined && item !== null && typeof item !== 'string');
  return { found, wrong: strange || domains.includes(undefined) };
}

function problem(record: RawRecord, field: Field, what: string): BadRow {
  const column = fieldOf(record, field)?.column ?? field;
  return { line: record.line, column, problem: what };
}
