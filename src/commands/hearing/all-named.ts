import { companiesOf } from '../no-names';
import type { Understanding } from '../understanding';
import type { Recognised } from './recognise';

/** So likely must be what was learned to count for more names than the grammar found. */
const CERTAIN = 0.9;

/** "Status fabrikam, litware": where both hear the same question, no name that one of them heard is left out. */
export function withAllNamed(heard: Understanding, learned: Recognised): Understanding {
  if (heard.outcome !== 'understood' || learned.share < CERTAIN) return heard;
  const { intent } = heard;
  if (!('companies' in intent) || learned.intent?.name !== intent.name) return heard;
  const [read, all] = [companiesOf(intent), companiesOf(learned.intent)];
  const isMore = all.length > read.length && read.every((name) => all.includes(name));
  return isMore ? { ...heard, intent: { ...intent, companies: all } } : heard;
}
