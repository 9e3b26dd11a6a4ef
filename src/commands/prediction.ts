import type { Understanding } from './understand';

/** A reading in the words of the utterance data. */
export interface Prediction {
  readonly intent: string;
  readonly args: Readonly<Record<string, unknown>>;
}

const UNKNOWN: Prediction = { intent: 'unknown', args: {} };

/**
 * The data knows fewer intents than the bot: a question about one's watches, learned names or the sources is `unknown`
 * there, help has no topic, a status is not asked for one fact, and lists are narrowed down by a period alone.
 */
export function toPrediction(understanding: Understanding): Prediction {
  if (understanding.outcome !== 'understood') return UNKNOWN;
  const { name, ...args } = understanding.intent;
  // Nobody knew of invitations: what was open was what waited for a customer.
  if (name === 'invitations') return { intent: 'list', args: { what: 'pending' } };
  if (name === 'invited' || name === 'uninvite' || name === 'endings') return UNKNOWN;
  if (name === 'watches' || name === 'names' || name === 'health') return UNKNOWN;
  if (understanding.intent.name === 'status')
    return { intent: name, args: { companies: understanding.intent.companies } };
  // Until when, and why, is not labelled.
  if (understanding.intent.name === 'snooze')
    return { intent: name, args: { companies: understanding.intent.companies } };
  if (understanding.intent.name === 'list') {
    const { what, period } = understanding.intent;
    return { intent: name, args: period === undefined ? { what } : { what, period } };
  }
  return { intent: name, args: name === 'help' ? {} : args };
}

/** What the data that others label knows nothing of. */
const OURS_ALONE: ReadonlySet<string> = new Set(['assign', 'unassign', 'request', 'remind', 'snooze', 'wake']);

/** The same in the words of data that others label. */
export function toLabel(understanding: Understanding): Prediction {
  const prediction = toPrediction(understanding);
  return OURS_ALONE.has(prediction.intent) ? UNKNOWN : prediction;
}
