import { UNITS } from '../../domain/span';
import type { Unit } from '../../domain/span';
import type { Item, Role } from './words';

/** Where something is at an item, as the role asks. */
export function valueAt(items: readonly Item[], at: number, role: Role): string | undefined {
  const found = items[at]?.meanings.find((meaning) => meaning.role === role);
  return found === undefined ? undefined : (found.value ?? '');
}

export function is(items: readonly Item[], at: number, role: Role): boolean {
  return valueAt(items, at, role) !== undefined;
}

export function unitIn(items: readonly Item[], at: number): Unit | undefined {
  const said = valueAt(items, at, 'unit');
  return UNITS.find((unit) => unit === said);
}
