import { guidOf } from '../../src/sandbox/random';

const FIRST = ['Alpine', 'Borealis', 'Contoso', 'Delta', 'Elm', 'Fabrikam', 'Gale', 'Harbor', 'Iris', 'Juniper'];
const SECOND = ['Bakery', 'Logistics', 'Clinic', 'Energy', 'Foods', 'Print', 'Software', 'Timber'];

export function companyName(n: number): string {
  return `${FIRST[n % FIRST.length]} ${SECOND[Math.floor(n / FIRST.length + n) % SECOND.length]}`;
}

export function tenantOf(seed: string, n: number): string {
  return guidOf(seed, 'tenant', n);
}
