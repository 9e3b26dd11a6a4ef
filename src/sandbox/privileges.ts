import type { Lack, Lacks } from './lacks';
import type { TableNames } from './tables';
import type { Answer } from './wire';

const USER_ID = '5a5ee0b1-0000-4000-8000-000000000001';

/** What the application user may do, as Dataverse tells it. */
export function privilegeAnswer(address: string, names: TableNames, lacks: Lacks): Answer | undefined {
  if (address === 'WhoAmI') return { status: 200, body: { UserId: USER_ID } };
  const held = privilegesOf(names).filter(({ kind }) => !lacks.has(kind));
  if (address === `systemusers(${USER_ID})/Microsoft.Dynamics.CRM.RetrieveUserPrivileges()`) {
    const RolePrivileges = held.map(({ name }) => ({ Depth: 'Global', PrivilegeId: idOf(name) }));
    return { status: 200, body: { RolePrivileges } };
  }
  if (address === 'privileges') {
    return { status: 200, body: { value: privilegesOf(names).map(({ name }) => ({ name, privilegeid: idOf(name) })) } };
  }
  return undefined;
}

function privilegesOf({ table }: TableNames): readonly { readonly name: string; readonly kind: Lack }[] {
  return [
    { name: `prvRead${table}`, kind: 'prvRead' },
    { name: 'prvReadaccount', kind: 'prvRead' },
    { name: 'prvCreateaccount', kind: 'prvCreate' },
    { name: `prvWrite${table}`, kind: 'prvWrite' },
    { name: `prvAppend${table}`, kind: 'prvAppend' },
    { name: 'prvAppendToaccount', kind: 'prvAppendTo' },
    { name: 'prvActOnBehalfOfAnotherUser', kind: 'prvActOnBehalfOfAnotherUser' },
  ];
}

/** Dataverse names privileges by ids; here the name is in it. */
function idOf(name: string): string {
  return `${Buffer.from(name.slice(-4)).toString('hex')}-0000-4000-8000-${String(name.length).padStart(12, '0')}`;
}
