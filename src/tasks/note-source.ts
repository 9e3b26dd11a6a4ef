import type { SourceRecord } from '../domain/documents';
import { SourceFailure } from '../domain/source';
import type { Trouble } from '../domain/source';
import { changeDocument } from './change-document';
import type { Ports } from './ports';

/** Writes down that a source was read to the end, or what kept us from it. */
export async function noteSource(
  ports: Ports,
  part: string,
  news: { readonly complete: true; readonly count: number } | { readonly complete: false; readonly trouble: Trouble },
): Promise<void> {
  const id = sourceDocumentId(part);
  const now = ports.clock.now();
  const fresh: SourceRecord = { kind: 'source', id, partnerId: ports.partnerId, format: 1, part };
  const change = (s: SourceRecord): SourceRecord =>
    news.complete ? completed(s, news.count, now) : troubled(s, news.trouble, now);
  const changed = await changeDocument(ports, 'source', id, (s) => ({ document: change(s), result: undefined }));
  if (changed.changed !== 'not-there') return;
  const document = change(fresh);
  await ports.store.write({ write: 'insert', document });
  ports.register.apply(document);
}

export function sourceDocumentId(part: string): string {
  return `source:${part}`;
}

/** What a listing that threw says about its source; anything else is a fault of ours and goes on up. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof SourceFailure) return error.trouble;
  throw error;
}

function completed(source: SourceRecord, count: number, now: number): SourceRecord {
  const { trouble: _over, troubleSince: _overToo, ...rest } = source;
  return { ...rest, firstCompleteAt: source.firstCompleteAt ?? now, lastCompleteAt: now, lastAttemptAt: now, count };
}

function troubled(source: SourceRecord, trouble: Trouble, now: number): SourceRecord {
  return { ...source, lastAttemptAt: now, trouble, troubleSince: source.troubleSince ?? now };
}
