import type { Comparison, Scene } from './comparison';
import type { Evidence } from './evidence';
import { formName } from './form-names';
import { initials } from './similarity';

const MOST_SHARED = 3;
const CLEARLY_LIKE = 0.85;

export function nameReason(scene: Scene, comparison: Comparison, weight: number): Evidence | undefined {
  const { features: f, row } = comparison;
  const same = f.sameWords === 1 || f.sameJoined === 1;
  if (weight < 0) return same || f.wordShareLeast > 0.7 ? undefined : { code: 'other-name', side: 'against', weight };
  if (same && sameForm(comparison)) return { code: 'same-name', side: 'for', weight };
  if (same) {
    const [account, customer] = [scene.query.name.legal, row.legal].map((forms) => formName(forms[0] ?? ''));
    return { code: 'same-name-but-legal-form', side: 'for', weight, account: account ?? '', customer: customer ?? '' };
  }
  const shared = sharedWords(comparison);
  if (shared.length > 0) return { code: 'similar-name', side: 'for', weight, shared };
  return letterReason(scene, comparison, weight);
}

/** The two names are one but for the legal form. */
export function sameButForm({ features: f }: Comparison): boolean {
  return f.sameWords === 1 || f.sameJoined === 1;
}

function sameForm({ features }: Comparison): boolean {
  return features.legal === 0 || features.legal === 2;
}

function sharedWords({ alignment, words, wordRarity }: Comparison): string[] {
  return alignment.pairs
    .filter((pair) => pair.likeness >= CLEARLY_LIKE && (pair.relation === 'equal' || pair.relation === 'split'))
    .sort((a, b) => (wordRarity[b.right] ?? 0) - (wordRarity[a.right] ?? 0) || a.right - b.right)
    .slice(0, MOST_SHARED)
    .map((pair) => words[pair.right] ?? '');
}

function letterReason(
  { query }: Scene,
  { alignment, words, features: f }: Comparison,
  weight: number,
): Evidence | undefined {
  const [pair] = [...alignment.pairs].sort((a, b) => b.likeness - a.likeness);
  const account = query.name.words[pair?.left ?? -1];
  const customer = words[pair?.right ?? -1];
  if (pair === undefined || account === undefined || customer === undefined) {
    if (f.gramCosine < 0.25) return undefined;
    return {
      code: 'similar-spelling',
      side: 'for',
      weight,
      account: query.name.words.join(' '),
      customer: words.join(' '),
    };
  }
  if (pair.relation !== 'abbreviation') return { code: 'similar-spelling', side: 'for', weight, account, customer };
  const [short, long] = account.length < customer.length ? [account, customer] : [customer, account];
  return { code: 'abbreviation', side: 'for', weight, short, long };
}

/** The rarest word that one name has and the other lacks. */
export function missingReason(scene: Scene, comparison: Comparison, weight: number): Evidence | undefined {
  if (weight > 0) return undefined;
  const { alignment, words, wordRarity, features: f } = comparison;
  const onCustomer = f.missingOnCustomer >= f.missingOnAccount;
  const word = onCustomer
    ? rarestMissing(scene.query.name.words, scene.wordRarity, alignment.left)
    : rarestMissing(words, wordRarity, alignment.right);
  if (word === undefined) return undefined;
  return { code: 'missing-word', side: 'against', weight, word, on: onCustomer ? 'customer' : 'account' };
}

function rarestMissing(
  words: readonly string[],
  rarity: readonly number[],
  likeness: Float64Array,
): string | undefined {
  let best: string | undefined;
  let most = 0.1;
  words.forEach((word, i) => {
    const missing = (rarity[i] ?? 0) * (1 - (likeness[i] ?? 0));
    if (missing <= most) return;
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
