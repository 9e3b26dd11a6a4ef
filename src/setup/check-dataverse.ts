import type { DirectoryConfig } from '../config';
import { readNames } from '../directories/work365/names';
import type { Names } from '../directories/work365/names';
import { createTokens } from '../runtime/entra';
import type { HttpDeps } from '../runtime/http';
import type { Finding } from './finding';
import type { PermissionId } from './permissions';
import { field, items, probe, probedWords } from './probe';
import type { Probed } from './probe';

type Work365 = Extract<DirectoryConfig, { kind: 'work365' }>;

const USER = 'Dataverse, application user';
const PRIVILEGES = 'Dataverse, privileges';

/** Which privilege belongs to which permission; `customer` is the table of accounts. */
export function neededPrivileges({ providerAccount, customer }: Pick<Names, 'providerAccount' | 'customer'>) {
  return {
    'dataverse-read': [`prvRead${providerAccount.table}`, `prvRead${customer.table}`],
    'dataverse-write': [
      `prvWrite${providerAccount.table}`,
      `prvAppend${providerAccount.table}`,
      `prvAppendTo${customer.table}`,
    ],
    'dataverse-create': [`prvCreate${customer.table}`],
    'dataverse-act': ['prvActOnBehalfOfAnotherUser'],
  } as const;
}

/** Who we are in Dataverse, and which of the privileges that are needed we lack. */
export async function checkDataverse(settings: Work365, deps: HttpDeps): Promise<readonly Finding[]> {
  const { url, clientId, clientSecret, schemaFile } = settings;
  const credential = { kind: 'secret', secret: clientSecret } as const;
  const tokens = createTokens({ ...settings, credential, source: 'work365', prefix: 'DATAVERSE' }, deps);
  const app = await tokens.forApp(`${url}/.default`);
  if (!app.ok) {
    const remedy = app.trouble.remedy === undefined ? {} : { remedy: app.trouble.remedy };
    return [{ about: USER, state: 'lacking', seen: app.trouble.detail, permission: 'dataverse-user', ...remedy }];
  }
  const root = `${url}/api/data/v9.2`;
  const who = await probe(`${root}/WhoAmI`, { token: app.token });
  const userId = who.answered && who.status === 200 ? field(who.body, 'UserId') : undefined;
  if (userId === undefined) return [unknownUser(who)];
  const names = await readNames(schemaFile);
  const signedIn: Finding = { about: USER, state: 'good', seen: `app ${clientId}`, permission: 'dataverse-user' };
  if (!names.ok) {
    const remedy = names.trouble.remedy === undefined ? {} : { remedy: names.trouble.remedy };
    return [signedIn, { about: PRIVILEGES, state: 'unknown', seen: names.trouble.detail, ...remedy }];
  }
  const found = await privileges(root, app.token, userId, names.names);
  return [signedIn, ...found.map((finding) => withoutNeed(finding, settings))];
}

/** What nobody wants to be done needs no privilege. */
function withoutNeed(finding: Finding, { createsCustomers }: Work365): Finding {
  const isNeedless = finding.permission === 'dataverse-create' && finding.state === 'lacking' && !createsCustomers;
  return isNeedless ? { ...finding, state: 'off', seen: 'CREATE_CUSTOMERS=off' } : finding;
}

function unknownUser(who: Probed): Finding {
  if (!who.answered) return { about: USER, state: 'unknown', seen: who.problem, permission: 'dataverse-user' };
  return { about: USER, state: 'lacking', seen: probedWords(who), permission: 'dataverse-user' };
}

async function privileges(root: string, token: string, userId: string, names: Names): Promise<readonly Finding[]> {
  const needed = neededPrivileges(names);
  const all = Object.values(needed).flat();
  const own = await probe(`${root}/systemusers(${userId})/Microsoft.Dynamics.CRM.RetrieveUserPrivileges()`, { token });
  const filter = encodeURIComponent(all.map((name) => `name eq '${name}'`).join(' or '));
  const known = await probe(`${root}/privileges?$select=name,privilegeid&$filter=${filter}`, { token });
  if (!own.answered || own.status !== 200) {
    return [{ about: PRIVILEGES, state: 'unknown', seen: own.answered ? probedWords(own) : own.problem }];
  }
  const nameOf = new Map(
    (known.answered ? items(known.body, 'value') : []).map((one) => [field(one, 'privilegeid'), field(one, 'name')]),
  );
  const held = new Set(
    items(own.body, 'RolePrivileges').map((one) =>
      (field(one, 'PrivilegeName') ?? nameOf.get(field(one, 'PrivilegeId')) ?? '').toLowerCase(),
    ),
  );
  // The table's keys are ids of permissions; TypeScript forgets that in entries.
  return Object.entries(needed).map(([id, list]) => ofPrivileges(id as PermissionId, list, held));
}

function ofPrivileges(permission: PermissionId, list: readonly string[], held: ReadonlySet<string>): Finding {
  const missing = list.filter((name) => !held.has(name.toLowerCase()));
  const about = `Dataverse, ${ABOUT[permission] ?? 'privileges'}`;
  if (missing.length === 0) return { about, state: 'good', seen: list.join(', '), permission };
  return { about, state: 'lacking', seen: `${missing.join(', ')} missing`, permission };
}

const ABOUT: Partial<Readonly<Record<PermissionId, string>>> = {
  'dataverse-read': 'reading',
  'dataverse-write': 'writing mappings',
  'dataverse-create': 'creating customers',
  'dataverse-act': 'writing in the name of whoever decided',
};
