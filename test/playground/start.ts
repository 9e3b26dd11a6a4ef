import { eventually } from '../drills/eventually';
import type { State } from '../../src/sandbox/state';
import { startProgram } from './program';
import type { Program } from './program';

type Env = Readonly<Record<string, string>>;

/** `npm start` as a newcomer runs it, but with nobody accepting by themselves, and quicker. */
export interface Running {
  readonly program: Program;
  readonly url: string;
  readonly ports: Env;
  /** What the sandbox is told to do. */
  control(action: string, given?: object): Promise<void>;
  /** How the sandbox is. */
  world(): Promise<State>;
  /** Resolves once it is so. */
  until(what: string, look: () => Promise<boolean>): Promise<unknown>;
}

export async function startBot(env: Env, ports: Env): Promise<Running> {
  const quick = { SYNC_INTERVAL_S: '0.5', RECONCILE_INTERVAL_S: '0.2' };
  const program = startProgram('start.ts', { ...env, ...ports, ...quick }, ['--still']);
  const [, bot = ''] = await program.line(/listening on port (\d+)/);
  const [url, playground = ''] = await program.line(/http:\/\/localhost:(\d+)/);
  const [control] = await program.line(/http:\/\/127\.0\.0\.1:\d+\/control/);
  return {
    program,
    url,
    ports: { PORT: bot, TEAMSAPPTESTER_PORT: playground },
    async control(action, given = {}) {
      const answer = await fetch(`${control}/${action}`, { method: 'POST', body: JSON.stringify(given) });
      if (!answer.ok) throw new Error(`${action}: ${await answer.text()}`);
    },
    world: async () => (await (await fetch(`${control}/world`)).json()) as State,
    until: (what, look) => eventually(what, look, 30_000),
  };
}
