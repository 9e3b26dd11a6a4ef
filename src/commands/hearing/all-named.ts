import { companiesOf } from '../no-names';
import type { Understanding } from '../understanding';
import type { Recognised } from './recognise';

/** So likely must be what was learned to count for more names than the grammar found. */
const CERTAIN = 0.9;

/** Behind "and" it may be the end of a name: "Harbour Light and Power". */
function isListed(name: string, text: string): boolean {
  return /[,;]\s*$/.test(text.slice(0, text.indexOf(name)));
}

/** "Status fabrikam, litware": where both hear the same question, no name that one of them heard is left out. */
export function withAllNamed(heard: Understanding, learned: Recognised, text: string): Understanding {
  if (heard.outcome !== 'understood' || learned.share < CERTAIN) return heard;
  const { intent } = heard;
  if (!('companies' in intent) || learned.intent?.name !== intent.name) return heard;
  const [read, all] = [companiesOf(intent), companiesOf(learned.intent)];
  const more = all.filter((name) => !read.includes(name));
  const isMore = more.length > 0 && all.length === read.length + more.length;
  return isMore && more.every((name) => isListed(name, text))
    ? { ...heard, intent: { ...intent, companies: all } }
    : heard;
}
