import { loadavg } from 'node:os';
import { runBot } from './bot';
import { benchFloods } from './floods';
import { runForger, type Forgery } from './forger';
import { layGround } from './ground';
import { benchHostile } from './hostile';
import { benchSearch } from './search';
import { benchTexts } from './texts';
import { circlesOfHostile } from '../../test/turns/hostile-sending';

const CROWD = 20_000;
/** Names of accounts and customers together. */
const SEARCHED = 200_000;
const HOSTILE = 20_000;

/** `npm run bench -- door`: the bot beside floods, and what hostile texts cost it; `door floods` or `door texts` one of them; `door search`: searches from a compose box; `door hostile [activities]`: hostile activities of every kind of sender. */
export async function benchDoor([what, env, dir]: readonly string[]): Promise<void> {
  if (what === 'bot') return runBot(JSON.parse(env ?? '{}') as Record<string, string>, dir ?? '');
  if (what === 'forger') {
    runForger(JSON.parse(env ?? '') as Forgery);
    return;
  }
  console.log(`load of the machine: ${loadavg()[0]?.toFixed(1)}`);
  const ground =
    what === 'hostile'
      ? await layGround(CROWD, circlesOfHostile())
      : await layGround(what === 'search' ? SEARCHED / 2 : CROWD);
  try {
    if (what === 'search') await benchSearch(ground);
    else if (what === 'hostile') await benchHostile(ground, Number(env ?? HOSTILE));
    else {
      if (what !== 'texts') await benchFloods(ground);
      if (what !== 'floods') await benchTexts(ground);
    }
  } finally {
    await ground.close();
  }
  console.log(`load of the machine: ${loadavg()[0]?.toFixed(1)}`);
}
