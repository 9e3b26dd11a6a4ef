import { noProperty, dataverseRefusal } from './dataverse-errors';
import { guidOf } from './random';
import type { SandboxCustomer } from './state';
import type { SandboxTable } from './tables';
import type { Answer, Asked } from './wire';
import type { World } from './world';

interface Creation {
  readonly world: World;
  /** The table of accounts. */
  readonly table: SandboxTable;
  readonly by: string;
  readonly asked: Asked;
  readonly shown: (id: string) => Answer;
}

/** What an account may be told at its creation, and how many characters of it. */
const COLUMNS: Readonly<Record<string, number>> = {
  name: 160,
  accountnumber: 20,
  websiteurl: 200,
  emailaddress1: 100,
  telephone1: 50,
  address1_primarycontactname: 100,
  address1_line1: 250,
  address1_city: 80,
  address1_postalcode: 20,
  address1_stateorprovince: 50,
  address1_country: 80,
};
const OWN = ['accountid', 'name', 'accountnumber', 'websiteurl', 'emailaddress1', 'address1_city', 'address1_country'];

/**
 * `POST /accounts`: an id of the caller's own is taken, a second one of the same id refused. With
 * `MSCRM.SuppressDuplicateDetection: false` the rules that every environment begins with are asked: the same name, website,
 * mail or telephone; their refusal comes with the status that is documented for it.
 */
export function createAccount({ world, table, by, asked, shown }: Creation): Answer {
  const body: unknown = JSON.parse(asked.text === '' ? '{}' : asked.text);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return wrongPayload();
  const fields: [string, unknown][] = Object.entries(body);
  const strange = fields.find(([column]) => column !== 'accountid' && !(column in COLUMNS));
  if (strange !== undefined) return noProperty(strange[0], table);
  const values: Record<string, string> = {};
  for (const [column, value] of fields) {
    if (value === null) continue;
    if (typeof value !== 'string') return wrongPayload();
    if (value.length > (COLUMNS[column] ?? 36)) return tooLong(column, COLUMNS[column] ?? 36);
    values[column] = value;
  }
  const id = (values['accountid'] ?? guidOf(world.state.seed, 'account', String(world.state.version))).toLowerCase();
  if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id)) return wrongPayload();
  if (table.byId(id) !== undefined)
    return dataverseRefusal(412, '0x80040237', 'A record with matching key values already exists.');
  const detects = asked.headers['mscrm.suppressduplicatedetection'] === 'false';
  if (detects && hasDuplicate(table, values))
    return dataverseRefusal(
      500,
      '0x80040333',
      'A record was not created or updated because a duplicate of the current record already exists.',
    );
  world.addCustomer(customerOf(id, values, by));
  const isShown = /return=representation/.test(asked.headers['prefer'] ?? '');
  if (isShown) return { ...shown(id), status: 201 };
  return { status: 204, headers: { 'odata-entityid': `${asked.origin}${asked.path}(${id})` } };
}

function customerOf(id: string, values: Readonly<Record<string, string>>, by: string) {
  const customer: Omit<SandboxCustomer, 'version' | 'active'> = {
    id,
    name: values['name'] ?? '',
    number: values['accountnumber'] ?? '',
    more: Object.fromEntries(Object.entries(values).filter(([column]) => !OWN.includes(column))),
    createdBy: by,
  };
  const optional = {
    website: values['websiteurl'],
    mail: values['emailaddress1'],
    city: values['address1_city'],
    country: values['address1_country'],
  };
  return { ...customer, ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) };
}

function hasDuplicate(table: SandboxTable, values: Readonly<Record<string, string>>): boolean {
  const compared = ['name', 'websiteurl', 'emailaddress1', 'telephone1'].filter((column) => values[column]);
  for (let at = 0; at < table.count(); at++) {
    const cells = table.at(at)?.cells;
    const same = (column: string): boolean => {
      const cell = cells?.[column];
      return typeof cell === 'string' && cell.toLowerCase() === values[column]?.toLowerCase();
    };
    if (cells?.['statecode'] === 0 && compared.some(same)) return true;
  }
  return false;
}

function wrongPayload(): Answer {
  return dataverseRefusal(400, '0x80048d19', 'Error identified in Payload provided by the user.');
}

function tooLong(column: string, longest: number): Answer {
  return dataverseRefusal(
    400,
    '0x80044331',
    `A validation error occurred. The length of the '${column}' attribute of the 'account' entity exceeded the maximum allowed length of '${longest}'.`,
  );
}
