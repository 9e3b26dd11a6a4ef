import { LRUCache } from 'lru-cache';
import { atMost } from '../../runtime/at-most';
import { createSlidingLog, type SlidingLog, type Window } from '../sending/sliding-log';
import type { Timer } from '../timer';

/**
 * How much of the bot one person, and one conversation, can have. In the terms of the limiter: windows, none of which is
 * exceeded. A person takes a fifth of what Teams lets us send in a tenant, and looks at the sources three at a time.
 */
const PERSON: readonly Window[] = [
  { count: 10, ms: 1_000 },
  { count: 60, ms: 30_000 },
];
const CONVERSATION: readonly Window[] = [{ count: 120, ms: 30_000 }];
/** Clicks and searches wait for nothing in a queue: they are answered in the same request. */
const PERSON_AT_ONCE: readonly Window[] = [
  { count: 15, ms: 1_000 },
  { count: 150, ms: 30_000 },
];
const SIDE_BY_SIDE = 3;
/** Who has more waiting than this is told so; it takes half a minute to answer them. */
const MAX_WAITING = 60;
const TELL_EVERY_MS = 30_000;
const MAX_REMEMBERED = 10_000;

export interface Whose {
  /** Absent for events: then only the conversation counts. */
  readonly personId?: string;
  readonly conversationId: string;
}

/** - `over`: there are too many already; `tell` when it was not said a moment ago */
export type Entered<T> =
  { readonly entered: true; readonly result: T } | { readonly entered: false; readonly tell: boolean };

export interface Turnstile {
  /**
   * Runs `ask` when there is room, a few of one person side by side, and `say` after the `say`s of all that the same
   * person sent before: answers come in the order of the questions.
   */
  inOrder<T>(whose: Whose, ask: () => Promise<T>, say: (asked: T) => Promise<void>): Promise<Entered<T>>;
  /** Whether a click or a search may be answered now. */
  atOnce(whose: Whose): boolean;
}

interface Line {
  readonly log: SlidingLog;
  waiting: (() => void)[];
  running: number;
  queued: number;
  lastSaid: Promise<void>;
  toldAt: number;
  cancel: (() => void) | undefined;
}

export function createTurnstile(timer: Timer): Turnstile {
  const lines = new LRUCache<string, Line>(atMost(MAX_REMEMBERED));
  const conversations = new LRUCache<string, SlidingLog>(atMost(MAX_REMEMBERED));
  const clicks = new LRUCache<string, SlidingLog>(atMost(MAX_REMEMBERED));

  function lineOf(key: string): Line {
    const known = lines.get(key);
    if (known !== undefined) return known;
    const line: Line = {
      log: createSlidingLog(PERSON),
      waiting: [],
      running: 0,
      queued: 0,
      lastSaid: Promise.resolve(),
      toldAt: -Infinity,
      cancel: undefined,
    };
    lines.set(key, line);
    return line;
  }

  function logOf(logs: typeof clicks, key: string, windows: readonly Window[]): SlidingLog {
    const known = logs.get(key) ?? createSlidingLog(windows);
    logs.set(key, known);
    return known;
  }

  /** Lets the next ones of a line go, and comes back when a window has room again. */
  function pump(line: Line): void {
    line.cancel?.();
    line.cancel = undefined;
    while (line.waiting.length > 0 && line.running < SIDE_BY_SIDE) {
      const waitMs = line.log.readyAt() - timer.now();
      if (waitMs > 0) {
        line.cancel = timer.after(Math.ceil(waitMs), () => {
          pump(line);
        });
        return;
      }
      take(line.log);
      line.running += 1;
      line.waiting.shift()?.();
    }
  }

  function take(log: SlidingLog): void {
    log.start();
    log.finish(timer.now());
  }

  async function asked<T>(line: Line, ask: () => Promise<T>): Promise<T> {
    await new Promise<void>((resolve) => {
      line.waiting.push(resolve);
      pump(line);
    });
    try {
      return await ask();
    } finally {
      line.running -= 1;
      pump(line);
    }
  }

  return {
    async inOrder(whose, ask, say) {
      const line = lineOf(whose.personId ?? whose.conversationId);
      const talk = logOf(conversations, whose.conversationId, CONVERSATION);
      if (line.queued >= MAX_WAITING || talk.readyAt() > timer.now()) {
        const tell = timer.now() - line.toldAt >= TELL_EVERY_MS;
        if (tell) line.toldAt = timer.now();
        return { entered: false, tell };
      }
      take(talk);
      line.queued += 1;
      const before = line.lastSaid;
      const asking = asked(line, ask);
      const saying = asking.then(async (result) => {
        await before;
        await say(result);
      });
      line.lastSaid = saying.catch(() => undefined);
      try {
        await saying;
        return { entered: true, result: await asking };
      } finally {
        line.queued -= 1;
      }
    },
    atOnce({ personId, conversationId }) {
      const log = logOf(clicks, personId ?? conversationId, PERSON_AT_ONCE);
      if (log.readyAt() > timer.now()) return false;
      take(log);
      return true;
    },
  };
}
