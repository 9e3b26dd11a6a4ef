import { z } from 'zod';
import type { DirectoryRow } from '../../domain/account';
import type { Customer } from '../../domain/customer';
import type { ListedProvider, ListedRow } from '../../directory';
import type { CountryReader } from '../country';
import { guidIn, idIn, mailDomainIn, withDomainInLetters } from '../../domain/one-form';
import { MOST_MAIL_DOMAINS } from '../mail-domains';
import type { Names } from './names';

/** Dataverse's shapes, turned into our words. Column names come from settings, so rows are read by name. */
export const rowSchema = z.record(z.string(), z.unknown());

/** What `rowSchema` says, without a copy of each of some hundred thousand rows. */
function isRow(item: unknown): item is ForeignRow {
  return typeof item === 'object' && item !== null && !Array.isArray(item);
}

/** An item that is no row is undefined: it has its place in the list all the same. */
export const pageSchema = z
  .object({ 'value': z.array(z.unknown()), '@odata.nextLink': z.string().nullish() })
  .transform((page) => ({
    rows: page.value.map((item) => (isRow(item) ? item : undefined)),
    next: page['@odata.nextLink'] || undefined,
  }));

export type ForeignRow = z.infer<typeof rowSchema>;

/** `code` names the kind of error; `message` may quote data, so only names of privileges are taken from it. */
export const errorSchema = z
  .object({ error: z.object({ code: z.string(), message: z.string().default('') }) })
  .transform(({ error }) => ({
    code: error.code.toLowerCase(),
    message: error.message,
    privilege: /\bprv\w+/i.exec(error.message)?.[0],
  }));

export const entitySchema = z.object({
  EntitySetName: z.string().nullish(),
  PrimaryIdAttribute: z.string().nullish(),
  PrimaryNameAttribute: z.string().nullish(),
});

export const attributesSchema = z
  .object({ value: z.array(z.object({ LogicalName: z.string() })) })
  .transform(({ value }) => new Set(value.map((a) => a.LogicalName)));

export const relationshipsSchema = z
  .object({
    value: z.array(
      z.object({
        ReferencingAttribute: z.string(),
        ReferencedEntity: z.string(),
        ReferencingEntityNavigationPropertyName: z.string(),
      }),
    ),
  })
  .transform(({ value }) => value);

/** What is longer is a mistake, and a record must stay small enough to be stored. */
const LONGEST_TEXT = 500;
const FORMATTED = '@OData.Community.Display.V1.FormattedValue';

/** Columns of a provider account to ask for. */
export function rowColumns({ providerAccount: p }: Names): string {
  const columns = [p.id, p.name, p.tenant, 'createdon', lookup(p.account), lookup(p.provider), lookup('modifiedby')];
  return [...columns, ...(p.syncStatus === undefined ? [] : [p.syncStatus])].join(',');
}

export function customerColumns({ customer: c }: Names): string {
  const columns = [c.id, c.name, c.number, c.website, c.mail, c.city, c.country];
  return [...columns, ...(c.tenant === undefined ? [] : [c.tenant])].join(',');
}

export function lookup(column: string): string {
  return `_${column}_value`;
}

/**
 * Undefined when the row lacks its id or its version, without which nothing can be written back, or what it points to: a
 * lookup that is empty is null, and one that is not there says nothing.
 */
export function directoryRowOf(row: ForeignRow, { providerAccount: p }: Names): DirectoryRow | undefined {
  const rowId = idOf(row, p.id);
  const etag = textIn(row, '@odata.etag');
  if (rowId === undefined || etag === undefined || !isTold(row, lookup(p.account))) return undefined;
  const createdAt = Date.parse(textIn(row, 'createdon') ?? '');
  const customerId = idOf(row, lookup(p.account));
  const customerName = textIn(row, lookup(p.account) + FORMATTED);
  const modifiedBy = textIn(row, lookup('modifiedby') + FORMATTED);
  const syncEnabled = p.syncStatus === undefined ? undefined : syncIn(row, p.syncStatus);
  return {
    rowId,
    name: textIn(row, p.name) ?? rowId,
    etag,
    ...(Number.isNaN(createdAt) ? {} : { createdAt }),
    ...(customerId === undefined ? {} : { customerId }),
    ...(customerId === undefined || customerName === undefined ? {} : { customerName }),
    ...(modifiedBy === undefined ? {} : { modifiedBy }),
    ...(syncEnabled === undefined ? {} : { syncEnabled }),
  };
}

