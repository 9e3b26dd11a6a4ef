import type { Acceptance } from '../../domain/acceptance';
import { needsCustomer, noNeed } from '../../domain/account';
import type { AccountRecord } from '../../domain/account';
import { DAY } from '../../domain/time';
import type { Instant } from '../../domain/time';
import type { Speech } from '../words/speech';

/** What a person can do next about an account. */
export type NextStep =
  | 'choose'
  | 'sync-off'
  | 'invite'
  | 'invite-reseller'
  | 'ended'
  | 'customer-gone'
  | 'refused'
  | 'agreement'
  | 'admin'
  | 'admin-pending'
  | 'conflict'
  | 'wait-row'
  | 'check'
  | 'retry'
  | 'look-again'
  | 'none';

/** Later than this after the decision, nobody needs to be told to check the billing contracts. */
const CHECK_FOR = 7 * DAY;

/** Everything that is missing, the most urgent first; `none` alone when nothing is. */
export function nextSteps(record: AccountRecord, now: Instant): readonly NextStep[] {
  const { acceptance } = record;
  const relationship = relationshipStep(acceptance);
  // Without a relationship nothing else can be done yet.
  if (relationship !== undefined) return [relationship];
  const steps = [...mappingSteps(record, now), ...factSteps(acceptance)];
  const ordered = ORDER.filter((step) => steps.includes(step));
  return ordered.length === 0 ? ['none'] : ordered;
}

const ORDER: readonly NextStep[] = [
  'conflict',
  'customer-gone',
  'refused',
  'choose',
  'sync-off',
  'agreement',
  'admin',
  'admin-pending',
  'wait-row',
  'check',
  'look-again',
];

function relationshipStep({ reseller }: Acceptance): NextStep | undefined {
  switch (reseller.state) {
    case 'ended':
      return 'ended';
    case 'not-listed':
      return 'invite';
    case 'other-relation':
      return 'invite-reseller';
    case 'not-ours':
      return undefined;
    case 'not-checked':
    case 'not-configured':
    case 'could-not-look':
      return 'retry';
    case 'accepted':
      return reseller.disputedAt === undefined ? undefined : 'retry';
  }
}

function mappingSteps(record: AccountRecord, now: Instant): readonly NextStep[] {
  const { mapping, writeBack } = record;
  if (writeBack.state === 'conflict') return ['conflict'];
  const isGone = mapping.state === 'mapped' && mapping.customerGoneAt !== undefined;
  if (isGone || writeBack.refusal?.kind === 'customer-gone') return ['customer-gone'];
  if (writeBack.state === 'refused') return ['refused'];
  if (mapping.state === 'open') {
    if (needsCustomer(record)) return ['choose'];
    return noNeed(record) === 'row-gone' ? [] : ['sync-off'];
  }
  if (mapping.state !== 'mapped') return [];
  if (writeBack.state === 'waiting-for-row') return ['wait-row'];
  return writeBack.state !== 'not-applicable' && now - mapping.at < CHECK_FOR ? ['check'] : [];
}

function factSteps({ agreement, admin }: Acceptance): readonly NextStep[] {
  const steps: NextStep[] = [];
  if (agreement.state === 'not-signed') steps.push('agreement');
  if (admin.state === 'none' || admin.state === 'expired') steps.push('admin');
  if (admin.state === 'pending') steps.push('admin-pending');
  if ([agreement, admin].some(({ state }) => state === 'could-not-look')) steps.push('look-again');
  return steps;
}

/** A line for each: "Next: …", "Then: …". */
export function nextLines(steps: readonly NextStep[], speech: Speech): readonly string[] {
  return steps.map((step, index) =>
    speech.say(index === 0 ? 'next.title' : 'next.then', { step: speech.say(`next.${step}`) }),
  );
}
