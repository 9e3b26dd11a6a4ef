import { benchMemory, runMemoryBot } from './memory';
import { benchSends } from './sends';
import { runBot } from './bot-process';
import { benchTurns } from './turns';

/**
 * `npm run bench -- teams` measures turns and sends; `turns [seconds]` or `sends [seconds]` only one of them, and
 * `memory [turns]` what stays in memory after many turns.
 */
export async function benchTeams(args: readonly string[]): Promise<void> {
  const [what, value] = args;
  if (what === 'memory-bot') return runMemoryBot(value ?? '');
  if (what === 'memory') return benchMemory(Number(value ?? 100_000));
  const seconds = value === undefined ? undefined : Number(value);
  if (what === 'bot') return runBot(value ?? '', args[2] ?? '');
  if (what === undefined || what === 'turns') await benchTurns(seconds ?? 4);
  if (what === undefined || what === 'sends') await benchSends(seconds ?? 20);
}
