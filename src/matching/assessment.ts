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
  /** Decisions known for this very tenant, for example under another provider. */
  readonly remembered?: readonly { readonly customerId: string; readonly name: string }[];
  /** A customer that is weighed and told of however low it comes out. */
  readonly including?: string | undefined;
  /** How many other tenants are mapped to this customer. */
  readonly mappedElsewhere?: (customerId: string) => number;
}

/** A fact about tenant and customer that needs no model. */
export interface Known {
  readonly customerId: string;
  readonly code: 'remembered' | 'same-tenant-id';
  /** The name that was remembered. */
  readonly name: string;
}

/** Log-odds. A decision of a person or an equal id outweighs every difference of names, but two of them cancel out. */
export const KNOWN_WEIGHT = { 'remembered': 12, 'same-tenant-id': 9 } as const;
/** The same for a typed name that is an id, a number or a domain of the entry. */
export const TYPED_ID_WEIGHT = 9;
/** A customer with a tenant of its own can have a second one, but mostly has not. */
const MAPPED_WEIGHT = -1;
const DEFAULT_LIMIT = 5;

export function weightsOf(known: readonly Known[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { customerId, code } of known)
    weights.set(customerId, (weights.get(customerId) ?? 0) + KNOWN_WEIGHT[code]);
  return weights;
}

export function assess(ranking: Ranking, known: readonly Known[], model: Model, options: CandidateOptions): Assessment {
  const ranked = withMapped(ranking.ranked, options.mappedElsewhere);
  const limit = options.limit ?? DEFAULT_LIMIT;
  const told = ranked.filter(({ one }, index) => index < limit || one.record.id === options.including);
  const candidates = told.map(({ one, probability, mapped }): Candidate => {
    const facts = known.filter((fact) => fact.customerId === one.record.id).map(factOf);
    if (mapped > 0) facts.push({ code: 'already-mapped', side: 'against', weight: MAPPED_WEIGHT, count: mapped });
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

function factOf({ code, name }: Known): Evidence {
  const weight = KNOWN_WEIGHT[code];
  return code === 'remembered' ? { code, side: 'for', weight, name } : { code, side: 'for', weight };
}

interface Weighed {
  readonly one: Ranked;
  readonly probability: number;
  readonly mapped: number;
}

function withMapped(ranked: readonly Ranked[], mappedElsewhere: CandidateOptions['mappedElsewhere']): Weighed[] {
  const weighed = ranked.map((one) => {
    const mapped = mappedElsewhere?.(one.record.id) ?? 0;
    return { one, mapped, odds: Math.exp(one.score + (mapped > 0 ? MAPPED_WEIGHT : 0)) };
  });
  const total = weighed.reduce((sum, { odds }) => sum + odds, 1);
  return weighed
    .map(({ one, mapped, odds }) => ({ one, mapped, probability: odds / total }))
    .sort((a, b) => b.probability - a.probability);
}
