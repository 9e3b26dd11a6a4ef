import { SEND_LIMITS } from '../../src/teams/sending/limits';
import { createSlidingLog } from '../../src/teams/sending/sliding-log';

const HOUR = 3_600_000;

describe('the log of a conversation', () => {
  it('keeps no times that matter to no window, however steadily the conversation is used', () => {
    const log = createSlidingLog(SEND_LIMITS.windows);
    let most = 0;
    // Once every ten minutes for a month.
    for (let at = 0; at < 30 * 24 * HOUR; at += HOUR / 6) {
      log.start();
      log.finish(at);
      most = Math.max(most, log.remembered());
    }

    expect(most).toBeLessThanOrEqual(7);
  });

  it('still knows all that the longest window counts', () => {
    const log = createSlidingLog([{ count: 3, ms: HOUR }]);
    for (const at of [0, HOUR / 2, HOUR]) {
      log.start();
      log.finish(at);
    }

    expect(log.readyAt()).toBeGreaterThan(HOUR);
    expect(log.remembered()).toBe(3);
  });
});
