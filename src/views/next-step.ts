import type { AccountRecord } from '../domain/account';
import { DAY } from '../domain/time';
import type { Instant } from '../domain/time';
import type { PhraseKey } from './speech';

/** What a person can do next about an account, the most urgent first. */
export type NextStep =
  | 'choose'
  | 'invite'
  | 'invite-reseller'
  | 'ended'
  | 'agreement'
  | 'conflict'
  | 'wait-row'
  | 'check'
  | 'retry'
  | 'none';

/** Later than this after the decision, nobody needs to be told to check the billing contracts. */
const CHECK_FOR = 7 * DAY;

export function nextStep(record: AccountRecord, now: Instant): NextStep {
  const { acceptance, mapping, writeBack } = record;
  switch (acceptance.reseller.state) {
    case 'ended':
      return 'ended';
    case 'not-listed':
      return 'invite';
    case 'other-relation':
      return 'invite-reseller';
    case 'not-checked':
    case 'not-configured':
    case 'could-not-look':
      return 'retry';
    case 'accepted':
      break;
  }
  if (writeBack.state === 'conflict') return 'conflict';
  if (mapping.state === 'open') return 'choose';
  if (acceptance.agreement.state === 'not-signed') return 'agreement';
  if (mapping.state !== 'mapped') return 'none';
  if (writeBack.state === 'waiting-for-row') return 'wait-row';
  return writeBack.state !== 'not-applicable' && now - mapping.at < CHECK_FOR ? 'check' : 'none';
}

export function nextStepKey(step: NextStep): PhraseKey {
  return `next.${step}`;
}
