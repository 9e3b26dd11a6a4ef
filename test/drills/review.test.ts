import { prepareGround } from './ground';
import type { Ground } from './ground';
import { killAtReviewSteps, REVIEW_STEPS } from './review-steps';

const LIMIT = 300_000;

let ground: Ground;
afterEach(() => ground.close(), LIMIT);

it(
  `on the embedded store, a replica that is killed at one of ${REVIEW_STEPS} steps of a review loses no decision and makes none twice`,
  async () => {
    ground = await prepareGround({ seed: 1_812 });
    await killAtReviewSteps(ground);
  },
  LIMIT,
);
