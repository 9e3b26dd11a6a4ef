import { guidOf } from '../../src/sandbox/random';

const FIRST = ['Alpine', 'Borealis', 'Contoso', 'Delta', 'Elm', 'Fabrikam', 'Gale', 'Harbor', 'Iris', 'Juniper'];
const SECOND = ['Bakery', 'Logistics', 'Clinic', 'Energy', 'Foods', 'Print', 'Software', 'Timber'];

const WHERE = ['', ' North', ' Leeds', ' Nordic', ' Iberia', ' Alps'];

export function companyName(n: number): string {
  const [first, second] = [FIRST[n % 10] ?? '', SECOND[Math.floor(n / 10) % 8] ?? ''];
  return `${first} ${second}${WHERE[Math.floor(n / 80) % 6] ?? ''}`;
}

export function tenantOf(seed: string, n: number): string {
  return guidOf(seed, 'tenant', n);
}
