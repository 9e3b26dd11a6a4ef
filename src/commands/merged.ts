import type { Intent } from './intent';
import { companiesOf } from './no-names';
import type { Understanding } from './understanding';

/** The same question about the companies of both; undefined where they ask different things. */
export function merged(a: Understanding, b: Understanding): Intent | undefined {
  if (a.outcome !== 'understood' || b.outcome !== 'understood' || a.intent.name !== b.intent.name) return undefined;
  const companies = [...new Set([...companiesOf(a.intent), ...companiesOf(b.intent)])];
  if (a.intent.name === 'map' || !('companies' in a.intent) || !('companies' in b.intent)) return undefined;
  const { companies: _, ...rest } = a.intent;
  const { companies: __, ...others } = b.intent;
  return JSON.stringify(rest) === JSON.stringify(others) ? { ...a.intent, companies } : undefined;
}
