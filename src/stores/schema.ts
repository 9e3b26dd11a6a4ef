import { z } from 'zod';
import type { Document, DocumentKind, DocumentOf } from '../domain/documents';
import { UPGRADES, upgrade } from '../domain/upgrades';
import type { RawDocument } from '../domain/upgrades';
import { UnreadableDocument, Unstorable } from '../store';

/** A document larger than this is refused; the domain moves old decisions out long before. */
export const MAX_DOCUMENT_BYTES = 256 * 1024;
/** Cosmos' limit for an id; the embedded store keeps to it so that data can move. */
const MAX_ID_LENGTH = 1023;
const ID = /^[\x21-\x7e]+$/;
const ID_REFUSED_BY_COSMOS = /[/\\#?]/;

/**
 * The fields that the stores themselves rely on; all others are the domain's and pass through as they are. A replica that
 * starts reads every document: `isEnveloped` sees in a moment that all is well, and the schema says what is not.
 */
const envelope = z.object({
  kind: z.string(),
  id: z.string().min(1),
  partnerId: z.string().min(1),
  dueAt: z.number().optional(),
  ttl: z.number().optional(),
});

function isEnveloped({ kind, id, partnerId, dueAt, ttl }: RawDocument): boolean {
  const texts = [kind, id, partnerId].every((text) => typeof text === 'string' && text !== '');
  return texts && [dueAt, ttl].every((number) => number === undefined || Number.isFinite(number));
}

function isObject(value: unknown): value is RawDocument {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A stored JSON value in the present format. `where` names the document for the operator. */
export function readDocument<K extends DocumentKind>(kind: K, value: unknown, where: string): DocumentOf[K] {
  if (!isObject(value)) throw unreadable(kind, where, 'it is not an object');
  const upgraded = upgrade(kind, value, UPGRADES);
  if (upgraded.outcome === 'newer') {
    throw new UnreadableDocument(
      `Document ${where} of kind ${kind} has format ${upgraded.format}; this version knows ${upgraded.known}.`,
      'A newer version of Handshake has written to this store: run that version, or a later one, on every replica.',
    );
  }
  if (upgraded.outcome === 'unreadable') throw unreadable(kind, where, 'its format is not a whole number from 1');
  const { document } = upgraded;
  const checked = isEnveloped(document) ? undefined : envelope.safeParse(document);
  if (checked?.success === false) throw unreadable(kind, where, z.prettifyError(checked.error));
  if (document['kind'] !== kind) throw unreadable(kind, where, `it says that it is a ${String(document['kind'])}`);
  return asDocument(kind, document);
}

/** The same for a JSON text. */
export function parseDocument<K extends DocumentKind>(kind: K, text: string, where: string): DocumentOf[K] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw unreadable(kind, where, 'it is not JSON', error);
  }
  return readDocument(kind, value, where);
}

/** The kind of a stored document, or an error for the operator when only a later version knows it. */
export function readKind(kind: unknown, where: string): DocumentKind {
  if (typeof kind === 'string' && isKind(kind)) return kind;
  throw new UnreadableDocument(
    `Document ${where} is of a kind that this version does not know.`,
    'A newer version of Handshake has written to this store: run that version, or a later one, on every replica.',
  );
}

export function isKind(text: string): text is DocumentKind {
  return Object.hasOwn(UPGRADES, text);
}

/** The JSON text of a document, after the checks that every store makes. Fields that are `undefined` are left out. */
export function printDocument(document: Document, partnerId: string): string {
  if (document.partnerId !== partnerId) {
    throw new Unstorable(`A document of another partner was given to the store of ${partnerId}.`);
  }
  if (!ID.test(document.id) || ID_REFUSED_BY_COSMOS.test(document.id) || document.id.length > MAX_ID_LENGTH) {
    throw new Unstorable(`The id of a ${document.kind} is not one that every store takes: make it with documentId().`);
  }
  const text = JSON.stringify(document);
  // A character takes at least one byte and at most three, so most documents need no counting.
  if (text.length * 3 > MAX_DOCUMENT_BYTES && Buffer.byteLength(text) > MAX_DOCUMENT_BYTES) {
    throw new Unstorable(
      `A ${document.kind} of ${Buffer.byteLength(text)} bytes is over the limit of ${MAX_DOCUMENT_BYTES} bytes.`,
    );
  }
  return text;
}

function unreadable(kind: DocumentKind, where: string, why: string, cause?: unknown): UnreadableDocument {
  return new UnreadableDocument(
    `Document ${where} of kind ${kind} cannot be read: ${why}.`,
    'The stored data are damaged: restore the store from a backup, or remove this document by hand.',
    { cause },
  );
}

/** The envelope has been checked; what is inside was written by this program from the same type. */
function asDocument<K extends DocumentKind>(_kind: K, document: RawDocument): DocumentOf[K] {
  return document as unknown as DocumentOf[K];
}
