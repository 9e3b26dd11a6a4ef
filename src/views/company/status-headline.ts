import type { FactAsked } from '../../commands/intent';
import type { AccountPicture } from '../../domain/answers';
import type { Taken } from '../../domain/taken';
import { formerNameMeant } from '../../domain/tenant';
import { factLine } from '../account/account';
import { factsOf } from '../words/acceptance-words';
import { shortName } from '../words/escape';
import type { Speech } from '../words/speech';
import { knownBefore, seenOn, sinceDay } from '../words/times';
import { goesBy, takenName, takenTitle } from './meant';

/** Only who typed the name itself is answered with "Yes", and only who asked whether it has accepted. */
export function statusHeadline(
  picture: AccountPicture,
  taken: Taken | undefined,
  query: string,
  speech: Speech,
  asked: readonly FactAsked[],
): string {
  const { tenant, acceptance } = picture.record;
  const { reseller } = acceptance;
  if (asked.length > 0 && reseller.state === 'accepted') {
    const facts = factsOf(acceptance, asked, speech).map(factLine).join('; ');
    return `${takenName(tenant.name, taken, speech)} – ${facts}.`;
  }
  if (taken === undefined) return statusSentence(picture, query, speech);
  if (reseller.state !== 'accepted')
    return takenTitle(statusSentence(picture, query, speech), tenant.name, taken, speech);
  const since = sinceDay(reseller.since, speech);
  if (taken.taken === 'assumed') {
    return speech.say(`status.assumed.${reseller.since.basis}`, { name: takenName(tenant.name, taken, speech), since });
  }
  const sentence = speech.say(`status.likely.${reseller.since.basis}`, { name: shortName(tenant.name), since });
  return taken.assumed ? `${goesBy(taken.customer.name, taken.query, speech)}. ${sentence}` : sentence;
}

/** Who reads it without having asked is not answered with "Yes". */
export function sharedHeadline(picture: AccountPicture, speech: Speech): string {
  const { tenant, acceptance } = picture.record;
  const { reseller } = acceptance;
  if (reseller.state !== 'accepted' || reseller.disputedAt !== undefined)
    return statusSentence(picture, tenant.name, speech);
  const values = { name: shortName(tenant.name), since: sinceDay(reseller.since, speech) };
  return speech.say(`status.assumed.${reseller.since.basis}`, values);
}

function statusSentence({ record }: AccountPicture, query: string, speech: Speech): string {
  const { tenant, acceptance, formerNames } = record;
  const former = formerNameMeant(formerNames, tenant.name, query);
  const today = shortName(tenant.name);
  const name = former === undefined ? today : speech.say('status.formerly', { name: today, former: shortName(former) });
  const { reseller } = acceptance;
  switch (reseller.state) {
    case 'accepted':
      if (reseller.disputedAt !== undefined) return speech.say('status.disputed', { name });
      return speech.say(`status.yes.${reseller.since.basis}`, { name, since: sinceDay(reseller.since, speech) });
    case 'other-relation':
      return speech.say('status.other-relation', { name, relation: reseller.relation });
    case 'ended':
      return speech.say('status.ended', { name, ended: seenOn(reseller.endedSeenAt, speech) });
    case 'not-listed':
      return speech.say('status.not-listed', { name, date: knownBefore(reseller.checkedAt, speech) });
    case 'not-ours':
      return speech.say('status.not-ours', { name, provider: shortName(reseller.provider) });
    case 'not-checked':
    case 'not-configured':
    case 'could-not-look':
      return speech.say('status.unknown', { name });
  }
}
