import type { LeftOut, MissingFromList, SourceRecord } from '../domain/documents';
import { SourceFailure } from '../domain/source';
import type { Hear, Trouble } from '../domain/source';
import type { Instant } from '../domain/time';
import { changeDocument } from './change-document';
import type { Ports } from '../ports';

interface CompleteList {
  readonly complete: true;
  readonly count: number;
  /** When the reading began: what was so before that is in it. */
  readonly beganAt?: Instant;
  /** How many known ones were missing and could not be asked for one by one. */
  readonly unconfirmed?: number;
  /** What could not be kept of it. */
  readonly leftOut?: LeftOut | undefined;
  /** What it lacks, and what nobody calls gone before the next one. */
  readonly missing?: MissingFromList | undefined;
  readonly askedUpTo?: string | undefined;
  /** What the provider is called, where only Work 365 knows it. */
  readonly name?: string;
}

/** Writes down that a source was read to the end, or what kept us from it. */
export async function noteSource(
  ports: Ports,
  part: string,
  news: CompleteList | { readonly complete: false; readonly trouble: Trouble },
  now: Instant = ports.clock.now(),
): Promise<void> {
  const id = sourceDocumentId(part);
  const fresh: SourceRecord = { kind: 'source', id, partnerId: ports.partnerId, format: 1, part };
  const change = (s: SourceRecord): SourceRecord =>
    news.complete ? completed(s, news, now) : troubled(s, news.trouble, now);
  const changed = await changeDocument(ports, 'source', id, (s) => ({ document: change(s), result: s }));
  if (changed.changed === 'saved') logTurn(ports, changed.result, changed.document);
  if (changed.changed !== 'not-there') return;
  const document = change(fresh);
  const inserted = await ports.store.write({ write: 'insert', document });
  ports.register.apply(document);
  if (inserted.outcome === 'saved') logTurn(ports, fresh, document);
}

/** Writes down which row of Work 365's table of providers stands for a Partner Center of ours. */
export async function noteHome(ports: Ports, providerId: string, home: string): Promise<void> {
  const part = `accounts:${providerId}`;
  const id = sourceDocumentId(part);
  if (ports.register.source(id)?.home === home) return;
  const changed = await changeDocument(ports, 'source', id, (s) => ({ document: { ...s, home }, result: undefined }));
  if (changed.changed !== 'not-there') return;
  const document: SourceRecord = { kind: 'source', id, partnerId: ports.partnerId, format: 1, part, home };
  const inserted = await ports.store.write({ write: 'insert', document });
  if (inserted.outcome === 'saved') ports.register.apply(document);
}

/** Operators hear of a source that cannot be read once when that begins, and once when it is over; and so of records. */
function logTurn({ log }: Ports, before: SourceRecord, { part, trouble, leftOut, missing }: SourceRecord): void {
  // Writing says so itself, with what was refused.
  if (part === WRITES) return;
  if (trouble !== undefined && isFailure(trouble) && (before.trouble === undefined || !isFailure(before.trouble))) {
    const { source, kind, detail, remedy } = trouble;
    log.warn({ part, source, trouble: kind, detail, remedy }, 'A source cannot be read now; it is tried again');
  }
  if (before.trouble !== undefined && isFailure(before.trouble) && trouble === undefined)
    log.warn({ part, source: before.trouble.source }, 'A source can be read again');
  if (missing !== undefined && before.missing === undefined)
    log.warn(
      { part, ...missing },
      'A list has become much shorter; the next one decides whether what it lacks is gone',
    );
  if (leftOut?.count !== before.leftOut?.count)
    log.warn({ part, records: leftOut?.count ?? 0 }, 'Records of a source are left out; "health" names them');
}

/** Having to wait a while is how sources are, and no news to operators. */
function isFailure({ kind }: Trouble): boolean {
  return kind !== 'throttled' && kind !== 'busy';
}

/** Notes what a reading waits for while it still waits, so that nobody has to wait for its end to hear of it. */
export function hearing(ports: Ports, part: string): Hear {
  return (trouble) => {
    noteSource(ports, part, { complete: false, trouble }).catch((error: unknown) => {
      ports.log.warn({ error, part }, 'What a source waits for could not be noted');
    });
  };
}

/** Not a list that is read, but whether the directory takes what is written. */
export const WRITES = 'writes';

export function sourceDocumentId(part: string): string {
  return `source:${part}`;
}

/** What a listing that threw says about its source; anything else is a fault of ours and goes on up. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof SourceFailure) return error.trouble;
  throw error;
}

function completed(
  source: SourceRecord,
  { count, beganAt, unconfirmed = 0, leftOut, missing, askedUpTo, name }: CompleteList,
  now: Instant,
): SourceRecord {
  const { trouble: _over, troubleSince: _overToo, unconfirmed: _before, leftOut: _then, ...others } = source;
  const { missing: _lacked, askedUpTo: _asked, ...rest } = others;
  return {
    ...rest,
    firstCompleteAt: source.firstCompleteAt ?? now,
    lastCompleteAt: now,
    lastAttemptAt: now,
    count,
    ...(beganAt === undefined ? {} : { beganAt }),
    ...(unconfirmed === 0 ? {} : { unconfirmed }),
    ...(leftOut === undefined ? {} : { leftOut }),
    ...(missing === undefined ? {} : { missing }),
    ...(askedUpTo === undefined ? {} : { askedUpTo }),
    ...(name === undefined ? {} : { name }),
  };
}

function troubled(source: SourceRecord, trouble: Trouble, now: Instant): SourceRecord {
  // Heard of while the reading waited, and overtaken by the note of its good end.
  if (source.lastCompleteAt !== undefined && source.lastCompleteAt > now) return source;
  return { ...source, lastAttemptAt: now, trouble, troubleSince: source.troubleSince ?? now };
}
