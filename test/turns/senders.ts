import { SENDER_KINDS, type SenderKind } from '../../src/domain/sender';
import type { Someone } from './stage';

/** People and others of every kind, as Teams names them; any number of each. */

/** Another tenant than ours. */
export const ELSEWHERE = '99999999-9999-4999-8999-999999999999';

/** The Entra object id of the `n`th of a kind. */
export function idOf(kind: SenderKind, n = 0): string {
  return `aaaaaaaa-0000-4000-8000-${String((SENDER_KINDS.indexOf(kind) + 1) * 1_000 + n).padStart(12, '0')}`;
}

export function sender(kind: SenderKind, n = 0): Someone {
  const person = { id: `29:${kind}-${n}`, aadObjectId: idOf(kind, n), name: `${kind} ${n}` };
  const { aadObjectId: _none, ...nameless } = person;
  switch (kind) {
    case 'guest':
      return { ...person, userRole: 'guest' } as Someone;
    case 'outsider':
      return { ...person, tenantId: ELSEWHERE } as Someone;
    case 'nameless':
      return nameless as Someone;
    case 'bot':
      return { ...person, id: `28:33333333-3333-4333-8333-${String(n).padStart(12, '0')}` };
    default:
      return person;
  }
}
