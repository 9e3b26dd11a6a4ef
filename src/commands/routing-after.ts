import { LONGEST, routingSaid } from './routing-said';
import type { RoutingSaid } from './routing-said';

/** What is said of a choice that was just made: "and Austria as well", "no, Swiss ones too", "back to all". */

const CORRECTS =
  /^(?:(?:no|nope)(?=[,.!:;–—-])|(?:nein|nee|ne|nö|non|oh|ah|ach|wait|sorry|actually|halt|pardon|perdón|perdona|wacht|doch)(?!\p{L}))[\s,.!:;–—-]*/iu;
const ADDS = /^(?:and|und|et|y|e|en|plus|also)(?!\p{L})[\s,]*/iu;
const BACK =
  /^(?:(?:and )?(?:go |please )?back to|zurück (?:zu|auf)|wieder (?:zu|auf)|(?:retour|reviens|revenir|on revient) à|(?:volver|vuelve|volvamos) a|(?:terug|ga terug) naar)(?!\p{L})\s*/iu;
const NO_ALSO = /^no\s+(?=.*(?:too|as well|also)[\s.!]*$)/iu;

/** "Not Austria, Germany"; "Germany, not Austria". */
const INSTEAD =
  /^(?:not|nicht|pas|no|niet)\s+[^,;]+?(?:\s*[,;]\s*(?:but|sondern|mais|sino|maar)?|\s+(?:but|sondern|mais|sino|maar))\s+(?!(?:not|nicht|pas|no|niet|nor)(?!\p{L}))(?<this>.+)$|^(?!(?:not|nicht|pas|no|niet)(?!\p{L}))(?<that>[^,;]+?)\s*[,;]\s*(?:and )?(?:not|nicht|pas|no|niet)\s.+$/iu;

export function routingAfter(text: string, providers: readonly string[]): RoutingSaid | undefined {
  if (text.length > LONGEST) return undefined;
  const corrected = text.trim().replace(NO_ALSO, '');
  const without = corrected.replace(CORRECTS, '').replace(BACK, '');
  const { this: second, that: first } = INSTEAD.exec(without)?.groups ?? {};
  const instead = second ?? first;
  if (instead !== undefined) {
    const said = routingSaid(instead.replace(ADDS, ''), providers, 'after');
    return said === undefined || said.what === 'all' || said.what === 'not' ? undefined : { ...said, what: 'only' };
  }
  const rest = without.replace(ADDS, '');
  const said = rest === '' ? undefined : routingSaid(rest, providers, 'after');
  if (said?.what !== 'these') return said;
  if (rest !== without) return { ...said, what: 'also' };
  return without === text.trim() ? said : { ...said, what: 'only' };
}
