import { z } from 'zod';

/**
 * What services send is not always what they document: a field that is missing, null or of another type says nothing, and
 * an item that cannot be read does not spoil the others.
 */

/** Text, or undefined; a number where text is expected is its digits. */
export const looseText = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === 'number' ? String(value) : typeof value === 'string' ? value : undefined));

/** A whole or broken number, also one that is sent as text; undefined for anything else. */
export const looseNumber = z
  .unknown()
  .optional()
  .transform((value) => {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
  });

export const looseFlag = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === 'boolean' ? value : undefined));

/** An object by its schema, or undefined. */
export function loose<T extends z.ZodType>(schema: T) {
  return z
    .unknown()
    .optional()
    .transform((value): z.infer<T> | undefined => schema.safeParse(value).data);
}

export interface Items<T> {
  readonly items: readonly T[];
  /** Positions, from 0, of items that could not be read. */
  readonly bad: readonly number[];
}

/** A list, item by item; what is no list at all is refused. */
export function looseList<T extends z.ZodType>(item: T) {
  return z.array(z.unknown()).transform((list): Items<z.infer<T>> => {
    const items: z.infer<T>[] = [];
    const bad: number[] = [];
    for (const [index, value] of list.entries()) {
      const parsed = item.safeParse(value);
      if (parsed.success) items.push(parsed.data);
      else bad.push(index);
    }
    return { items, bad };
  });
}
