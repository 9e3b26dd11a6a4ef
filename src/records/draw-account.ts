import { isKnownByRow } from '../domain/account';
import type { AccountRecord } from '../domain/account';
import type { AccountLine, AccountPicture, CandidateLine, Freshness } from '../domain/answers';
import { nameAt } from '../domain/tenant';
import type { Candidate } from '../matching/customer-index';
import type { Register } from '../register/register';
import { providerToName } from './all-providers';
import type { ProviderDeps } from './all-providers';
import { driftOf } from './drift';
import { creatingHere } from './may-create';
import { sourceDocumentId, WRITES } from './note-source';
import { sistersAlong } from './sisters';
import type { Ports } from '../ports';

/** How many candidates a card shows. */
const CANDIDATES = 5;

type Deps = Pick<
  Ports,
  'register' | 'providers' | 'clock' | 'searchesAsYouType' | 'directory' | 'permissions' | 'rehearsal'
>;

/** All that a card about this account shows, from memory. Candidates are looked for only while the account is open. */
export function drawAccount(deps: Deps, record: AccountRecord): AccountPicture {
  if (record.mapping.state !== 'open') return drawFacts(deps, record);
  const assessment = deps.register.assess(record, CANDIDATES);
  const facts = drawFacts(deps, record);
  const [best] = assessment.candidates;
  const { sisters = [] } = facts;
  const along = best === undefined ? [] : sistersAlong(deps.register, sisters, best.customerId);
  return {
    ...facts,
    ...(along.length === 0 ? {} : { along }),
    verdict: assessment.verdict,
    candidates: assessment.candidates
      .filter(isWorthALook)
      .map((c) => candidateLine(deps, record, c))
      .filter((c) => c !== undefined),
  };
}

/** The same without candidates, for answers that show none: finding them is the dear part. */
export function drawFacts(deps: Deps, record: AccountRecord): AccountPicture {
  const providerName = providerToName(deps, record);
  const support = supportNow(deps, record);
  const sisters = deps.register.kin.sistersOf(record);
  const drift = driftOf(deps.register, record, sisters);
  const creates = creatingHere(deps);
  return {
    ...(support === undefined ? {} : { support }),
    ...(sisters.length === 0 ? {} : { sisters }),
    ...(drift.length === 0 ? {} : { drift }),
    record: confirmedByList(deps, record),
    ...(providerName === undefined ? {} : { providerName }),
    verdict: 'nothing-fits',
    candidates: [],
    freshness: freshness(deps),
    now: deps.clock.now(),
    ...(deps.searchesAsYouType ? { searchesAsYouType: true } : {}),
    ...(creates === 'service' || creates === 'line' ? { creates } : {}),
  };
}

/**
 * A list that was read to its end confirms the relationship of every account that did not change with it. That is kept
 * once, with the list, and not in each of its accounts.
 */
function confirmedByList({ register }: Pick<Deps, 'register'>, record: AccountRecord): AccountRecord {
  const { reseller } = record.acceptance;
  const list = register.source(sourceDocumentId(`accounts:${record.providerId}`));
  if (!('checkedAt' in reseller) || reseller.state === 'ended') return record;
  if (list?.lastCompleteAt === undefined || list.unconfirmed !== undefined) return record;
  if (list.lastCompleteAt <= reseller.checkedAt) return record;
  const checked = { ...reseller, checkedAt: list.lastCompleteAt };
  return { ...record, acceptance: { ...record.acceptance, reseller: checked } };
}

/** How many candidates are looked through for the one that was chosen. */
const LOOKED_THROUGH = 25;

/** What was so when somebody chose may not be so any more once a name has changed. */
function supportNow({ register }: Deps, record: AccountRecord): AccountPicture['support'] {
  const { mapping, formerNames, tenant } = record;
  if (mapping.state !== 'mapped') return undefined;
  if (mapping.chosenAs === undefined && nameAt(formerNames, tenant.name, mapping.at) === undefined) return undefined;
  const { candidates } = register.assessAnew(record, LOOKED_THROUGH);
  const chosen = candidates.find(({ customerId }) => customerId === mapping.customer.id);
  return { evidence: chosen?.evidence ?? [], probability: chosen?.probability ?? 0 };
}

/** Below this probability a candidate only makes the list longer. */
export const WORTH_A_LOOK = 0.02;

function isWorthALook({ probability, evidence }: Candidate): boolean {
  return probability >= WORTH_A_LOOK && evidence.some((e) => e.side === 'for');
}

function candidateLine({ register }: Deps, record: AccountRecord, candidate: Candidate): CandidateLine | undefined {
  const customer = register.customer(candidate.customerId);
  if (customer === undefined) return undefined;
  return {
    customer,
    probability: candidate.probability,
    evidence: candidate.evidence,
    mappedAccounts: register.mappedCount(customer.id, record.id),
    ...underOthers(register, record, customer.id),
  };
}

/** Under which other providers the customer has accounts already. */
export function underOthers(
  register: Pick<Register, 'kin' | 'accountsOfCustomer'>,
  { providerId }: AccountRecord,
  customerId: string,
): Pick<CandidateLine, 'under'> {
  const { kin } = register;
  if (!kin.areSeveral) return {};
  const others = register.accountsOfCustomer(customerId).filter((account) => account.providerId !== providerId);
  return others.length === 0 ? {} : { under: [...new Set(others.map((account) => kin.nameOf(account)))] };
}

/** How old our picture of each source is. */
export function freshness({ register }: Pick<Deps, 'register'>): Freshness[] {
  return [...register.allSources()]
    .filter((s) => s.part !== WRITES)
    .map((s): Freshness => ({
      source: sourceOf(s.part),
      part: s.part.split(/[:@]/)[0] ?? s.part,
      ...(s.name === undefined ? {} : { name: s.name }),
      ...(s.lastCompleteAt === undefined ? {} : { asOf: s.lastCompleteAt }),
      ...(s.trouble === undefined ? {} : { trouble: s.trouble }),
      ...(s.troubleSince === undefined ? {} : { troubleSince: s.troubleSince }),
      ...(s.leftOut === undefined ? {} : { leftOut: s.leftOut }),
      ...(s.missing === undefined ? {} : { missing: s.missing }),
    }))
    .sort((a, b) => (a.part < b.part ? -1 : 1));
}

function sourceOf(part: string): Freshness['source'] {
  if (part.startsWith('accounts')) return isKnownByRow({ providerId: part.slice(9) }) ? 'work365' : 'partner-center';
  return part.endsWith('@file') ? 'customer-file' : 'work365';
}

export function accountLine(deps: ProviderDeps, record: AccountRecord): AccountLine {
  const { tenant, mapping, acceptance } = record;
  const reseller = acceptance.reseller;
  const provider = providerToName(deps, record);
  return {
    accountId: record.id,
    name: tenant.name,
    ...(tenant.defaultDomain === undefined ? {} : { domain: tenant.domains?.[0] ?? tenant.defaultDomain }),
    tenantId: record.tenantId,
    ...(provider === undefined ? {} : { provider }),
    state: mapping.state,
    ...(mapping.state === 'mapped' ? { customer: mapping.customer } : {}),
    ...(reseller.state === 'accepted' ? { accepted: reseller.since } : {}),
    ...(record.directoryRow?.createdAt === undefined ? {} : { rowCreatedAt: record.directoryRow.createdAt }),
    firstSeenAt: record.firstSeenAt,
  };
}
