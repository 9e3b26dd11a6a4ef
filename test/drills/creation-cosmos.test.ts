import { cosmosDatabase } from './cosmos-database';
import { prepareGround } from './ground';
import type { Ground } from './ground';
import { killAtCreationSteps, CREATION_STEPS } from './creation-steps';

const LIMIT = 300_000;

let ground: Ground;
afterEach(() => ground.close(), LIMIT);

it(
  `on Cosmos, killed with -9 at every named step of a creation (${CREATION_STEPS}): one customer each, mapped`,
  async () => {
    ground = await prepareGround({ seed: 20_261_130, database: cosmosDatabase });
    await killAtCreationSteps(ground);
  },
  LIMIT,
);
