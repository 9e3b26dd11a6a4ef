import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Trouble } from '../../domain/source';

const name = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'is not a name of a table or column');

const providerAccount = z.strictObject({
  table: name.default('work365_provideraccount'),
  set: name.default('work365_provideraccounts'),
  id: name.default('work365_provideraccountid'),
  name: name.default('work365_provideraccount_name'),
  /** The lookup that is the mapping. */
  account: name.default('work365_provideraccount_account'),
  /** The provider's id of the customer; for Partner Center the tenant id. */
  tenant: name.default('work365_provideraccount_providerspecificaccountid'),
  provider: name.default('work365_provideraccount_provider'),
  /** Navigation property for `@odata.bind`; learned from the metadata when not given. */
  bind: name.optional(),
  /** Column of the sync status (Enabled or Disabled); its name is documented nowhere, so it is learned when not given. */
  syncStatus: name.optional(),
});

/** The table that the provider column points to. What is not given is learned from the metadata. */
const provider = z.strictObject({
  table: name.optional(),
  set: name.optional(),
  id: name.optional(),
  name: name.optional(),
  /** Column that says what kind of provider it is: Partner Center, a distributor, by hand. */
  kind: name.optional(),
});

const customer = z.strictObject({
  table: name.default('account'),
  set: name.default('accounts'),
  id: name.default('accountid'),
  name: name.default('name'),
  number: name.default('accountnumber'),
  website: name.default('websiteurl'),
  mail: name.default('emailaddress1'),
  city: name.default('address1_city'),
  country: name.default('address1_country'),
  /** A column of the partner's own that holds the customer's Entra tenant id. */
  tenant: name.optional(),
});

/** Further columns of the table of customers, which are filled when one is created. Those of Dataverse's own table. */
const newCustomer = z.strictObject({
  phone: name.default('telephone1'),
  contact: name.default('address1_primarycontactname'),
  street: name.default('address1_line1'),
  postcode: name.default('address1_postalcode'),
  state: name.default('address1_stateorprovince'),
});

/** Contacts' mail domains are read only when this part is given (an empty object takes the defaults). */
const contact = z.strictObject({
  set: name.default('contacts'),
  id: name.default('contactid'),
  customer: name.default('parentcustomerid'),
  mail: name.default('emailaddress1'),
});

const namesSchema = z.strictObject({
  providerAccount: providerAccount.prefault({}),
  provider: provider.prefault({}),
  customer: customer.prefault({}),
  newCustomer: newCustomer.prefault({}),
  contact: contact.optional(),
});

/**
 * Names of Work 365's tables and columns. Those of the provider account are partly documented by the vendor and partly
 * follow its pattern, so all can be overridden by the file that WORK365_SCHEMA names.
 */
export type Names = z.infer<typeof namesSchema>;

export type NamesLookup =
  { readonly ok: true; readonly names: Names } | { readonly ok: false; readonly trouble: Trouble };

export const DEFAULT_NAMES: Names = namesSchema.parse({});

/** `path` may hold the JSON itself, for hosts to which no file is brought. */
export async function readNames(path: string | undefined): Promise<NamesLookup> {
  if (path === undefined) return { ok: true, names: DEFAULT_NAMES };
  let content: unknown;
  try {
    const text = path.startsWith('{') ? path : await readFile(path, 'utf8');
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return bad(error instanceof SyntaxError ? 'is not JSON' : 'cannot be read');
  }
  const parsed = namesSchema.safeParse(content);
  if (parsed.success) return { ok: true, names: parsed.data };
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`);
  return bad(problems.join('; '));
}

function bad(problem: string): NamesLookup {
  const detail = `the file of table and column names: ${problem}`;
  const remedy = 'Put the file right that WORK365_SCHEMA names, or unset it to use the documented names.';
  return { ok: false, trouble: { source: 'work365', kind: 'misconfigured', detail, remedy } };
}
