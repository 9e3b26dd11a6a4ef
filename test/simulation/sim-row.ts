import type { Document, DocumentKind, DocumentOf } from '../../src/domain/documents';
import { parseDocument, readKind } from '../../src/stores/schema';

/** A document as the simulated store keeps it. */
export interface Row {
  readonly kind: string;
  readonly id: string;
  readonly seq: number;
  readonly json: string;
  /** The version of the program that wrote it; older ones cannot read what a newer one writes in another format. */
  readonly version: number;
  /** What the text says, read once: nobody can change it, so it stands for a copy of one's own. */
  document?: Document;
  readonly dueAt: number | undefined;
  readonly expiresAt: number | undefined;
}

/** Of these kinds the newer version has raised the format. */
export const RAISED: ReadonlySet<string> = new Set(['account', 'board', 'watch']);

/** What an older version makes of it: the error that it has for that. */
export function readNewer<K extends DocumentKind>(kind: K, row: Row): DocumentOf[K] {
  const raw = { ...(JSON.parse(row.json) as object), format: 99 };
  return parseDocument(kind, JSON.stringify(raw), row.id);
}

export function readOnce(row: Row): Document {
  row.document ??= frozen(parseDocument(readKind(row.kind, row.id), row.json, row.id));
  return row.document;
}

/** Whoever would change what they have read fails at it. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

export function keyOf(kind: string, id: string): string {
  return `${kind} ${id}`;
}

export function isOver({ expiresAt }: Row, now: number): boolean {
  return expiresAt !== undefined && expiresAt <= now;
}

export function byId(a: Row, b: Row): number {
  return a.id < b.id ? -1 : 1;
}

/** Also of times before 1970 the order is that of the numbers. */
export function dueMark({ dueAt = 0, id }: Row): string {
  return `${String(dueAt + 1e15).padStart(17, '0')} ${id}`;
}
