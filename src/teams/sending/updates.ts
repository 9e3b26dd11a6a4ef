import type { Message, Sent } from '../../courier';

/** Updates of one message: one at a time, and the newest content wins over what has not left yet. */
export interface Updates {
  /** @param send gets the newest content when it asks for it, not when it is called */
  run(key: string, message: Message, send: (latest: () => Message) => Promise<Sent>): Promise<Sent>;
}

interface Line {
  /** Waits for its turn and may still take on newer content. */
  waiting: { message: Message; taken: boolean; readonly outcome: Promise<Sent> } | undefined;
  last: Promise<unknown>;
}

export function createUpdates(): Updates {
  const lines = new Map<string, Line>();
  return {
    run(key, message, send) {
      const line = lines.get(key) ?? { waiting: undefined, last: Promise.resolve() };
      lines.set(key, line);
      if (line.waiting !== undefined && !line.waiting.taken) {
        line.waiting.message = message;
        return line.waiting.outcome;
      }
      const content = { message, taken: false };
      const outcome = line.last.then(() =>
        send(() => {
          content.taken = true;
          return content.message;
        }),
      );
      const waiting = Object.assign(content, { outcome });
      line.waiting = waiting;
      line.last = outcome
        .catch(() => undefined)
        .finally(() => {
          if (line.waiting === waiting) lines.delete(key);
        });
      return outcome;
    },
  };
}
