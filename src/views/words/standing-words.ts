import type { AccountPicture } from '../../domain/answers';
import { nameAt } from '../../domain/tenant';
import { shortName } from './escape';
import { decisionOf } from '../account/account-decided';
import { driftLines } from './drift-words';
import { fullStop } from './evidence-words';
import { actorName, conflictWords, writeBackWords } from './mapping-words';
import type { Speech } from './speech';
import { seenOn } from './times';

/** From this probability a customer still fits an account that has another name now. */
const STILL_FITS = 0.5;

/** What happened to an account or its customer since somebody decided, and what to do: a sentence each. */
export function standingLines(picture: AccountPicture, speech: Speech): readonly string[] {
  const lines = [
    conflictWords(picture.record, speech),
    ...goneLines(picture, speech),
    ...refusalLines(picture, speech),
    ...renamedLines(picture, speech),
    ...driftLines(picture.drift ?? [], picture.record, speech),
  ];
  return lines.filter((line) => line !== undefined);
}

function goneLines({ record: { mapping, writeBack } }: AccountPicture, speech: Speech): readonly string[] {
  if (mapping.state !== 'mapped') return [];
  const customer = shortName(mapping.customer.name);
  const { customerGoneAt } = mapping;
  if (customerGoneAt !== undefined) {
    return [speech.say('account.customer-gone', { customer, date: seenOn(customerGoneAt, speech) })];
  }
  return writeBack.refusal?.kind === 'customer-gone' ? [speech.say('account.customer-gone-now', { customer })] : [];
}

/** What somebody has to do about a refusal. What Work 365 says stands with the decision. */
function refusalLines({ record }: AccountPicture, speech: Speech): readonly string[] {
  const { mapping, writeBack } = record;
  const { state, refusal } = writeBack;
  if (state !== 'refused' || refusal === undefined || refusal.kind === 'customer-gone') return [];
  const who = mapping.state === 'open' ? speech.say('taken.somebody') : actorName(mapping.by, speech);
  const todo = speech.say(`refused.todo.${refusal.kind}`, { who });
  // With a mapping, what Work 365 says stands among its facts.
  return [mapping.state === 'mapped' ? todo : `${fullStop(writeBackWords(record, speech))} ${todo}`];
}

/** The old name, as long as it matters: to whoever decided under it, or while somebody still has to decide. */
function renamedLines(picture: AccountPicture, speech: Speech): readonly string[] {
  const { record, support } = picture;
  const { mapping, tenant, formerNames } = record;
  const then = mapping.state === 'open' ? formerNames?.at(-1) : nameAt(formerNames, tenant.name, mapping.at);
  if (then === undefined) return [];
  const was = speech.say('account.renamed', { former: shortName(then.name), date: seenOn(then.until, speech) });
  if (mapping.state !== 'mapped' || support === undefined || wasByHand(picture)) return [was];
  const fits = support.probability >= STILL_FITS ? 'account.still-fits' : 'account.fits-no-more';
  return [`${was} ${speech.say(fits, { customer: shortName(mapping.customer.name) })}`];
}

/** Nothing spoke for the customer when it was chosen, so nothing can have gone. */
function wasByHand(picture: AccountPicture): boolean {
  const evidence = decisionOf(picture, picture.record.mapping)?.evidence ?? [];
  return !evidence.some(({ side }) => side === 'for');
}
