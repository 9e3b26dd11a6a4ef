import type { IntentName } from '../intent';
import { deniesOnlyReason, isDenied, isDeniedOnlyBefore } from './plainly';
import type { Recognised } from './recognise';
import type { HeardWords } from './words';
import { SHOWS, TELLS } from './told-or-asked';

/** A change is proposed only where it is likelier than that. */
const PROPOSED = 0.5;
/** Where words ask, deny or report, it must be likelier, or nearly certain. */
const WARNED = 0.65;
export const SURE = 0.97;
/** So likely it must be where what is denied is the reason for it. */
const DENIED = 0.8;

/** Asked for in words that deny or give a reason, as "nothing before Monday"; whoever is asked without need loses nothing. */
const ASKED_BY_DENIAL: ReadonlySet<IntentName> = new Set<IntentName>(['snooze', 'wake', 'unassign']);

/** "Don't snooze Contoso": the very thing is denied. */
const NOT_THIS =
  /(?<!\p{L})(?:don['’]?t|do not|never|not|nicht|ne|no|niet)\s+(?:\p{L}+\s+){0,3}?(?:snooz|postpon|park|wak|vertag|verschieb|weck|report|repouss|réveill|pospon|posp[oó]n|aplaz|despiert|uitstel|wek)/iu;

/** So likely it must be where no word says by itself that a mapping is to go. */
const UNSAID = 0.85;
const FACT = /^(?:gdap|mca|csp|admin\p{L}*)$/iu;
/** "Off my list until Tuesday": what has an end is put off, not given up. */
const UNTIL = /(?<!\p{L})(?:un)?til+(?!\p{L})|(?<!\p{L})(?:bis|jusqu['’]\p{L}*|hasta|tot)(?!\p{L})/iu;

/** "Take Contoso": that a mapping is to go, some word has to say. */
function saysToTakeAway({ hits }: HeardWords): boolean {
  return hits.some((here) => here.some(({ concept }) => TAKES_AWAY.has(concept)));
}

const TAKES_AWAY: ReadonlySet<string> = new Set([
  'unmap',
  'remove',
  'undo',
  'undothat',
  'map',
  'mapping',
  'mapped',
  'neg',
]);

/** Whether what was learned is worth a question. */
export function mayPropose({ share, warned, howTo, names, intent, words }: Recognised, text: string): boolean {
  if (intent?.name === 'map' && intent.account.toLowerCase() === intent.customer.toLowerCase()) return false;
  if (TELLS.test(text)) return false;
  // "Y su GDAP de Fabrikam": what one asks of a company is none.
  if (intent?.name === 'map' && FACT.test(intent.account)) return false;
  if (intent?.name === 'unmap' && share < UNSAID && !saysToTakeAway(words)) return false;
  if (intent?.name === 'unwatch' && UNTIL.test(text)) return false;
  if (intent !== undefined && ASKED_BY_DENIAL.has(intent.name)) return share >= PROPOSED && !NOT_THIS.test(text);
  if (intent?.name === 'undo' && SHOWS.test(text)) return share >= SURE;
  if (isDenied(text))
    return share >= SURE
      ? isDeniedOnlyBefore(text, names) || deniesOnlyReason(text)
      : share >= DENIED && deniesOnlyReason(text);
  return share >= (howTo ? SURE : warned ? WARNED : PROPOSED);
}
