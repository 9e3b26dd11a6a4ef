import { loadavg } from 'node:os';
import { circlesOfHostile } from '../../test/turns/hostile-sending';
import { benchFloods } from './floods';
import { layGround } from './ground';
import { benchHostile } from './hostile';
import { benchSearch } from './search';
import { benchTexts } from './texts';

const CROWD = 20_000;
/** Names of accounts and customers together. */
const SEARCHED = 200_000;
const HOSTILE = 20_000;

/** One of the benches, or floods and texts where none is named. */
export async function runBenches(what: string | undefined, count: string | undefined): Promise<void> {
  console.log(`load of the machine: ${loadavg()[0]?.toFixed(1)}`);
  const ground =
    what === 'hostile'
      ? await layGround(CROWD, circlesOfHostile())
      : await layGround(what === 'search' ? SEARCHED / 2 : CROWD);
  try {
    if (what === 'search') await benchSearch(ground);
    else if (what === 'hostile') await benchHostile(ground, Number(count ?? HOSTILE));
    else {
      if (what !== 'texts') await benchFloods(ground);
      if (what !== 'floods') await benchTexts(ground);
    }
  } finally {
    await ground.close();
  }
  console.log(`load of the machine: ${loadavg()[0]?.toFixed(1)}`);
}
