import type { BadRow } from '../../domain/source';
import type { Customer } from '../../domain/customer';
import { domainIn, guidIn, tenantIdIn, mailDomainIn, withDomainInLetters } from '../../domain/one-form';
import type { CountryReader } from '../country';
import { MOST_MAIL_DOMAINS } from '../mail-domains';
import { namesOf } from './columns';
import type { CustomerColumn, NamedColumns } from '../../domain/customer';
import type { RawField, RawRecord } from './records';

/** Which column each field is read from. An id comes from one column in the whole file, or it would be no id. */
export interface Layout {
  readonly id: string;
  readonly name: string;
  /** For the others whichever has a value in the row, the surest first. */
  readonly others: Readonly<Record<Exclude<CustomerColumn, 'id' | 'name'>, readonly string[]>>;
}

const OTHERS = ['number', 'website', 'mail', 'city', 'country', 'tenant'] as const;

/** Undefined when no column holds ids, or none holds names. */
export function layoutOf(records: readonly RawRecord[], named: NamedColumns): Layout | undefined {
  const id = fullest('id', records, named);
  const name = fullest('name', records, named);
  if (id === undefined || name === undefined) return undefined;
  const [number, website, mail, city, country, tenant] = OTHERS.map((field) => namesOf(field, named));
  const none: readonly string[] = [];
  return {
    id,
    name,
    others: {
      number: number ?? none,
      website: website ?? none,
      mail: mail ?? none,
      city: city ?? none,
      country: country ?? none,
      tenant: tenant ?? none,
    },
  };
}

/** The surest name that most rows have a value for, else the surest that any has, else the surest that is there. */
function fullest(field: 'id' | 'name', records: readonly RawRecord[], named: NamedColumns): string | undefined {
  const present = namesOf(field, named)
    .map((name) => ({ name, filled: records.filter((r) => textIn(r.fields.get(name)) !== undefined).length }))
    .filter(({ name }) => records.some(({ fields }) => fields.has(name)));
  const most = present.find(({ filled }) => filled * 2 > records.length);
  return (most ?? present.find(({ filled }) => filled > 0) ?? present[0])?.name;
}

export type CustomerAnswer =
  | { readonly ok: true; readonly customer: Customer; readonly notes: readonly BadRow[] }
  /** `text` is what is known of the row all the same. */
  | { readonly ok: false; readonly bad: BadRow; readonly text: string };

/** What spreadsheets make of long numbers: the last digits are lost, so it names nobody. */
const SCIENTIFIC = /^-?\d(?:[.,]\d+)?e\+\d+$|^-?\d[.,]\d+e\d+$/i;
const SPREADSHEET_ERROR = /^#(?:REF!|N\/A|NAME\?|VALUE!|NULL!|NUM!|DIV\/0!|#+)$/i;
const LONGEST_ID = 200;
const LONGEST_TEXT = 500;

/**
 * A record as a customer. Without id or name the row is left out. A wrong value in another column is named and left
 * out, the rest of the row is taken.
 */
export function customerInRecord(record: RawRecord, layout: Layout, country: CountryReader): CustomerAnswer {
  const id = textIn(record.fields.get(layout.id));
  const name = textIn(record.fields.get(layout.name));
  const text = [id, name].filter((part) => part !== undefined).join('\n');
  const wrong = (key: string, what: string): CustomerAnswer => {
    return {
      ok: false,
      text,
      bad: { line: record.line, column: record.fields.get(key)?.column ?? key, problem: what },
    };
  };
  if (id === undefined) return wrong(layout.id, 'is empty or not text');
  const idProblem = problemOfId(id);
  if (idProblem !== undefined) return wrong(layout.id, idProblem);
  if (name === undefined || SPREADSHEET_ERROR.test(name)) return wrong(layout.name, 'is empty or not text');
  const notes: BadRow[] = [];
  const rest = othersOf(record, layout, country, (field, problem) => {
    notes.push({
      line: record.line,
      column: firstOf(record, layout.others[field])?.column ?? field,
      problem,
      taken: true,
    });
  });
  return { ok: true, notes, customer: { id: guidIn(id) ?? id, name: name.slice(0, LONGEST_TEXT), ...rest } };
}

