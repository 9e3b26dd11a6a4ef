import { editsTo } from './edits';

/** Rows of keys; on other keyboards for Latin letters only a few lie elsewhere. */
const KEYS: readonly string[] = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** The keys around a key. */
export const NEIGHBOURS: ReadonlyMap<string, string> = neighbours();

function neighbours(): Map<string, string> {
  const found = new Map<string, string>();
  KEYS.forEach((row, r) => {
    Array.from(row).forEach((key, c) => {
      const around = [
        row[c - 1],
        row[c + 1],
        KEYS[r - 1]?.[c],
        KEYS[r - 1]?.[c + 1],
        KEYS[r + 1]?.[c - 1],
        KEYS[r + 1]?.[c],
      ];
      found.set(key, around.filter((k) => k !== undefined).join(''));
    });
  });
  return found;
}

/** How readily a hand makes a slip: two letters swapped or one doubled, a neighbouring key, a letter left out, anything else. */
export const SLIP = { other: 0, dropped: 1, neighbour: 2, swapped: 3 } as const;

/** The slip that leads from a word to what was typed; undefined unless exactly one does. */
export function slipBetween(typed: string, word: string): number | undefined {
  if (Math.abs(typed.length - word.length) > 1 || typed === word || editsTo(typed, word).toWhole !== 1)
    return undefined;
  let at = 0;
  while (at < typed.length && typed.charCodeAt(at) === word.charCodeAt(at)) at++;
  if (typed.length < word.length) return word.charAt(at) === word.charAt(at - 1) ? SLIP.swapped : SLIP.dropped;
  if (typed.length > word.length) return added(typed, at);
  if (typed.charAt(at) === word.charAt(at + 1) && typed.charAt(at + 1) === word.charAt(at)) return SLIP.swapped;
  return beside(typed.charAt(at), word.charAt(at)) ? SLIP.neighbour : SLIP.other;
}

function added(typed: string, at: number): number {
  const letter = typed.charAt(at);
  if (letter === typed.charAt(at - 1) || letter === typed.charAt(at + 1)) return SLIP.swapped;
  return beside(letter, typed.charAt(at - 1)) || beside(letter, typed.charAt(at + 1)) ? SLIP.neighbour : SLIP.other;
}

function beside(a: string, b: string): boolean {
  return b !== '' && (NEIGHBOURS.get(a)?.includes(b) ?? false);
}
