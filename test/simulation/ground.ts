import type { Log } from '../../src/runtime/log';
import type { Lines } from './lines';
import { createLines } from './lines';
import { createScheduler } from './scheduler';
import type { Scheduler } from './scheduler';
import { createSimDatabase } from './sim-store';
import type { SimDatabase } from './sim-store';
import { createSimSources } from './sim-sources';
import type { SimSources } from './sim-sources';
import { createSimTeams } from './sim-teams';
import type { SimTeams } from './sim-teams';
import { PEOPLE } from './cast';
import type { Plan } from './plan';

/** A line of the story, with the true time of it. */
export interface Line {
  readonly at: number;
  readonly who: string;
  readonly what: string;
}

/** What a plan says of it. */
type Country = Pick<Plan, 'seed' | 'start' | 'zone' | 'providers' | 'dozes'>;

/** What is there whoever runs: time, the services, the ways to them, and the story. */
export interface Ground {
  readonly seed: string;
  /** By which clock the channels live. */
  readonly zone: string;
  readonly scheduler: Scheduler;
  readonly lines: Lines;
  readonly database: SimDatabase;
  readonly teams: SimTeams;
  readonly sources: SimSources;
  readonly story: Line[];
  tell(who: string, what: string): void;
  /** Nobody does anything: what runs by itself looks round now and then only, as in a machine that dozes. */
  isQuiet: boolean;
  restUntil(afterMs: number): number;
  /** Everything that went wrong inside of the program. */
  readonly errors: string[];
  logOf(name: string): Log;
}

export function createGround({ seed, start, zone, providers, dozes }: Country, perSecond: number): Ground {
  const scheduler = createScheduler(seed, start);
  const story: Line[] = [];
  const errors: string[] = [];
  const tell = (who: string, what: string): void => void story.push({ at: scheduler.now(), who, what });
  const ground: Ground = {
    seed,
    zone,
    scheduler,
    lines: createLines(seed, scheduler),
    database: createSimDatabase(() => scheduler.now()),
    teams: createSimTeams(() => scheduler.now(), perSecond, new Set(PEOPLE.map(({ id }) => id))),
    sources: createSimSources(() => scheduler.now(), providers),
    story,
    tell,
    isQuiet: false,
    restUntil(afterMs) {
      if (!ground.isQuiet) return afterMs;
      const now = scheduler.now();
      const rounds = Math.ceil((now + afterMs - dozes.first) / dozes.every);
      return rounds * dozes.every + dozes.first - now;
    },
    errors,
    logOf: (name) =>
      logOf(
        name,
        (who, what) => {
          // While everybody dozes, who takes which lease is no part of the story.
          if (!ground.isQuiet || !what.startsWith('info')) tell(who, what);
        },
        errors,
      ),
  };
  return ground;
}

/** What comes of a store or a source that cannot be asked, or of a document that only a newer version can read. */
function isOutside(error: unknown): boolean {
  return error instanceof Error && ['StoreUnavailable', 'SourceFailure', 'UnreadableDocument'].includes(error.name);
}

function logOf(name: string, tell: Ground['tell'], errors: string[]): Log {
  const line = (level: string) => (fields: object, text: string) => {
    const { error } = fields as { error?: unknown };
    const why = error instanceof Error ? `: ${error.name}: ${error.message}` : '';
    tell(name, `${level}: ${text}${why}`);
    const isOurs = error instanceof Error && !isOutside(error) && !isOutside(error.cause);
    if (level === 'error' && isOurs) errors.push(`${name}: ${text}${why} ${error.stack?.split('\n')[1] ?? ''}`);
  };
  const log: Log = {
    debug: () => undefined,
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
    with: () => log,
  };
  return log;
}
