import type { Leaning } from './hearing/leaning';
import { likeliestOf } from './hearing/leaning';
import { NO_INTENT } from './hearing/model';
import type { ReadingCandidate } from './readings';
import { LIMIT } from './weights';

/** How much the words weigh against the grammar: chosen on the examples, as the costs of the grammar are. */
const WEIGHT = 0.4;
/** How much the words weigh that say that nothing is asked. */
const AGAINST = 0.8;
/** Words that never speak for an intent do not rule it out. */
const MOST = 5;
/** A question may cost so much more where its words speak for it, and so much less where they do not. */
const EASIER = 2;
const HARDER = 1.6;
/**
 * What changes something must be likely by its words too, unless it is said plainly; where they are certain, it may
 * cost a little more.
 */
const PLAIN = 0.25;
const LIKELY = 0.35;
const CERTAIN = 0.95;
const BONUS = 0.6;
const CLEAR = 0.85;
const HARDLY = 0.1;

/** What the words say against the command; nothing, where they were never learned for it. */
export function doubtOf(leaning: Leaning, { command }: ReadingCandidate): number {
  const share = leaning.get(command.name);
  return share === undefined ? 0 : WEIGHT * Math.min(MOST, -Math.log(share));
}

/** The highest cost at which the candidate is believed. */
export function limitOf({ command, strictness }: ReadingCandidate, leaning: Leaning): number {
  const share = leaning.get(command.name);
  if (share === undefined) return LIMIT[strictness];
  if (strictness === 'changing') {
    if (share > CERTAIN) return LIMIT.changing + BONUS;
    return Math.min(LIMIT.changing, PLAIN + share / LIKELY);
  }
  const odds = Math.log(share / (leaning.get(NO_INTENT) ?? share));
  return LIMIT.reading + Math.max(-HARDER, Math.min(EASIER, (odds < 0 ? AGAINST : WEIGHT) * odds));
}

/** What the words speak for clearly, where they say nearly nothing for the command. */
export function contradiction(leaning: Leaning, { command }: ReadingCandidate): string | undefined {
  const { name, share } = likeliestOf(leaning);
  return share >= CLEAR && (leaning.get(command.name) ?? 1) <= HARDLY ? name : undefined;
}
