import type { Comparison } from './comparison';
import type { Evidence } from './evidence';
import { FEATURE_COUNT, FEATURES, toVector, type FeatureGroup } from './features';
import { acronymReason, legalReason, missingReason, nameReason, sameButForm } from './name-reasons';
import type { Model } from './model';
import type { Ranked, Ranking } from './ranking';
import type { Scene } from './comparison';
import { shareOut } from './trees';
import { domainReason, labelReason, sharingReason, websiteReason } from './web-reasons';

const MOST_FOR = 3;
/** Log-odds below which a reason is not worth a line. */
const LEAST_WEIGHT = 0.05;
/** Others whose score is this near, in log-odds, "fit about as well". */
const NEAR = 1.5;
/** That others fit as well is worth saying only of a candidate that fits at all. */
const LEAST_CHANCE = 0.02;

/** What the columns of a group together have to say; undefined if nothing that holds of the two records. */
export type ReasonWriter = (scene: Scene, comparison: Comparison, weight: number) => Evidence | undefined;

type Shares = Record<FeatureGroup, number>;

/** `shape`, `land` and `web` say nothing by themselves; `web` is counted to whichever of its kin is strongest. */
const WRITERS: readonly (readonly [FeatureGroup, ReasonWriter])[] = [
  ['name', nameReason],
  ['missing', missingReason],
  ['acronym', acronymReason],
  ['legal', legalReason],
  ['country', countryReason],
  ['city', cityReason],
  ['domain', domainReason],
  ['sharing', sharingReason],
  ['label', labelReason],
  ['website', websiteReason],
  ['tenant', tenantReason],
];

/** The facts, and the groups of columns that moved the score most, as reasons; each says only what holds of the two records. */
export function reasons(
  ranking: Ranking,
  one: Ranked,
  facts: readonly Evidence[],
  model: Pick<Model, 'accounts'>,
): Evidence[] {
  const shares = sharesOf(one.comparison, model);
  const found = [...facts];
  for (const [group, write] of WRITERS) {
    const weight = shares[group];
    if (Math.abs(weight) < LEAST_WEIGHT) continue;
    const evidence = write(ranking.scene, one.comparison, weight);
    if (evidence !== undefined) found.push(evidence);
  }
  const rivals = rivalReason(ranking, one);
  if (rivals !== undefined) found.push(rivals);
  const inFavour = found.filter((e) => e.side === 'for').sort((a, b) => b.weight - a.weight);
  const against = found.filter((e) => e.side === 'against').sort((a, b) => a.weight - b.weight);
  return [...inFavour.slice(0, MOST_FOR), ...against.slice(0, 1)];
}

/** The trees' score divided among the groups of columns. */
export function sharesOf(comparison: Comparison, model: Pick<Model, 'accounts'>): Shares {
  const vector = new Float64Array(FEATURE_COUNT);
  const columns = new Float64Array(FEATURE_COUNT);
  toVector(comparison.features, vector);
  shareOut(model.accounts, vector, columns);
  const shares: Shares = {
    name: 0,
    missing: 0,
    shape: 0,
    acronym: 0,
    legal: 0,
    country: 0,
    land: 0,
    city: 0,
    domain: 0,
    sharing: 0,
    label: 0,
    website: 0,
    web: 0,
    tenant: 0,
    rivals: 0,
  };
  for (let i = 0; i < FEATURE_COUNT; i++) {
    const group = FEATURES[i]?.[1];
    const share = columns[i] ?? 0;
    if (group !== undefined && share !== 0) shares[group] += share;
  }
  if (shares.web > 0) shares[strongest(shares)] += shares.web;
  if (sameButForm(comparison)) shares.name += Math.max(0, shares.legal);
  return shares;
}

function strongest(shares: Shares): 'domain' | 'label' | 'website' {
  if (shares.domain >= shares.label && shares.domain >= shares.website) return 'domain';
  return shares.label >= shares.website ? 'label' : 'website';
}

/** The odds of a candidate are its score less what all the others take from it; that share is told if some of them are near. */
function rivalReason({ ranked }: Ranking, one: Ranked): Evidence | undefined {
  if (one.probability < LEAST_CHANCE) return undefined;
  const others = ranked.filter((other) => other !== one);
  const count = others.filter((other) => Math.abs(other.score - one.score) < NEAR).length;
  if (count === 0) return undefined;
  const taken = Math.log(others.reduce((sum, other) => sum + Math.exp(other.score), 1));
  return taken < LEAST_WEIGHT ? undefined : { code: 'near-rivals', side: 'against', weight: -taken, count };
}

function countryReason({ query }: Scene, { row, features }: Comparison, weight: number): Evidence | undefined {
  if (features.country === 1 && weight > 0)
    return { code: 'same-country', side: 'for', weight, country: query.country };
  if (features.country !== -1 || weight > 0) return undefined;
  return { code: 'other-country', side: 'against', weight, account: query.country, customer: row.record.country };
}

function cityReason(_: Scene, { row, features }: Comparison, weight: number): Evidence | undefined {
  if (features.city !== 1 || weight < 0) return undefined;
  const city = row.record.city.replace(/(^| )\S/g, (letter) => letter.toUpperCase());
  return { code: 'city-in-name', side: 'for', weight, city };
}

function tenantReason(_: Scene, { features }: Comparison, weight: number): Evidence | undefined {
  // Equal ids are a fact and stand among the facts already.
  return features.tenant === -1 && weight < 0 ? { code: 'other-tenant-id', side: 'against', weight } : undefined;
}
