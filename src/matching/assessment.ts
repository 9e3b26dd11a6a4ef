import type { Verdict } from '../domain/answers';
import type { Evidence } from './evidence';
import type { Model } from './model';
import type { Ranked, Ranking } from './ranking';
import { reasons } from './reasons';

export interface Candidate {
  readonly customerId: string;
  /** Calibrated, 0 to 1, comparable between accounts. */
  readonly probability: number;
  /** At most three for, the strongest first, then at most one against. */
  readonly evidence: readonly Evidence[];
}

export interface Assessment {
  readonly verdict: Verdict;
  /** Best first. Under 'nothing-fits' these are only the nearest ones. */
  readonly candidates: readonly Candidate[];
}

export interface CandidateOptions {
  /** Default 5. */
  readonly limit?: number;
  /** Decisions known for this very tenant. */
  readonly remembered?: readonly Remembered[];
  /** A customer that is weighed and told of however low it comes out. */
  readonly including?: string | undefined;
  /** How many other tenants of the same provider are mapped to this customer. */
  readonly mappedElsewhere?: (customerId: string) => number;
  /** An account that the customer has under another provider. */
  readonly accountUnder?: (customerId: string) => AccountUnder | undefined;
}

/** `under` another provider, where the tenant is mapped to the customer of that name. */
export interface Remembered {
  readonly customerId: string;
  readonly name: string;
  readonly under?: { readonly customer: string; readonly provider: string };
}

export interface AccountUnder {
  readonly name: string;
  readonly provider: string;
}

/** A fact about tenant and customer that needs no model. */
export interface Known {
  readonly customerId: string;
  readonly code: 'remembered' | 'same-tenant-id';
  /** The name that was remembered. */
  readonly name: string;
  readonly under?: Remembered['under'];
}

/** Log-odds. A decision of a person or an equal id outweighs every difference of names, but two of them cancel out. */
export const KNOWN_WEIGHT = { 'remembered': 12, 'same-tenant-id': 9 } as const;
/** The same for a typed name that is an id, a number or a domain of the entry. */
export const TYPED_ID_WEIGHT = 9;
/** A customer with a tenant of its own can have a second one, but mostly has not. */
const MAPPED_WEIGHT = -1;
/** Who buys from one provider buys from another one sooner than who buys nothing yet. */
const UNDER_WEIGHT = 0.5;
const DEFAULT_LIMIT = 5;

export function weightsOf(known: readonly Known[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { customerId, code } of known)
    weights.set(customerId, (weights.get(customerId) ?? 0) + KNOWN_WEIGHT[code]);
  return weights;
}

export function assess(ranking: Ranking, known: readonly Known[], model: Model, options: CandidateOptions): Assessment {
  const told = new Set(known.filter(({ under }) => under !== undefined).map(({ customerId }) => customerId));
  const ranked = withMapped(ranking.ranked, options, told);
  const limit = options.limit ?? DEFAULT_LIMIT;
  const shown = ranked.filter(({ one }, index) => index < limit || one.record.id === options.including);
  const candidates = shown.map(({ one, probability, mapped, under }): Candidate => {
    const facts = known.filter((fact) => fact.customerId === one.record.id).map(factOf);
    if (mapped > 0) facts.push({ code: 'already-mapped', side: 'against', weight: MAPPED_WEIGHT, count: mapped });
    if (under !== undefined) facts.push({ code: 'account-under', side: 'for', weight: UNDER_WEIGHT, ...under });
    return { customerId: one.record.id, probability, evidence: reasons(ranking, one, facts, model) };
  });
  return {
    verdict: verdictOf(
      ranked.map(({ probability }) => probability),
      model,
    ),
    candidates,
  };
}

export function verdictOf(probabilities: readonly number[], model: Pick<Model, 'thresholds'>): Verdict {
  const best = probabilities[0] ?? 0;
  if (best >= model.thresholds.thisOne) return 'this-one';
  return best < model.thresholds.nothingFits ? 'nothing-fits' : 'one-of-these';
}

function factOf({ code, name, under }: Known): Evidence {
  const weight = KNOWN_WEIGHT[code];
  if (under !== undefined) return { code: 'mapped-under', side: 'for', weight, ...under };
  return code === 'remembered' ? { code, side: 'for', weight, name } : { code, side: 'for', weight };
}

interface Weighed {
  readonly one: Ranked;
  readonly probability: number;
  readonly mapped: number;
  readonly under: AccountUnder | undefined;
}

/** `told` are the customers of whom more is known than that they have an account elsewhere. */
function withMapped(
  ranked: readonly Ranked[],
  { mappedElsewhere, accountUnder }: CandidateOptions,
  told: ReadonlySet<string>,
): Weighed[] {
  const weighed = ranked.map((one) => {
    const { id } = one.record;
    const mapped = mappedElsewhere?.(id) ?? 0;
    const under = told.has(id) ? undefined : accountUnder?.(id);
    const weight = (mapped > 0 ? MAPPED_WEIGHT : 0) + (under === undefined ? 0 : UNDER_WEIGHT);
    return { one, mapped, under, odds: Math.exp(one.score + weight) };
  });
  const total = weighed.reduce((sum, { odds }) => sum + odds, 1);
  return weighed
    .map(({ odds, ...rest }) => ({ ...rest, probability: odds / total }))
    .sort((a, b) => b.probability - a.probability);
}
