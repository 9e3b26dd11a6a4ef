import { loadavg } from 'node:os';
import { runBot } from './bot';
import { benchFloods } from './floods';
import { runForger, type Forgery } from './forger';
import { layGround } from './ground';
import { benchSearch } from './search';
import { benchTexts } from './texts';

const CROWD = 20_000;
/** Names of accounts and customers together. */
const SEARCHED = 200_000;

/** `npm run bench -- door`: the bot beside floods, and what hostile texts cost it; `door floods` or `door texts` one of them; `door search`: searches from a compose box. */
export async function benchDoor([what, env, dir]: readonly string[]): Promise<void> {
  if (what === 'bot') return runBot(JSON.parse(env ?? '{}') as Record<string, string>, dir ?? '');
  if (what === 'forger') {
    runForger(JSON.parse(env ?? '') as Forgery);
    return;
  }
  console.log(`load of the machine: ${loadavg()[0]?.toFixed(1)}`);
  const ground = await layGround(what === 'search' ? SEARCHED / 2 : CROWD);
  try {
    if (what === 'search') {
      await benchSearch(ground);
      return;
    }
    if (what !== 'texts') await benchFloods(ground);
    if (what !== 'floods') await benchTexts(ground);
  } finally {
    await ground.close();
  }
  console.log(`load of the machine: ${loadavg()[0]?.toFixed(1)}`);
}
