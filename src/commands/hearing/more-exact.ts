import { isCountryOfName } from '../among-names';
import type { Intent } from '../intent';
import type { KnownNames } from '../known-names';
import { companiesOf } from '../no-names';
import { standTogether } from './names-in';

/** The same command, with names in quotes, fewer names that the model all has too, or a time that it missed. */
export function isMoreExact(
  grammar: Intent,
  learned: Intent | undefined,
  text: string,
  known: KnownNames | undefined,
): boolean {
  if (learned === undefined || grammar.name !== learned.name) return false;
  const named = companiesOf(grammar);
  if (isQuoted(named, text)) return true;
  const mine = companiesOf(learned);
  const knows = (names: readonly string[]) => names.length > 0 && names.every((name) => known?.has(name) === true);
  // "Contoso, Fabrikam and Nobody": that nobody knows the last of a list is said, and it is not left out.
  const isPartOfList = standTogether(mine, text) && named.every((name) => mine.includes(name));
  if (knows(named) && !knows(mine) && !isPartOfList) return true;
  if (grammar.name === 'settings' && learned.name === 'settings')
    return grammar.value === learned.value && grammar.time !== undefined && learned.time === undefined;
  const names = companiesOf(grammar);
  if (mine.length === 1 && names.length > 1 && isList(mine[0] ?? '', names, text)) return true;
  // It belongs to the name before it, and must not be lost.
  if (mine.some(isCountryOfName)) return false;
  if (standTogether(mine, text)) return isOneName(names, mine, text);
  return names.length > 0 && names.length < mine.length && names.every((name) => mine.includes(name));
}

const JOINED = /^(?:,|(?:,? )(?:and|und|et|y|en)) $/;

const SEVERAL =
  /(?<!\p{L})(?:have|are|both|were|do|sind|haben|beide|ont|sont|deux|han|están|ambos|ambas|zijn|hebben|allebei)(?!\p{L})/iu;

/** "Dunmore Estates and Glebe House Care": two names of two words and more, or words that speak of several. */
function isList(whole: string, [first = '', second = '', another]: readonly string[], text: string): boolean {
  if (another !== undefined || !whole.startsWith(first) || !whole.endsWith(second)) return false;
  if (!JOINED.test(whole.slice(first.length, -second.length))) return false;
  return (first.includes(' ') && second.includes(' ')) || SEVERAL.test(text.replace(whole, ' '));
}

/** "Is Harbour Light and Power accepted?": one is asked about, and the second word by itself is no company. */
function isOneName([only, another]: readonly string[], mine: readonly string[], text: string): boolean {
  const [first = '', second = '', more] = mine;
  if (another !== undefined || more !== undefined || only !== first || second.includes(' ')) return false;
  return !SEVERAL.test(text.replace(first, ' ').replace(second, ' '));
}

function isQuoted(names: readonly string[], text: string): boolean {
  return names.length > 0 && names.every((name) => text.includes(`"${name}"`) || text.includes(`[${name}]`));
}
