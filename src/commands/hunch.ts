import { timesIn } from './clock-time';
import { toPeriod } from './values';
import { guessName, hinted } from './did-you-mean';
import type { Intent } from './intent';
import { likeliestOf } from './intent-model';
import type { Leaning } from './intent-model';
import type { Sentence } from './sentence';

/** The words must speak for it at least so clearly. */
const CLEAR = 0.85;
/** A name that costs more is not believed to be one. */
const SURE_NAME = 0.3;

/**
 * What is probably asked where no grammar fits: only questions, which change nothing, and only when all that the
 * question needs stands in the message.
 */
export function hunch(sentence: Sentence, leaning: Leaning): Intent | undefined {
  const { name, share } = likeliestOf(leaning);
  if (share < CLEAR) return undefined;
  const company = companyIn(sentence);
  switch (name) {
    case 'status':
    case 'who_mapped':
      return company === undefined ? undefined : { name, companies: [company] };
    case 'show':
      return company === undefined ? undefined : { name, companies: [company], what: shownIn(sentence) };
    case 'history':
      return company === undefined ? pastIn(sentence) : { name, companies: [company] };
    case 'invite_link':
      return company === undefined ? { name } : { name, companies: [company] };
    case 'list':
      return company === undefined ? listIn(sentence) : undefined;
    case 'help':
      return helpIn(sentence);
    case 'greeting':
      return timesIn(sentence.tokens).length > 0 ? undefined : { name };
    case 'thanks':
      return { name };
    default:
      return undefined;
  }
}

/** Help with the command that is named. */
function helpIn(sentence: Sentence): Intent {
  const topic = hinted(sentence).find((name) => name !== 'help');
  return topic === undefined ? { name: 'help' } : { name: 'help', topic };
}

function companyIn(sentence: Sentence): string | undefined {
  const { name, cost = Infinity } = guessName(sentence);
  return cost <= SURE_NAME ? name : undefined;
}

function shownIn(sentence: Sentence): 'overview' | 'subscriptions' | 'licences' | 'users' {
  return (['licences', 'subscriptions', 'users'] as const).find((what) => sentence.has(what)) ?? 'overview';
}

function pastIn(sentence: Sentence): Intent {
  const period = periodIn(sentence);
  return period === undefined ? { name: 'history' } : { name: 'history', period };
}

function listIn(sentence: Sentence): Intent | undefined {
  const period = periodIn(sentence);
  const when = period === undefined ? {} : { period };
  const says = (...concepts: readonly Parameters<Sentence['has']>[0][]) => concepts.some((one) => sentence.has(one));
  if (says('unmapped', 'map', 'mapped', 'mapping')) return { name: 'list', what: 'unmapped', ...when };
  if (says('neg', 'pending', 'still')) return { name: 'list', what: 'pending', ...when };
  return says('accept', 'acceptnow', 'fresh') ? { name: 'list', what: 'accepted', ...when } : undefined;
}

function periodIn(sentence: Sentence) {
  return toPeriod(sentence.hitsOf('period').find((hit) => hit.value !== undefined)?.value);
}