function problemOfId(id: string): string | undefined {
  if (SCIENTIFIC.test(id)) {
    return 'is a number that a spreadsheet has shortened (like 1.2E+11); format the column as text and export anew';
  }
  if (SPREADSHEET_ERROR.test(id)) return 'is an error of a spreadsheet';
  return id.length > LONGEST_ID ? `is longer than ${LONGEST_ID} characters` : undefined;
}

function othersOf(
  record: RawRecord,
  { others }: Layout,
  country: CountryReader,
  note: (field: (typeof OTHERS)[number], problem: string) => void,
): Omit<Customer, 'id' | 'name'> {
  const text = (field: (typeof OTHERS)[number]): string | undefined => {
    const value = textIn(firstOf(record, others[field]));
    return value === undefined || SPREADSHEET_ERROR.test(value) ? undefined : value.slice(0, LONGEST_TEXT);
  };
  const typedNumber = text('number');
  const isShortened = typedNumber !== undefined && SCIENTIFIC.test(typedNumber);
  if (isShortened) note('number', 'is a number that a spreadsheet has shortened; format the column as text');
  const number = isShortened ? undefined : typedNumber;
  const typedWebsite = text('website');
  const website = typedWebsite === undefined ? undefined : withDomainInLetters(typedWebsite);
  const city = text('city');
  const typedCountry = text('country');
  const code = country(typedCountry);
  if (typedCountry !== undefined && code === undefined) note('country', 'is no country we know');
  const typedTenant = text('tenant');
  const tenantId = tenantIdIn(typedTenant);
  if (typedTenant !== undefined && tenantId === undefined) note('tenant', 'is not a tenant id (a GUID)');
  const mail = domainsOf(firstOf(record, others.mail)?.value);
  if (mail.wrong) note('mail', 'holds something that is no mail address or domain');
  if (mail.found.length > MOST_MAIL_DOMAINS)
    note('mail', `holds ${mail.found.length} domains; ${MOST_MAIL_DOMAINS} are kept`);
  const mailDomains = mail.found.slice(0, MOST_MAIL_DOMAINS);
  return {
    ...(number === undefined ? {} : { number }),
    ...(website === undefined ? {} : { website }),
    ...(mailDomains.length === 0 ? {} : { mailDomains }),
    ...(city === undefined ? {} : { city }),
    ...(code === undefined ? {} : { country: code }),
    ...(tenantId === undefined ? {} : { tenantId }),
  };
}

/** The first of the columns that has a value in this row. */
function firstOf(record: RawRecord, keys: readonly string[]): RawField | undefined {
  const present = keys.map((key) => record.fields.get(key)).filter((field) => field !== undefined);
  return present.find(({ value }) => value !== null && value !== undefined && value !== '') ?? present[0];
}

function textIn(field: RawField | undefined): string | undefined {
  const value = field?.value;
  // Past this JSON's numbers, too, have lost their last digits.
  if (typeof value === 'number')
    return Number.isSafeInteger(value) || value % 1 !== 0 ? String(value) : value.toExponential();
  if (typeof value !== 'string') return undefined;
  const text = value.replace(/\s+/g, ' ').replace(INVISIBLE, '').trim();
  return text === '' || NOTHING.has(text) ? undefined : text;
}

/** What databases print where there is no value. */
const NOTHING: ReadonlySet<string> = new Set(['NULL', 'null', '(null)', '(NULL)', '<null>', '<NULL>', '\\N']);
/** Around a text they are left over from copying; none of them can be seen. */
const INVISIBLE = /^[\u200b\u2060\ufeff]+|[\u200b\u2060\ufeff]+$/g;

/** Addresses or bare domains, one or several in a cell, or a JSON list of them. */
function domainsOf(value: unknown): { readonly found: readonly string[]; readonly wrong: boolean } {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = list.filter((item) => typeof item === 'string');
  const parts = texts.flatMap((text) => text.split(/[\s,;|]+/)).filter((part) => part !== '');
  const domains = parts.map((part) => (part.includes('@') ? mailDomainIn(part) : domainIn(part)));
  const found = [...new Set(domains.filter((domain) => domain !== undefined))];
  const strange = list.some((item) => item !== undefined && item !== null && typeof item !== 'string');
  // A person's name before the address is no mistake.
  return { found, wrong: strange || (found.length === 0 && parts.length > 0) };
}
