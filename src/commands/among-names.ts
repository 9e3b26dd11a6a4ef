import type { Intent } from './intent';
import type { KnownNames } from './known-names';
import { spacedWords } from './name-like';

/**
 * What several names of one question say of each other: "Proseware Ltd, UK" is one company with its country, and "coho
 * winery and vineyard" are Coho Winery and Coho Vineyard.
 */
export function amongNames(text: string, intent: Intent, known: KnownNames | undefined): Intent {
  if (!isQuestion(intent) || intent.companies === undefined || known === undefined) return intent;
  const companies = withShared(withCountries(text, parted(intent.companies, known)), known);
  return companies.join('\n') === intent.companies.join('\n') ? intent : { ...intent, companies };
}

type OfCompanies = Extract<Intent, { readonly name: 'status' | 'show' | 'who_mapped' | 'history' }>;

/** A change is proposed or made for the names as they were read. */
function isQuestion(intent: Intent): intent is OfCompanies {
  return ['status', 'show', 'who_mapped', 'history'].includes(intent.name);
}

/** Written so, these are seldom a company; other countries' codes often are. */
const COUNTRY = /^(?:UK|US|GB|USA)$/;

export function isCountryOfName(name: string): boolean {
  return COUNTRY.test(name);
}

const JOIN = /\s+(?:and|und|et|y|en)\s+/u;

/** "Contoso, Fabrikam and Nobody": the last two of a list are no one name where the first of them is somebody's. */
function parted(names: readonly string[], known: KnownNames): readonly string[] {
  if (names.length < 2) return names;
  return names.flatMap((name) => {
    const join = JOIN.exec(name);
    if (join === null || known.has(name)) return [name];
    const first = name.slice(0, join.index);
    return known.has(first) ? [first, name.slice(join.index + join[0].length)] : [name];
  });
}

/** A country in capitals behind a comma, or behind the name where it looks like a word ("Contoso Ltd US"). */
function withCountries(text: string, names: readonly string[]): readonly string[] {
  const shouted = !/\p{Ll}/u.test(text);
  const merged: string[] = [];
  for (const name of names) {
    const before = merged.at(-1);
    const behind = before !== undefined && isCountryOfName(name) ? `${before}, ${name}` : undefined;
    if (behind !== undefined) merged[merged.length - 1] = behind;
    else merged.push(!shouted && isInUS(name, text) ? `${name} US` : name);
  }
  return merged;
}

function isInUS(name: string, text: string): boolean {
  const whole = `${name} US`;
  // Of the many names of a long list hardly one stands so.
  return text.includes(whole) && new RegExp(`${escaped(whole)}(?![\\p{L}\\p{N}])`, 'u').test(text);
}

function withShared(names: readonly string[], known: KnownNames): readonly string[] {
  return names.map((name, at) => {
    const before = at === 0 || name.includes(' ') ? [] : spacedWords(names[at - 1] ?? '').slice(0, -1);
    const whole = [...before, name].join(' ');
    return before.length > 0 && known.has(whole) ? whole : name;
  });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
