import type { Instant } from '../domain/time';
import type { Ports } from '../ports';

/** When this replica last asked for each of them; a look that failed leaves no trace in the record. */
const asked = new WeakMap<Ports['register'], Map<string, Instant>>();

/** Of things that are too many for one round those that were longest not asked for, noted as asked for now. */
export function longestUnasked<T extends { readonly id: string }>(
  { register, clock }: Pick<Ports, 'register' | 'clock'>,
  what: string,
  all: readonly T[],
  most: number,
): readonly T[] {
  const times = asked.get(register) ?? new Map<string, Instant>();
  asked.set(register, times);
  const at = ({ id }: T): Instant => times.get(`${what} ${id}`) ?? 0;
  // The sort is stable: those never asked for come in the order in which they are known.
  const turn = [...all].sort((a, b) => at(a) - at(b)).slice(0, most);
  const kept = new Set(all.map(({ id }) => `${what} ${id}`));
  for (const key of times.keys()) if (key.startsWith(`${what} `) && !kept.has(key)) times.delete(key);
  for (const { id } of turn) times.set(`${what} ${id}`, clock.now());
  return turn;
}
