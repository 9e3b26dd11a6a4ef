import type { Person } from './person';

/** What was kept of somebody: how many documents of each kind mention them. */
export interface KeptOfPerson {
  readonly accounts: number;
  readonly archives: number;
  readonly watches: number;
  readonly invitations: number;
  readonly conversations: number;
  readonly teams: number;
  readonly reviews: number;
  readonly talks: number;
  readonly signIns: number;
}

/** The person who stands in for one who is forgotten: the same in the whole store, and nobody's id. */
export function forgotten(id: string): Person {
  return { id: `forgotten-${id}`, name: '' };
}

/** Whether this stands in for somebody who was forgotten. */
export function isForgotten({ id }: Pick<Person, 'id'>): boolean {
  return id.startsWith('forgotten-');
}

/** Whether a stored value holds the id of a person anywhere. */
export function mentions(value: unknown, personId: string): boolean {
  return holds(value, personId.toLowerCase());
}

function holds(value: unknown, personId: string): boolean {
  if (typeof value === 'string') return isIdOf(personId, value);
  if (typeof value !== 'object' || value === null) return false;
  for (const inner of Object.values(value)) if (holds(inner, personId)) return true;
  return false;
}

/**
 * A stored value with another person in the place of one: wherever it holds `{ id, name }` of that person, or the id by
 * itself. The same value when it does not mention them.
 */
export function withoutPerson<T>(value: T, personId: string, instead: Person): T {
  // A text takes the place of a text and a person that of a person, so the shape stays; a walk over unknowns cannot say so.
  return replaced(value, personId.toLowerCase(), instead) as T;
}

function replaced(value: unknown, personId: string, instead: Person): unknown {
  if (typeof value === 'string') return isIdOf(personId, value) ? instead.id : value;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const next = items.map((item) => replaced(item, personId, instead));
    return next.every((item, at) => item === items[at]) ? value : next;
  }
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value);
  const isThem = fields.some(([key, field]) => key === 'id' && typeof field === 'string' && isIdOf(personId, field));
  const next = fields.map(
    ([key, field]) => [key, isThem && key === 'name' ? instead.name : replaced(field, personId, instead)] as const,
  );
  return next.every(([, field], at) => field === fields[at]?.[1]) ? value : Object.fromEntries(next);
}

function isIdOf(personId: string, text: string): boolean {
  return text.length === personId.length && text.toLowerCase() === personId;
}
