import type { Customer } from '../../src/domain/customer';
import { companyName } from '../../src/matching/company-name';

const LEAST_NAMES = 5;

/** Words of at least five customers' names, with their share in per mille: what is common in company names anywhere. */
export function backgroundOf(customers: readonly Customer[]): string {
  const counts = new Map<string, number>();
  for (const customer of customers) {
    for (const word of new Set(companyName(customer.name).words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= LEAST_NAMES)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([word, count]) => `${word}:${Number(((1000 * count) / customers.length).toPrecision(2))}`)
    .join(' ');
}

export function readBackground(text: string): Map<string, number> {
  return new Map(
    text
      .split(' ')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const [word, perMille] = pair.split(':');
        return [word!, Number(perMille) / 1000];
      }),
  );
}
