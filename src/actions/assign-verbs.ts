import { z } from 'zod';
import { accountIdField, idField } from './ids';

/** Who is on an account. */
export const assignVerbs = [
  /** `over`: the person whom the card named as being on it already. */
  z.object({ verb: z.literal('assign'), accountId: accountIdField, over: idField.exactOptional() }),
  z.object({ verb: z.literal('unassign'), accountId: accountIdField }),
  /** Ask a colleague, by their Entra object id; without one it is asked whom. */
  z.object({ verb: z.literal('request'), accountId: accountIdField, to: idField.exactOptional() }),
  /** The colleague's answer. */
  z.object({ verb: z.literal('request-reply'), accountId: accountIdField, requestId: idField, yes: z.boolean() }),
  /** Whoever asked takes it back. */
  z.object({ verb: z.literal('request-back'), accountId: accountIdField, requestId: idField }),
] as const;
