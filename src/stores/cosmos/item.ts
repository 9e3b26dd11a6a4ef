import { z } from 'zod';
import type { Document, DocumentKind, DocumentOf } from '../../domain/documents';
import { StoreUnavailable } from '../../store';
import type { Versioned } from '../../store';
import { readDocument, readKind } from '../schema';
import { throwIfOwnerMissing } from './failure';
import type { Container, ItemDefinition } from './sdk';

/**
 * How a document lies in Cosmos: as it is, at the top level, with one field of our own. `writes` names the last few
 * writes of this document, newest first. With it, a writer whose answer got lost can look whether its write happened,
 * even when somebody else has written since.
 */
export const WRITES_KEPT = 3;

const OWN_FIELDS: readonly string[] = ['writes', '_rid', '_self', '_etag', '_attachments', '_ts', '_lsn'];

const stored = z.looseObject({
  id: z.string(),
  kind: z.string(),
  _etag: z.string(),
  _ts: z.number(),
  writes: z.array(z.string()).catch([]),
});

export interface StoredItem {
  readonly id: string;
  readonly kind: string;
  readonly etag: string;
  /** Cosmos' own time of the write, in whole seconds. */
  readonly ts: number;
  readonly writes: readonly string[];
  readonly fields: Readonly<Record<string, unknown>>;
}

export function parseItem(value: unknown): StoredItem {
  const item = stored.safeParse(value);
  if (!item.success) {
    throw new StoreUnavailable(
      `The container holds a document without the fields of ours: ${z.prettifyError(item.error)}`,
      'COSMOS_DATABASE must name a database that only this bot writes to.',
    );
  }
  const { id, kind, _etag, _ts, writes } = item.data;
  const fields = Object.fromEntries(Object.entries(item.data).filter(([name]) => !OWN_FIELDS.includes(name)));
  return { id, kind, etag: _etag, ts: _ts, writes, fields };
}

/** The body to send: the document, and the names of its last writes with this one in front. */
export function printItem(
  document: Document,
  writes: readonly string[],
): Document & { readonly writes: readonly string[] } {
  return { ...document, writes };
}

export function versionedAs<K extends DocumentKind>(kind: K, item: StoredItem): Versioned<DocumentOf[K]> {
  return { document: readDocument(kind, item.fields, item.id), etag: printMark(item) };
}

export function versioned(item: StoredItem): Versioned<Document> {
  return versionedAs(readKind(item.kind, item.id), item);
}

/** One point read. Throws what the SDK throws, and does not take a missing container for a missing document. */
export async function readItem(container: Container, partnerId: string, id: string): Promise<StoredItem | undefined> {
  const { resource, statusCode, substatus } = await container.item(id, partnerId).read<ItemDefinition>();
  if (resource !== undefined) return parseItem(resource);
  throwIfOwnerMissing(statusCode, substatus);
  return undefined;
}

/** What our etag holds: Cosmos' etag, and the last writes that led to this state. */
export interface Mark {
  readonly etag: string;
  readonly writes: readonly string[];
}

const SEPARATOR = '|';

export function printMark(mark: Mark): string {
  return [mark.etag, ...mark.writes].join(SEPARATOR);
}

export function parseMark(text: string): Mark {
  const [etag = '', ...writes] = text.split(SEPARATOR);
  return { etag, writes };
}
