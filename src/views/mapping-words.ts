import type { AccountRecord } from '../domain/account';
import type { AccountPicture, Freshness } from '../domain/answers';
import { wasFoundDecided } from '../domain/decision';
import type { Mapping } from '../domain/decision';
import { isForgotten } from '../domain/forget';
import type { Actor, Person } from '../domain/person';
import type { Instant } from '../domain/time';
import { shortName } from './escape';
import { sentenceCase, troubleWords } from './source-words';
import type { Speech } from './speech';
import { age, happenedAt, happenedOn, knownBefore, seenAt } from './times';

/** Whoever was forgotten has no name any more. */
export function personName(person: Person, speech: Speech): string {
  return isForgotten(person) ? speech.say('actor.forgotten') : shortName(person.name);
}

/** Who, as the subject of a sentence. Of Work 365 we know who touched the row last, which need not be who decided. */
export function actorName(actor: Actor, speech: Speech): string {
  return actor.kind === 'person' ? personName(actor.person, speech) : speech.say('taken.somebody');
}

/** "Ana Kovač, 3 May 2026, 14:02". Of what Work 365 decided we know only when we saw it. */
export function decidedBy(mapping: Exclude<Mapping, { state: 'open' }>, firstSeenAt: Instant, speech: Speech): string {
  const { by, at } = mapping;
  if (by.kind === 'person')
    return speech.say('mapped.chosen', { name: personName(by.person, speech), when: happenedAt(at, speech) });
  if (wasFoundDecided(by, at, firstSeenAt)) {
    const date = knownBefore(firstSeenAt, speech);
    return by.name === undefined
      ? speech.say('mapped.before', { date })
      : speech.say('mapped.before-by', { date, name: shortName(by.name) });
  }
  const when = seenAt(at, speech);
  return by.name === undefined
    ? speech.say('mapped.somebody', { when })
    : speech.say('mapped.work365', { name: shortName(by.name), when });
}

/** The mapping as it would be named in a sentence: the customer, "not a customer", or that it is open. */
export function mappingName(mapping: Mapping, speech: Speech): string {
  switch (mapping.state) {
    case 'mapped':
      return shortName(mapping.customer.name);
    case 'ignored':
      return speech.say('conflict.ours-ignored');
    case 'open':
      return speech.say('conflict.ours-open');
  }
}

export function writeBackWords(record: AccountRecord, speech: Speech): string {
  const { writeBack } = record;
  switch (writeBack.state) {
    case 'owed':
      return speech.say(writeBack.lastError === undefined ? 'writeback.owed' : 'writeback.failing');
    case 'written':
      return writeBack.at === undefined
        ? speech.say('writeback.written')
        : speech.say('writeback.written-at', { when: happenedAt(writeBack.at, speech) });
    case 'conflict':
      return speech.say('writeback.conflict', { theirs: shortName(writeBack.theirs?.name ?? '') });
    case 'idle':
    case 'waiting-for-row':
    case 'not-applicable':
      return speech.say(`writeback.${writeBack.state}`);
  }
}

/** What Work 365 says against what we say; undefined when the two agree. */
export function conflictWords(record: AccountRecord, speech: Speech): string | undefined {
  const { state, theirs } = record.writeBack;
  if (state !== 'conflict' || theirs === undefined) return undefined;
  const values = { theirs: shortName(theirs.name), ours: mappingName(record.mapping, speech) };
  return theirs.by === undefined
    ? speech.say('conflict.body', values)
    : speech.say('conflict.body-by', { ...values, by: shortName(theirs.by) });
}

/** Whether Work 365 has the account; undefined where there is no Work 365. What nobody has read is not "not there". */
export function rowWords(picture: AccountPicture, speech: Speech): string | undefined {
  const { record, now } = picture;
  if (record.writeBack.state === 'not-applicable') return undefined;
  const row = record.directoryRow;
  if (row === undefined) return missingRowWords(picture.freshness, now, speech);
  if (row.syncEnabled === false) return speech.say('row.sync-off');
  return row.createdAt === undefined
    ? speech.say('row.there')
    : speech.say('row.there-since', { date: happenedOn(row.createdAt, speech) });
}

function missingRowWords(freshness: readonly Freshness[], now: Instant, speech: Speech): string {
  const rows = freshness.find((part) => part.source === 'work365' && part.part === 'rows');
  if (rows === undefined) return speech.say('row.missing');
  const { asOf, trouble } = rows;
  if (asOf === undefined) {
    if (trouble === undefined) return speech.say('fact.not-checked');
    return speech.say('fact.could-not-look', { trouble: troubleWords(trouble, speech) });
  }
  if (trouble === undefined) return speech.say('row.missing');
  return sentenceCase(speech.say('row.missing-as-of', { ago: age(asOf, now, speech) }));
}
