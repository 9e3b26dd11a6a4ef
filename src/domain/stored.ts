import type { Instant } from './time';

/** What every stored document carries. `format` is the version of its shape; upgrades are listed in upgrades.ts. */
export interface Stored {
  readonly id: string;
  readonly partnerId: string;
  readonly format: number;
  /** When this document is next to be worked on; documents without it owe nothing. */
  readonly dueAt?: Instant;
  /** Seconds after its last write at which the store may forget the document. */
  readonly ttl?: number;
}
