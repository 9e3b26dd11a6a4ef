import type { FilterAsked } from '../../domain/asked-filter';
import { PERIODS } from '../intent';
import type { Intent, ListWhat, PeriodName } from '../intent';
import type { Understanding } from '../understanding';
import type { FilterHeard } from './filter-asked';

/** The list that is asked for; of who has not accepted there is none, whatever else was asked of them. */
export function ofFilter({ filter, language, notAccepted }: FilterHeard, text: string): Understanding {
  const heard = { outcome: 'understood' as const, language, evidence: [`filter "${text}"`] };
  const period = periodIn(filter);
  const when = period === undefined ? {} : { period };
  if (notAccepted === true)
    return { ...heard, intent: { name: 'list', what: 'pending', ...when }, instead: 'not-accepted' };
  const intent: Intent = { name: 'list', what: whatOf(filter), ...when, filter };
  return { ...heard, intent };
}

function whatOf({ conditions }: FilterAsked): ListWhat {
  return conditions.some(({ is, not }) => (is === 'open' || is === 'waiting') && not !== true)
    ? 'unmapped'
    : 'accepted';
}

function periodIn({ conditions }: FilterAsked): PeriodName | undefined {
  for (const condition of conditions) {
    if (condition.is !== 'accepted' || condition.span === undefined || !('named' in condition.span)) continue;
    const { named } = condition.span;
    return PERIODS.find((name) => name === named);
  }
  return undefined;
}
