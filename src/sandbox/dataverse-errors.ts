import type { SandboxTable } from './tables';
import type { Answer } from './wire';

/** An error as Dataverse's Web API words it. */
export function dataverseRefusal(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } };
}

export function noProperty(name: string, table: SandboxTable): Answer {
  return dataverseRefusal(
    400,
    '0x80060888',
    `Could not find a property named '${name}' on type 'Microsoft.Dynamics.CRM.${table.name}'.`,
  );
}
