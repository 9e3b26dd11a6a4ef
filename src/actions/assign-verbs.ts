import { z } from 'zod';
import { accountIdField, idField } from './ids';

/** Who is on an account. */
export const assignVerbs = [
  /** `over`: the person whom the card named as being on it already. */
  z.object({ verb: z.literal('assign'), accountId: accountIdField, over: idField.exactOptional() }),
  z.object({ verb: z.literal('unassign'), accountId: accountIdField }),
] as const;
