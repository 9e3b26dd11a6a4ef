import type { AccountPicture } from '../../domain/answers';

export type AccountState = 'open' | 'mapped' | 'ignored' | 'conflict' | 'ended' | 'customer-gone' | 'refused';

/** What the card of an account is about, the most urgent first. */
export function accountState({ record }: AccountPicture): AccountState {
  const { writeBack, mapping, acceptance } = record;
  if (writeBack.state === 'conflict' && writeBack.theirs !== undefined) return 'conflict';
  if (acceptance.reseller.state === 'ended') return 'ended';
  const isGone = mapping.state === 'mapped' && mapping.customerGoneAt !== undefined;
  if (isGone || writeBack.refusal?.kind === 'customer-gone') return 'customer-gone';
  if (writeBack.state === 'refused' && mapping.state === 'mapped') return 'refused';
  return mapping.state;
}
