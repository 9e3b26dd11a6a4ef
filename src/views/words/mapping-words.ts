import type { AccountRecord } from '../../domain/account';
import type { AccountPicture, Freshness } from '../../domain/answers';
import { wasFoundDecided } from '../../domain/decision';
import type { Mapping } from '../../domain/decision';
import { isForgotten } from '../../domain/forget';
import type { Actor, Person } from '../../domain/person';
import type { Instant } from '../../domain/time';
import type { Theirs } from '../../domain/write-back';
import { clean, shortName } from './escape';
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
  const { writeBack, mapping } = record;
  switch (writeBack.state) {
    case 'owed':
      return speech.say(writeBack.lastError === undefined ? 'writeback.owed' : 'writeback.failing');
    case 'refused':
      return refusalWords(record, speech);
    case 'written':
      if (mapping.state === 'mapped' && mapping.customerGoneAt !== undefined)
        return speech.say('writeback.customer-gone');
      if (mapping.state === 'mapped' && mapping.by.kind === 'work365') return speech.say('writeback.theirs');
      return writeBack.at === undefined
        ? speech.say('writeback.written')
        : speech.say('writeback.written-at', { when: happenedAt(writeBack.at, speech) });
    case 'conflict':
      return writeBack.theirs?.customer === undefined
        ? speech.say('writeback.conflict-none')
        : speech.say('writeback.conflict', { theirs: shortName(writeBack.theirs.customer.name) });
    case 'waiting-for-row':
      return speech.say(hadRow(record) ? 'writeback.row-gone' : 'writeback.waiting-for-row');
    case 'waiting-for-choice':
    case 'rehearsed':
    case 'idle':
    case 'not-applicable':
      return speech.say(`writeback.${writeBack.state}`);
  }
}

/** Why Work 365 does not take it: in its own words where it has any. */
function refusalWords({ writeBack: { refusal }, mapping }: AccountRecord, speech: Speech): string {
  if (refusal === undefined) return speech.say('writeback.failing');
  const { kind, words } = refusal;
  switch (kind) {
    case 'customer-gone':
      return speech.say('writeback.refused.customer-gone');
    case 'person': {
      const who = mapping.state === 'open' ? speech.say('taken.somebody') : actorName(mapping.by, speech);
      return speech.say('writeback.refused.person', { who });
    }
    case 'no-right':
    case 'data':
      return words === undefined
        ? speech.say(`writeback.refused.${kind}`)
        : speech.say(`writeback.refused.${kind}-named`, { words: clean(words, 300) });
  }
}

/** Work 365 had a row for the account, and has it no more. */
function hadRow({ directoryRow, rowSeenAt }: AccountRecord): boolean {
  return directoryRow === undefined && rowSeenAt !== undefined;
}

/** What Work 365 says against what we say; undefined when the two agree. */
export function conflictWords(record: AccountRecord, speech: Speech): string | undefined {
  const { state, theirs } = record.writeBack;
  if (state !== 'conflict' || theirs === undefined) return undefined;
  const { mapping } = record;
  const values = { theirs: theirName(theirs, speech), ours: mappingName(mapping, speech) };
  const by = theirs.by === undefined ? undefined : shortName(theirs.by);
  if (theirs.replaced && mapping.state !== 'open') {
    const said = { ...values, who: actorName(mapping.by, speech) };
    return by === undefined
      ? speech.say('conflict.replaced', said)
      : speech.say('conflict.replaced-by', { ...said, by });
  }
  return by === undefined ? speech.say('conflict.body', values) : speech.say('conflict.body-by', { ...values, by });
}

/** Whom Work 365 points to. */
export function theirName({ customer }: Theirs, speech: Speech): string {
  return customer === undefined ? speech.say('conflict.no-customer') : shortName(customer.name);
}

/** Whether Work 365 has the account; undefined where there is no Work 365. What nobody has read is not "not there". */
export function rowWords(picture: AccountPicture, speech: Speech): string | undefined {
  const { record, now } = picture;
  if (record.writeBack.state === 'not-applicable') return undefined;
  const row = record.directoryRow;
  if (hadRow(record)) return speech.say('row.gone');
  if (row === undefined && record.acceptance.reseller.state === 'other-relation') return speech.say('row.not-theirs');
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
