/** Whether two values say the same, field by field; a field that is undefined is none. A sync asks this of every account. */
export function sameFields(a: object, b: object, except?: string): boolean {
  return includesFields(a, b, except) && includesFields(b, a, except);
}

/** Whether everything that `some` says is said by `all`, too. */
export function includesFields(all: object, some: object, except?: string): boolean {
  for (const name of Object.keys(some))
    if (name !== except && !isSame(Reflect.get(all, name), Reflect.get(some, name))) return false;
  return true;
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  const areObjects = typeof a === 'object' && typeof b === 'object' && a !== null && b !== null;
  return areObjects && JSON.stringify(a) === JSON.stringify(b);
}