export function listedRowOf(foreign: ForeignRow, names: Names): ListedRow | undefined {
  const row = directoryRowOf(foreign, names);
  const { tenant, provider } = names.providerAccount;
  if (row === undefined || !isTold(foreign, tenant) || !isTold(foreign, lookup(provider))) return undefined;
  const text = textIn(foreign, tenant);
  const tenantId = guidIn(text);
  // Providers other than Partner Center put ids of their own here.
  const ownId = tenantId ?? text?.slice(0, LONGEST_TEXT);
  const providerRowId = idOf(foreign, lookup(provider));
  const providerName = textIn(foreign, lookup(provider) + FORMATTED)?.slice(0, LONGEST_TEXT);
  return {
    row,
    ...(ownId === undefined ? {} : { ownId }),
    ...(tenantId === undefined ? {} : { tenantId }),
    ...(providerRowId === undefined ? {} : { providerRowId }),
    ...(providerRowId === undefined || providerName === undefined ? {} : { providerName }),
  };
}

/** A row of the table of providers; a kind that is a choice is told by its label. */
export function listedProviderOf(
  foreign: ForeignRow,
  { id, name, kind }: { readonly id: string; readonly name: string; readonly kind?: string },
): ListedProvider | undefined {
  const rowId = idOf(foreign, id);
  if (rowId === undefined) return undefined;
  const kindName = kind === undefined ? undefined : (textIn(foreign, kind + FORMATTED) ?? textIn(foreign, kind));
  return {
    rowId,
    name: textIn(foreign, name)?.slice(0, LONGEST_TEXT) ?? rowId,
    ...(kindName === undefined ? {} : { kind: kindName.slice(0, LONGEST_TEXT) }),
  };
}

export function customerInRow(
  foreign: ForeignRow,
  { customer: c }: Names,
  country: CountryReader,
  domains: ReadonlyMap<string, ReadonlySet<string>>,
): Customer | undefined {
  const id = idOf(foreign, c.id);
  if (id === undefined) return undefined;
  const number = textIn(foreign, c.number);
  const website = textIn(foreign, c.website)?.slice(0, LONGEST_TEXT);
  const own = mailDomainIn(textIn(foreign, c.mail));
  const all = new Set([...(own === undefined ? [] : [own]), ...(domains.get(id) ?? [])]);
  const mailDomains = [...all].slice(0, MOST_MAIL_DOMAINS);
  const city = textIn(foreign, c.city);
  const code = country(textIn(foreign, c.country));
  const tenantId = c.tenant === undefined ? undefined : guidIn(textIn(foreign, c.tenant));
  return {
    id,
    name: textIn(foreign, c.name)?.slice(0, LONGEST_TEXT) ?? number ?? id,
    ...(number === undefined ? {} : { number }),
    ...(website === undefined ? {} : { website: withDomainInLetters(website) }),
    ...(mailDomains.length === 0 ? {} : { mailDomains }),
    ...(city === undefined ? {} : { city }),
    ...(code === undefined ? {} : { country: code }),
    ...(tenantId === undefined ? {} : { tenantId }),
  };
}

/** The customer of a contact and the contact's mail domain. */
export function contactOf(foreign: ForeignRow, contact: NonNullable<Names['contact']>) {
  const customerId = idOf(foreign, lookup(contact.customer));
  const domain = mailDomainIn(textIn(foreign, contact.mail));
  return customerId === undefined || domain === undefined ? undefined : { customerId, domain };
}

/** Dataverse's ids are GUIDs; other systems behind the same interface have ids of their own. */
function idOf(row: ForeignRow, column: string): string | undefined {
  const text = textIn(row, column);
  return text === undefined ? undefined : idIn(text).toLowerCase();
}

/** Whether the column is there, with a text in it or null; an empty text is stored as null. */
function isTold(row: ForeignRow, column: string): boolean {
  return row[column] === null || textIn(row, column) !== undefined;
}

function textIn(row: ForeignRow, column: string): string | undefined {
  const value = row[column];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

const SYNC_ON = new Set(
  'enabled yes on active aktiviert aktiv ja activé oui activado habilitado sí ingeschakeld actief'.split(' '),
);
const SYNC_OFF = new Set(
  'disabled no off inactive deaktiviert inaktiv nein désactivé non desactivado deshabilitado uitgeschakeld inactief nee'.split(
    ' ',
  ),
);

/** The column may be a yes/no or a choice; a choice is told by its label, of which one that we do not know says nothing. */
function syncIn(row: ForeignRow, column: string): boolean | undefined {
  const value = row[column];
  if (typeof value === 'boolean') return value;
  const label = textIn(row, column + FORMATTED)?.toLowerCase() ?? textIn(row, column)?.toLowerCase();
  if (label === undefined) return undefined;
  return SYNC_ON.has(label) ? true : SYNC_OFF.has(label) ? false : undefined;
}
