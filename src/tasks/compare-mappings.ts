import type { AccountRecord } from '../domain/account';
import type { ComparedMapping, ComparisonAnswer } from '../domain/comparison';
import { NO_REHEARSAL, rehearsesWish } from '../domain/rehearsal';
import { accountLine } from '../records/draw-account';
import type { Ports } from '../ports';

export const COMPARED_PAGE = 10;
/** So many are weighed for one answer: each takes some milliseconds. The next ones come with the next click. */
const PART = 3_000;
/** So many are weighed before other turns get their turn. */
const AT_ONCE = 4;

export interface ComparisonAsked {
  /** Which of those that differ is the first on the card. */
  readonly offset: number;
  /** So many mappings have been compared before. */
  readonly after?: number;
  /** The conversation. */
  readonly where: string;
  readonly part?: number;
}

/** Weighs accounts that were mapped in Work 365 as if nobody had, and compares; all of them, or one part after the other. */
export async function compareMappings(
  ports: Ports,
  { offset: from, after = 0, where, part = PART }: ComparisonAsked,
): Promise<ComparisonAnswer> {
  const { register, clock, rehearsal = NO_REHEARSAL } = ports;
  const mapped = [...register.allAccounts()]
    .filter(({ mapping }) => mapping.state === 'mapped' && mapping.by.kind === 'work365')
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const compared = mapped.slice(after, after + part);
  const others: ComparedMapping[] = [];
  for (const [at, record] of compared.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await new Promise(setImmediate);
    const other = differing(ports, record);
    if (other !== undefined) others.push(other);
  }
  const total = compared.length;
  const offset = Math.min(from, Math.max(0, Math.ceil(others.length / COMPARED_PAGE) - 1) * COMPARED_PAGE);
  return {
    all: mapped.length,
    after,
    total,
    same: total - others.length,
    others: others.slice(offset, offset + COMPARED_PAGE),
    offset,
    next: Math.max(0, Math.min(part, mapped.length - after - total)),
    rehearses: rehearsesWish(rehearsal, where),
    now: clock.now(),
  };
}

function differing(ports: Ports, record: AccountRecord): ComparedMapping | undefined {
  const { register } = ports;
  const { mapping } = record;
  if (mapping.state !== 'mapped') return undefined;
  const [best] = register.assessAnew(record, 1).candidates;
  if (best?.customerId === mapping.customer.id) return undefined;
  const customer = best === undefined ? undefined : register.customer(best.customerId);
  const base = { account: accountLine(ports, record), theirs: mapping.customer };
  if (best === undefined || customer === undefined) return base;
  const { probability, evidence } = best;
  return {
    ...base,
    ours: { customer, probability, evidence, mappedAccounts: register.mappedCount(customer.id, record.id) },
  };
}
