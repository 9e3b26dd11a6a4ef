import { NO_REHEARSAL, rehearsesWish } from '../domain/rehearsal';
import type { Ports } from '../ports';

/**
 * How a customer that fits nobody comes about here.
 * - `service`, `line`: as the directory makes it
 * - `lacking`: the directory could, but the app has not the right
 * - `rehearsal`: the bot only rehearses, everywhere or in the conversation `where` it is wanted
 * - `off`: not at all
 */
export type CreatingHere = 'service' | 'line' | 'lacking' | 'off' | 'rehearsal';

export function creatingHere(
  { directory, permissions, rehearsal = NO_REHEARSAL }: Pick<Ports, 'directory' | 'permissions' | 'rehearsal'>,
  where?: string,
): CreatingHere {
  const { newCustomers } = directory;
  if (newCustomers === undefined) return 'off';
  if (newCustomers.by === 'line') return 'line';
  if (rehearsesWish(rehearsal, where)) return 'rehearsal';
  const seen = permissions?.last()?.all.find(({ permission }) => permission === 'dataverse-create');
  return seen?.state === 'lacking' ? 'lacking' : 'service';
}
