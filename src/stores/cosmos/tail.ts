import { z } from 'zod';

/**
 * Follows the changes of a partition by `_ts`, the second in which Cosmos wrote a document. Many documents share a
 * second, clocks of Cosmos' machines differ, and a replica of it may show a write a little late. So each scan starts
 * some seconds before the one before it started, and what was handed out from those seconds already is left out by its
 * etag. A scan may take many pages; a document that is written while the scan is on its way comes up again behind it.
 */
export const OVERLAP_SECONDS = 10;
/** More than this is not remembered; the rest is then handed out twice, which the port allows. */
const REMEMBERED = 5000;
const PAGE_AT_MOST = 1000;

export interface TailItem {
  readonly ts: number;
  readonly etag: string;
}

export interface TailPage<T extends TailItem> {
  readonly items: readonly T[];
  readonly continuation: string | undefined;
}

/** Documents with `_ts >= from` in the order of `_ts`, at most `size` of them. */
export type TailQuery<T extends TailItem> = (
  from: number,
  continuation: string | undefined,
  size: number,
) => Promise<TailPage<T>>;

export interface TailStep<T> {
  readonly items: readonly T[];
  readonly cursor: string;
  readonly caughtUp: boolean;
}

const position = z.object({
  /** Seconds from which this scan reads. */
  from: z.number(),
  /** Seconds from which the next scan will read, once this one has begun. */
  nextFrom: z.number().optional(),
  continuation: z.string().optional(),
  /** Handed out from the seconds that will be read again: `[ts, etag]`. */
  seen: z.array(z.tuple([z.number(), z.string()])),
});

type Position = z.infer<typeof position>;

const BEGINNING: Position = { from: 0, seen: [] };

/**
 * Reads on from the cursor, about `limit` documents. `serverSeconds` tells a time that Cosmos' clock has passed; the
 * later, the less is read twice.
 *
 * Documents of one second come in an order of their own, so one that is written in the second that a scan is passing
 * through can slip behind it. Caught up is therefore only who has read a scan from begin to end within one call.
 */
export async function followFeed<T extends TailItem>(
  cursor: string | undefined,
  limit: number,
  serverSeconds: () => number,
  query: TailQuery<T>,
): Promise<TailStep<T>> {
  let here = readCursor(cursor);
  let begunInThisCall = here.continuation === undefined;
  const items: T[] = [];
  for (;;) {
    const before = serverSeconds();
    // What was handed out already comes again, so room is made for it.
    const page = await query(here.from, here.continuation, Math.min(limit + here.seen.length, PAGE_AT_MOST));
    const fresh = unseen(here, page);
    items.push(...fresh);
    here = advance(here, page, fresh, before);
    const scanEnded = here.continuation === undefined;
    if (scanEnded && begunInThisCall) return { items, cursor: printCursor(here), caughtUp: true };
    if (items.length >= limit) return { items, cursor: printCursor(here), caughtUp: false };
    if (scanEnded) begunInThisCall = true;
  }
}

function unseen<T extends TailItem>(here: Position, page: TailPage<T>): readonly T[] {
  const seen = new Set(here.seen.map(([, etag]) => etag));
  return page.items.filter((item) => !seen.has(item.etag));
}

function advance(here: Position, page: TailPage<TailItem>, fresh: readonly TailItem[], before: number): Position {
  const nextFrom = here.nextFrom ?? Math.max(here.from, before - OVERLAP_SECONDS);
  const again = fresh.filter((item) => item.ts >= nextFrom).map((item): [number, string] => [item.ts, item.etag]);
  const seen = newest([...here.seen, ...again]);
  if (page.continuation !== undefined) return { from: here.from, nextFrom, continuation: page.continuation, seen };
  return { from: nextFrom, seen: seen.filter(([ts]) => ts >= nextFrom) };
}

function newest(seen: [number, string][]): [number, string][] {
  if (seen.length <= REMEMBERED) return seen;
  return seen.sort(([a], [b]) => a - b).slice(-REMEMBERED);
}

const PREFIX = 'c1-';

function printCursor(at: Position): string {
  return PREFIX + JSON.stringify(at);
}

/** A cursor that is not ours, say of another store, means the beginning: nothing can be missed by that. */
function readCursor(cursor: string | undefined): Position {
  if (cursor?.startsWith(PREFIX) !== true) return BEGINNING;
  try {
    return position.catch(BEGINNING).parse(JSON.parse(cursor.slice(PREFIX.length)));
  } catch {
    return BEGINNING;
  }
}
