import type { Acceptance, AdminFact, AgreementFact, NotKnown, ResellerFact, Since } from '../../domain/acceptance';
import type { Instant } from '../../domain/time';
import type { Fact } from '../parts/parts';
import { shortName } from './escape';
import { provenance, troubleWords } from './source-words';
import type { Speech } from './speech';
import { age, happenedOn, seenOn, sinceDay } from './times';

/** The three facts that are called "accepted", each with its source and age; never one bare yes or no. */
export function acceptanceFacts(
  acceptance: Acceptance,
  now: Instant,
  speech: Speech,
  asked: readonly AcceptanceFact[] = ['reseller', 'agreement', 'admin'],
): readonly Fact[] {
  // What is not ours to look up is said once.
  const told: readonly AcceptanceFact[] = acceptance.reseller.state === 'not-ours' ? ['reseller'] : asked;
  return factsOf(acceptance, told, speech).map(({ title, value }, at) => {
    const fact = acceptance[told[at] ?? 'reseller'];
    return { title, value: withSource(value, fact, now, speech) };
  });
}

type AcceptanceFact = keyof Pick<Acceptance, 'reseller' | 'agreement' | 'admin'>;

/** The facts asked for, without source and age. */
export function factsOf(
  { reseller, agreement, admin }: Acceptance,
  asked: readonly AcceptanceFact[],
  speech: Speech,
): readonly Fact[] {
  const words = {
    reseller: () => resellerWords(reseller, speech),
    agreement: () => agreementWords(agreement, speech),
    admin: () => adminWords(admin, speech),
  };
  return asked.map((fact) => ({ title: speech.say(`fact.${fact}`), value: words[fact]() }));
}

function withSource(
  value: string,
  fact: ResellerFact | AgreementFact | AdminFact,
  now: Instant,
  speech: Speech,
): string {
  if ('checkedAt' in fact) {
    return speech.say('fact.source', { value, source: provenance(fact.source, fact.checkedAt, now, speech) });
  }
  if (fact.state === 'could-not-look') {
    return speech.say('fact.source', { value, source: age(fact.at, now, speech) });
  }
  return value;
}

/** "Accepted on 3 May 2026", or what we know instead of the day. */
export function acceptedWords({ at, basis }: Since, speech: Speech): string {
  return speech.say(`reseller.accepted.${basis}`, { since: sinceDay({ at, basis }, speech) });
}

export function resellerWords(fact: ResellerFact, speech: Speech): string {
  switch (fact.state) {
    case 'accepted':
      if (fact.disputedAt !== undefined) return speech.say('reseller.disputed');
      return acceptedWords(fact.since, speech);
    case 'other-relation':
      return speech.say('reseller.other-relation', { relation: fact.relation });
    case 'ended':
      return speech.say('reseller.ended', { ended: seenOn(fact.endedSeenAt, speech) });
    case 'not-listed':
      return speech.say('reseller.not-listed');
    default:
      return notKnownWords(fact, speech);
  }
}

function agreementWords(fact: AgreementFact, speech: Speech): string {
  switch (fact.state) {
    case 'signed':
      return fact.signedAt === undefined
        ? speech.say('agreement.signed')
        : speech.say('agreement.signed-on', { date: happenedOn(fact.signedAt, speech) });
    case 'not-signed':
      return speech.say('agreement.not-signed');
    default:
      return notKnownWords(fact, speech);
  }
}

function adminWords(fact: AdminFact, speech: Speech): string {
  switch (fact.state) {
    case 'active':
      return fact.until === undefined
        ? speech.say('admin.active')
        : speech.say('admin.active-until', { date: happenedOn(fact.until, speech) });
    case 'expired':
      return fact.at === undefined
        ? speech.say('admin.expired')
        : speech.say('admin.expired-on', { date: happenedOn(fact.at, speech) });
    case 'pending':
      return speech.say('admin.pending');
    case 'none':
      return speech.say('admin.none');
    default:
      return notKnownWords(fact, speech);
  }
}

function notKnownWords(fact: NotKnown, speech: Speech): string {
  switch (fact.state) {
    case 'not-checked':
      return speech.say('fact.not-checked');
    case 'not-configured':
      return speech.say('fact.not-configured');
    case 'not-ours':
      return speech.say('fact.not-ours', { provider: shortName(fact.provider) });
    case 'could-not-look':
      return speech.say('fact.could-not-look', { trouble: troubleWords(fact.trouble, speech) });
  }
}
