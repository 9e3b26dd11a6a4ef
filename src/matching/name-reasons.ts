import type { AlignedPair } from './alignment';
import type { Comparison, Scene } from './comparison';
import type { Evidence } from './evidence';
import { formName } from './form-names';
import { initials } from './similarity';

const MOST_SHARED = 3;
const CLEARLY_LIKE = 0.85;
/** Rarity from which a word that both have tells something, and from which it may be named beside one that does. */
const TELLING = 0.6;
const WORTH_NAMING = 0.5;
/** Trigram cosine from which whole names look alike: without a word in common, and with common words alone. */
const NEAR_LETTERS = 0.25;
const NEAR_NAMES = 0.5;
/** A word with a counterpart at least as like as this is not missing. */
const FOUND = 0.5;
/** A short form is clearly shorter: "turbo" is another spelling of "turbon", not short for it. */
const SHORT_FORM = 0.7;

export function nameReason(scene: Scene, comparison: Comparison, weight: number): Evidence | undefined {
  const { features: f, row } = comparison;
  const same = f.sameWords === 1 || f.sameJoined === 1;
  if (weight < 0) return same || f.wordShareLeast > 0.7 ? undefined : { code: 'other-name', side: 'against', weight };
  if (same && sameForm(comparison)) return { code: 'same-name', side: 'for', weight };
  if (same) {
    const [account, customer] = [scene.query.name.legal, row.legal].map((forms) => formName(forms[0] ?? ''));
    return { code: 'same-name-but-legal-form', side: 'for', weight, account: account ?? '', customer: customer ?? '' };
  }
  const lead = strongestPair(scene, comparison);
  if (lead === undefined) return wholeNames(scene, comparison, weight);
  if (lead.relation !== 'equal' && lead.relation !== 'split') return pairReason(scene, comparison, lead, weight);
  return { code: 'similar-name', side: 'for', weight, shared: sharedWords(comparison) };
}

/** The two names are one but for the legal form. */
export function sameButForm({ features: f }: Comparison): boolean {
  return f.sameWords === 1 || f.sameJoined === 1;
}

function sameForm({ features }: Comparison): boolean {
  return features.legal === 0 || features.legal === 2;
}

/** The pair of words that says most, if it says anything: a common word is in too many names to be a reason. */
function strongestPair({ wordRarity: rarity }: Scene, { alignment, wordRarity }: Comparison): AlignedPair | undefined {
  let best: AlignedPair | undefined;
  let most = 0;
  for (const pair of alignment.pairs) {
    const telling = Math.min(rarity[pair.left] ?? 0, wordRarity[pair.right] ?? 0);
    if (pair.relation === 'translation' || telling < TELLING || telling * pair.likeness <= most) continue;
    most = telling * pair.likeness;
    best = pair;
  }
  return best;
}

function sharedWords({ alignment, words, wordRarity }: Comparison): string[] {
  return alignment.pairs
    .filter((pair) => pair.likeness >= CLEARLY_LIKE && (pair.relation === 'equal' || pair.relation === 'split'))
    .filter((pair) => (wordRarity[pair.right] ?? 0) >= WORTH_NAMING)
    .sort((a, b) => (wordRarity[b.right] ?? 0) - (wordRarity[a.right] ?? 0) || a.right - b.right)
    .slice(0, MOST_SHARED)
    .map((pair) => words[pair.right] ?? '');
}

function pairReason({ query }: Scene, { words }: Comparison, pair: AlignedPair, weight: number): Evidence | undefined {
  const account = query.name.words[pair.left] ?? '';
  const customer = words[pair.right] ?? '';
  const [short, long] = account.length < customer.length ? [account, customer] : [customer, account];
  return pair.relation === 'abbreviation' && short.length <= long.length * SHORT_FORM
    ? { code: 'abbreviation', side: 'for', weight, short, long }
    : { code: 'similar-spelling', side: 'for', weight, account, customer };
}

function wholeNames(
  { query }: Scene,
  { alignment, words, features: f }: Comparison,
  weight: number,
): Evidence | undefined {
  if (f.gramCosine < (alignment.pairs.length === 0 ? NEAR_LETTERS : NEAR_NAMES)) return undefined;
  const [account, customer] = [query.name.words.join(' '), words.join(' ')];
  return { code: 'similar-spelling', side: 'for', weight, account, customer };
}

/** The rarest word that one name has and the other lacks, also in a name that is written as one word. */
export function missingReason(scene: Scene, comparison: Comparison, weight: number): Evidence | undefined {
  if (weight > 0) return undefined;
  const { alignment, words, wordRarity, row, features: f } = comparison;
  // An acronym and the words that it stands for are not missing on either side.
  if (f.nameInCustomer > 0.6 || f.customerInName > 0.6) return undefined;
  const { query } = scene;
  const lacking = {
    customer: rarestMissing(query.name.words, scene.wordRarity, alignment.left, row.joined),
    account: rarestMissing(words, wordRarity, alignment.right, query.joined),
  };
  const first = f.missingOnCustomer >= f.missingOnAccount ? 'customer' : 'account';
  const on = lacking[first] === undefined ? (first === 'customer' ? 'account' : 'customer') : first;
  const word = lacking[on];
  return word === undefined ? undefined : { code: 'missing-word', side: 'against', weight, word, on };
}

function rarestMissing(
  words: readonly string[],
  rarity: readonly number[],
  likeness: Float64Array,
  otherJoined: string,
): string | undefined {
  let best: string | undefined;
  let most = 0.1;
  words.forEach((word, i) => {
    const missing = (rarity[i] ?? 0) * (1 - (likeness[i] ?? 0));
    if (missing <= most || (likeness[i] ?? 0) >= FOUND || otherJoined.includes(word)) return;
    most = missing;
    best = word;
  });
  return best;
}

export function acronymReason({ query }: Scene, comparison: Comparison, weight: number): Evidence | undefined {
  const { features: f, row, words } = comparison;
  if (weight < 0) return undefined;
  const acronym =
    f.nameInCustomer > 0.6
      ? query.joined
      : f.customerInName > 0.6
        ? row.joined
        : [
            ...query.name.words.filter((word) => word === row.initials || word === initials(words)),
            ...words.filter((word) => word === query.initials || word === query.spokenInitials),
          ].find((word) => word.length === f.acronymWord);
  return acronym === undefined ? undefined : { code: 'acronym', side: 'for', weight, acronym: acronym.toUpperCase() };
}

export function legalReason({ query }: Scene, comparison: Comparison, weight: number): Evidence | undefined {
  const { row, features: f } = comparison;
  // With equal names the form stands in the reason for them already.
  if (f.legal !== -1 || weight > 0 || sameButForm(comparison)) return undefined;
  const account = formName(query.name.legal[0] ?? '');
  return { code: 'other-legal-form', side: 'against', weight, account, customer: formName(row.legal[0] ?? '') };
}
