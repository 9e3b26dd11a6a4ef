import { isAccepted } from './acceptance';
import type { AdminFact, NotKnown } from './acceptance';
import { needsCustomer } from './account';
import type { AccountRecord } from './account';
import type {
  AccountFilter,
  Condition,
  ConditionKind,
  Dated,
  Decider,
  FilterContext,
  Judgement,
  Unknown,
} from './account-filter';
import type { Decision } from './decision';
import { wasFoundDecided } from './decision';
import type { Actor } from './person';
import { snoozeOf } from './snooze';
import { ALWAYS } from './span';
import type { Instant } from './time';

/** "No" as soon as one condition fails; "yes" only when all hold; else why it is not known. */
export function judge(record: AccountRecord, filter: AccountFilter, context: FilterContext): Judgement {
  let judged: Judgement = 'yes';
  for (const condition of filter) {
    const one = judgeOne(record, condition, context);
    if (one === 'no') return 'no';
    if (one !== 'yes' && judged === 'yes') judged = one;
  }
  return judged;
}

function judgeOne(record: AccountRecord, condition: Condition, context: FilterContext): Judgement {
  // The key of the table and the condition's kind are the same; TypeScript cannot follow that through an index.
  const rule = RULES[condition.is] as Rule<ConditionKind>;
  const judged = rule(record, condition, context);
  if (condition.not !== true || (judged !== 'yes' && judged !== 'no')) return judged;
  return judged === 'yes' ? 'no' : 'yes';
}

type Rule<K extends ConditionKind> = (
  record: AccountRecord,
  condition: Extract<Condition, { readonly is: K }>,
  context: FilterContext,
) => Judgement;

/** One rule for each condition. The compiler asks for every one of them. */
const RULES: { readonly [K in ConditionKind]: Rule<K> } = {
  'open': (record) => said(needsCustomer(record)),
  'mapped': ({ mapping }) => said(mapping.state === 'mapped'),
  'ignored': ({ mapping }) => said(mapping.state === 'ignored'),
  'accepted': accepted,
  'ended': ({ acceptance: { reseller } }, condition, context) => {
    if (reseller.state === 'ended') return within(reseller.endedSeenAt, condition, context);
    // Work 365 has it from the time when it was listed.
    if (reseller.state === 'not-listed') return condition.span === undefined ? 'yes' : 'no-date';
    return whyUnknown(reseller) ?? 'no';
  },
  'signed': ({ acceptance: { agreement } }, condition, context) => {
    if (agreement.state !== 'signed') return whyUnknown(agreement) ?? 'no';
    if (condition.span === undefined) return 'yes';
    return agreement.signedAt === undefined ? 'no-date' : within(agreement.signedAt, condition, context);
  },
  'admin': ({ acceptance: { admin } }, _, { now }) =>
    whyUnknown(admin) ?? said(admin.state === 'active' && !isOver(admin, now)),
  'admin-pending': ({ acceptance: { admin } }) => whyUnknown(admin) ?? said(admin.state === 'pending'),
  'admin-ended': ({ acceptance: { admin } }, condition, context) => {
    if (admin.state !== 'expired' && !isOver(admin, context.now)) return whyUnknown(admin) ?? 'no';
    if (condition.span === undefined) return 'yes';
    const at = adminEnd(admin);
    return at === undefined ? 'no-date' : within(at, condition, context);
  },
  'admin-ends': ({ acceptance: { admin } }, condition, context) => {
    if (admin.state !== 'active' && admin.state !== 'expired') return whyUnknown(admin) ?? 'no';
    const at = adminEnd(admin);
    return at === undefined ? 'no-date' : within(at, condition, context);
  },
  'in-work365': ({ directoryRow }, condition, context) => {
    const { rows } = context;
    if (directoryRow !== undefined) {
      if (condition.span === undefined) return 'yes';
      const { createdAt } = directoryRow;
      return createdAt === undefined ? 'no-date' : within(createdAt, condition, context);
    }
    return rows === 'read' ? 'no' : rows === 'no-work365' ? 'not-set-up' : 'not-looked-up';
  },
  'subscribed': ({ subscriptions }) => {
    if (subscriptions === undefined) return 'not-looked-up';
    return subscriptions.state === 'counted' ? said(subscriptions.active > 0) : (whyUnknown(subscriptions) ?? 'no');
  },
  'shared': ({ mapping }, _, { accountsOf }) => said(mapping.state === 'mapped' && accountsOf(mapping.customer.id) > 1),
  'snoozed': (record) => said(needsCustomer(record) && snoozeOf(record) !== undefined),
  'drift': ({ drift = [] }) => said(drift.length > 0),
  'company': ({ id }, condition, { named }) => said(named(condition).has(id)),
  'provider': ({ providerId }, { provider }) => said(providerId === provider),
  'country': ({ tenant, mapping, lookedAt, acceptance }, { countries }, { countryOf }) => {
    const own = tenant.country ?? (mapping.state === 'mapped' ? countryOf(mapping.customer.id) : undefined);
    if (own !== undefined) return said(countries.includes(own));
    return lookedAt === undefined && isAccepted(acceptance) ? 'not-looked-up' : 'not-said';
  },
  'waiting': waiting,
  'decided': decided,
};

