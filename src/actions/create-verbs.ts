import { z } from 'zod';
import { DETAIL_FIELDS } from '../domain/creation';
import type { CustomerDetails, DetailField } from '../domain/creation';
import { wellFormed, withoutUnseen } from '../domain/unseen';
import { accountIdField, idField } from './ids';

const asOf = z.number().int().min(0);

/** One line of what somebody typed, without what nobody sees. */
const line = z
  .string()
  .max(2_000)
  .transform((text) =>
    withoutUnseen(wellFormed(text))
      .replaceAll(/[\p{Cc}\s]+/gu, ' ')
      .trim(),
  );
const field = line.transform((text) => text.slice(0, 300) || undefined).optional();

const details = z
  .object({
    name: line.pipe(z.string().min(1)).transform((text) => text.slice(0, 160)),
    website: field,
    mail: field,
    phone: field,
    contact: field,
    street: field,
    postcode: field,
    city: field,
    state: field,
    country: field,
  })
  .transform((typed): CustomerDetails => {
    const { name, ...rest } = typed;
    return { name, ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) };
  });

/** The verbs of having a customer created. */
export const createVerbs = [
  /** The form; `below` leaves the card that was clicked as it is. */
  z.object({ verb: z.literal('create-form'), accountId: accountIdField, below: z.literal(true).exactOptional() }),
  /** What stands in the form. `despite` names those whom it showed as near. */
  z.object({
    verb: z.literal('create'),
    accountId: accountIdField,
    asOf,
    details,
    despite: z.array(idField).max(8).exactOptional(),
  }),
  /** Once more what the directory refused as a duplicate. */
  z.object({ verb: z.literal('create-anyway'), accountId: accountIdField, creationId: idField, asOf }),
  /** Not any more. */
  z.object({ verb: z.literal('create-give-up'), accountId: accountIdField, creationId: idField }),
] as const;

/** The id of a form's input. */
export function detailInput(name: DetailField): string {
  return `new-${name}`;
}

/** What the inputs of the form hold, beside the payload of its button. */
export function detailsTyped(payload: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const typed = DETAIL_FIELDS.map((name) => [name, payload[detailInput(name)]] as const);
  return Object.fromEntries(typed.filter(([, value]) => value !== undefined && value !== null));
}
