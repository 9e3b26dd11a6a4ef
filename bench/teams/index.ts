import { benchSends } from './sends';
import { runBot } from './bot-process';
import { benchTurns } from './turns';

/** `npm run bench -- teams` measures turns and sends; `turns [seconds]` or `sends [seconds]` only one of them. */
export async function benchTeams(args: readonly string[]): Promise<void> {
  const [what, value] = args;
  const seconds = value === undefined ? undefined : Number(value);
  if (what === 'bot') return runBot(value ?? '', args[2] ?? '');
  if (what === undefined || what === 'turns') await benchTurns(seconds ?? 4);
  if (what === undefined || what === 'sends') await benchSends(seconds ?? 20);
}
