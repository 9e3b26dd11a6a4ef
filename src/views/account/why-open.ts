import type { AccountLine, AccountPicture } from '../../domain/answers';
import { assignmentOf } from '../../domain/assignment';
import { requestOf } from '../../domain/request';
import { snoozeOf } from '../../domain/snooze';
import { probabilityWords } from '../parts/candidates';
import { shortName } from '../words/escape';
import { fullStop } from '../words/evidence-words';
import { rowWords } from '../words/mapping-words';
import { waitingWords } from '../words/since-words';
import { sentenceCase } from '../words/source-words';
import type { Speech } from '../words/speech';
import { happenedAt, seenOn } from '../words/times';
import { assignmentLine } from './assignment';
import { requestLine } from './request';
import { snoozeLine } from './snooze';

/** Why an account has no customer yet, as its record says: since when, who would fit, and with whom it lies. */
export function whyOpenLines(account: AccountLine, picture: AccountPicture, speech: Speech): readonly string[] {
  const { record } = picture;
  const { reseller } = record.acceptance;
  const lines = [
    reseller.state === 'ended'
      ? speech.say('account.ended', { ended: seenOn(reseller.endedSeenAt, speech) })
      : fullStop(sentenceCase(waitingWords(account, speech))),
    fitsLine(picture, speech),
    rowLine(picture, speech),
    requestLine(record, speech),
    assignmentLine(picture, speech),
    assignedUntil(picture, speech),
    snoozeLine(picture, speech),
    isNobodys(picture) ? speech.say('why.nobody') : undefined,
  ];
  return lines.filter((line) => line !== undefined);
}

function fitsLine({ candidates: [best, another], verdict, record }: AccountPicture, speech: Speech): string {
  if (record.creation !== undefined) return speech.say('why.created');
  if (best === undefined || verdict === 'nothing-fits') return speech.say('why.nothing-fits');
  const values = { customer: shortName(best.customer.name), how: probabilityWords(best.probability, speech) };
  return speech.say(verdict === 'this-one' || another === undefined ? 'why.one-fits' : 'why.several-fit', values);
}

/** Only where something is missing in Work 365: that it has the account keeps nobody. */
function rowLine(picture: AccountPicture, speech: Speech): string | undefined {
  const { directoryRow } = picture.record;
  if (directoryRow !== undefined && directoryRow.syncEnabled !== false) return undefined;
  const words = rowWords(picture, speech);
  return words === undefined ? undefined : `${speech.say('fact.work365')}: ${fullStop(words)}`;
}

function assignedUntil({ record }: AccountPicture, speech: Speech): string | undefined {
  const assignment = assignmentOf(record);
  return assignment && speech.say('why.until', { until: happenedAt(assignment.until, speech) });
}

function isNobodys({ record }: AccountPicture): boolean {
  return assignmentOf(record) === undefined && requestOf(record) === undefined && snoozeOf(record) === undefined;
}
