import { runBot } from './bot';
import { runForger, type Forgery } from './forger';

/**
 * `npm run bench -- door`: the bot beside floods, and what hostile texts cost it; `door floods` or `door texts` one of them;
 * `door search`: searches from a compose box; `door hostile [activities]`: hostile activities of every kind of sender.
 */
export async function benchDoor([what, given, dir]: readonly string[]): Promise<void> {
  if (what === 'bot') return runBot(JSON.parse(given ?? '{}') as Record<string, string>, dir ?? '');
  if (what === 'forger') {
    runForger(JSON.parse(given ?? '') as Forgery);
    return;
  }
  // Loaded here alone: in the bot's process its memory and its garbage would not be the bot's.
  const { runBenches } = await import('./benches.js');
  await runBenches(what, given);
}
