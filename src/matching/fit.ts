import { companyName, type CompanyName } from './company-name';
import type { Comparison } from './comparison';
import type { Explanation } from './explanation';
import type { Query } from './query';

/**
 * How what was typed stands to a name: `same`: the name but for case, accents, order, legal form and words of structure;
 * `slip`: that, mistyped; `part`: a part of it, its beginning or its initials, and nothing typed contradicts; `against`:
 * something typed is not in the name.
 */
export type NameFit = 'same' | 'slip' | 'part' | 'against';

/** One letter is no part of a name that anybody could mean. */
const LEAST_PART = 2;
/** With fewer letters, a whole name with a slip is another word. */
const LEAST_SLIP = 4;

export function fitOf(query: Query, { features: f, row }: Comparison, e: Explanation): NameFit {
  if (f.sameWords === 1 || f.sameJoined === 1) return sameButSmallWords(query, companyName(row.raw));
  const letters = query.joined.length;
  if (letters < LEAST_PART) return 'against';
  if (e.foreign > 0 || (e.numbers & 1) > 0 || e.equal + e.shortened + e.slips === 0) {
    // A word too many is no slip, however short it is: something of the name has to stand for it.
    const slips = e.numbers > 0 || e.missing === 0 ? MANY : f.nameEdits;
    if (slips <= 2 && letters >= slips * LEAST_SLIP) return 'slip';
    return f.nameInCustomer >= 1 || f.spokenPrefix === 1 ? 'part' : 'against';
  }
  if (e.missing > 0 || e.shortened > 0 || e.town > 0) return 'part';
  return e.slips === 0 ? 'same' : 'slip';
}

const MANY = 9;

/**
 * The words are the same without the small ones. One that ends a name joins nothing: "NEU.DE" is not "Neu", and who types
 * "seoyon e" has not said "Seoyon".
 */
export function sameButSmallWords(query: Query, name: CompanyName): NameFit {
  const typed = endsSmall(query.name);
  const named = endsSmall(name);
  if (typed === named) return 'same';
  return typed === undefined ? 'part' : 'against';
}

function endsSmall({ words, spoken }: CompanyName): string | undefined {
  const last = spoken[spoken.length - 1];
  return words.includes(last ?? '') ? undefined : last;
}
