import type { AccountRecord } from '../domain/account';
import type { AccountLine, AccountPicture, CandidateLine, Freshness } from '../domain/answers';
import { nameAt } from '../domain/tenant';
import type { Candidate } from '../matching/customer-index';
import { sourceDocumentId, WRITES } from './note-source';
import type { Ports } from '../ports';

/** How many candidates a card shows. */
const CANDIDATES = 5;

type Deps = Pick<Ports, 'register' | 'providers' | 'clock' | 'searchesAsYouType'>;

/** All that a card about this account shows, from memory. Candidates are looked for only while the account is open. */
export function drawAccount(deps: Deps, record: AccountRecord): AccountPicture {
  if (record.mapping.state !== 'open') return drawFacts(deps, record);
  const assessment = deps.register.assess(record, CANDIDATES);
  return {
    ...drawFacts(deps, record),
    verdict: assessment.verdict,
    candidates: assessment.candidates
      .filter(isWorthALook)
      .map((c) => candidateLine(deps, record, c))
      .filter((c) => c !== undefined),
  };
}

/** The same without candidates, for answers that show none: finding them is the dear part. */
export function drawFacts(deps: Deps, record: AccountRecord): AccountPicture {
  const provider = deps.providers.find((p) => p.id === record.providerId);
  const support = supportNow(deps, record);
  return {
    ...(support === undefined ? {} : { support }),
    record: confirmedByList(deps, record),
    providerName: provider?.name ?? record.providerId,
    verdict: 'nothing-fits',
    candidates: [],
    freshness: freshness(deps),
    now: deps.clock.now(),
    ...(deps.searchesAsYouType ? { searchesAsYouType: true } : {}),
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
const WORTH_A_LOOK = 0.02;

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
  };
}

/** How old our picture of each source is. */
export function freshness({ register }: Pick<Deps, 'register'>): Freshness[] {
  return [...register.allSources()]
    .filter((s) => s.part !== WRITES)
    .map((s): Freshness => ({
      source: sourceOf(s.part),
      part: s.part.split(/[:@]/)[0] ?? s.part,
      ...(s.lastCompleteAt === undefined ? {} : { asOf: s.lastCompleteAt }),
      ...(s.trouble === undefined ? {} : { trouble: s.trouble }),
      ...(s.troubleSince === undefined ? {} : { troubleSince: s.troubleSince }),
      ...(s.leftOut === undefined ? {} : { leftOut: s.leftOut }),
      ...(s.missing === undefined ? {} : { missing: s.missing }),
    }))
    .sort((a, b) => (a.part < b.part ? -1 : 1));
}

function sourceOf(part: string): Freshness['source'] {
  if (part.startsWith('accounts')) return 'partner-center';
  return part.endsWith('@file') ? 'customer-file' : 'work365';
}

export function accountLine(record: AccountRecord): AccountLine {
  const { tenant, mapping, acceptance } = record;
  const reseller = acceptance.reseller;
  return {
    accountId: record.id,
    name: tenant.name,
    ...(tenant.defaultDomain === undefined ? {} : { domain: tenant.domains?.[0] ?? tenant.defaultDomain }),
    tenantId: record.tenantId,
    state: mapping.state,
    ...(mapping.state === 'mapped' ? { customer: mapping.customer } : {}),
    ...(reseller.state === 'accepted' ? { accepted: reseller.since } : {}),
    ...(record.directoryRow?.createdAt === undefined ? {} : { rowCreatedAt: record.directoryRow.createdAt }),
    firstSeenAt: record.firstSeenAt,
  };
}