function said(holds: boolean): Judgement {
  return holds ? 'yes' : 'no';
}

/** Why a fact is not known, where it is not. */
export function whyUnknown(fact: { readonly state: string }): Unknown | undefined {
  switch (fact.state as NotKnown['state']) {
    case 'not-checked':
      return 'not-looked-up';
    case 'not-configured':
      return 'not-set-up';
    case 'could-not-look':
      return 'could-not-look';
    case 'not-ours':
      return 'not-ours';
    default:
      return undefined;
  }
}

function within(at: Instant, condition: Dated, context: FilterContext): Judgement {
  const range = context.rangeOf(condition);
  return said(range === undefined || (at >= range.from && at < range.to));
}

/** What was there before our first look came at some time before it, and before Work 365 made its row. */
function accepted(
  record: AccountRecord,
  condition: Extract<Condition, { readonly is: 'accepted' }>,
  context: FilterContext,
): Judgement {
  const { reseller } = record.acceptance;
  if (reseller.state !== 'accepted') return whyUnknown(reseller) ?? 'no';
  const range = context.rangeOf(condition);
  if (range === undefined) return 'yes';
  if (reseller.since.basis !== 'before-first-look') return within(reseller.since.at, condition, context);
  const latest = cameBefore(record);
  if (range.from > latest) return 'no';
  // "Before June": whoever was there in May.
  return range.from === ALWAYS.from && latest < range.to ? 'yes' : 'no-date';
}

/** Open for longer than that; what was there before us has waited at least since the earliest trace of it. */
function waiting(
  record: AccountRecord,
  { longer }: Extract<Condition, { readonly is: 'waiting' }>,
  { longAgo }: FilterContext,
): Judgement {
  if (!needsCustomer(record)) return 'no';
  const { reseller } = record.acceptance;
  if (cameBefore(record) < longAgo(longer)) return 'yes';
  return reseller.state === 'accepted' && reseller.since.basis === 'before-first-look' ? 'no-date' : 'no';
}

function cameBefore({ acceptance: { reseller }, firstSeenAt, directoryRow }: AccountRecord): Instant {
  const since =
    reseller.state === 'accepted' ? reseller.since : { at: firstSeenAt, basis: 'before-first-look' as const };
  const row = directoryRow?.createdAt;
  return since.basis === 'before-first-look' && row !== undefined ? Math.min(since.at, row) : since.at;
}

/** An access whose end has come since we looked. */
function isOver(admin: AdminFact, now: Instant): boolean {
  return admin.state === 'active' && admin.until !== undefined && admin.until <= now;
}

function adminEnd(admin: AdminFact): Instant | undefined {
  return admin.state === 'active' ? admin.until : admin.state === 'expired' ? admin.at : undefined;
}

function decided(
  record: AccountRecord,
  condition: Extract<Condition, { readonly is: 'decided' }>,
  context: FilterContext,
): Judgement {
  const decisions = standing(record).filter((decision) => isMeant(decision, condition));
  const judged = decisions.map((decision): Judgement => {
    if (!wasFoundDecided(decision.by, decision.at, record.firstSeenAt)) return within(decision.at, condition, context);
    const range = context.rangeOf(condition);
    return range === undefined ? 'yes' : range.from > decision.at ? 'no' : 'no-date';
  });
  if (judged.includes('yes')) return 'yes';
  return judged.find((one) => one !== 'no') ?? (record.decisionsArchived > 0 ? 'not-said' : 'no');
}

/** The decisions that nobody has taken back. */
export function standing({ decisions }: Pick<AccountRecord, 'decisions'>): readonly Decision[] {
  const undone = new Set(decisions.flatMap(({ undoes }) => (undoes === undefined ? [] : [undoes])));
  return decisions.filter(({ id }) => !undone.has(id));
}

/** Whether a decision is one that the condition asks for; when it was made does not count. */
export function isMeant(
  { verdict, by }: Pick<Decision, 'verdict' | 'by'>,
  wanted: Extract<Condition, { readonly is: 'decided' }>,
): boolean {
  if (verdict !== 'mapped' && verdict !== 'ignored') return false;
  return (wanted.verdict ?? verdict) === verdict && (wanted.by === undefined || isBy(by, wanted.by));
}

function isBy(actor: Actor, wanted: Decider): boolean {
  if (wanted.kind === 'person') return actor.kind === 'person' && actor.person.id === wanted.id;
  return actor.kind === 'work365' && (wanted.name === undefined || actor.name === wanted.name);
}
