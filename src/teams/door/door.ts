import { LRUCache } from 'lru-cache';
import type { Clock } from '../../domain/time';
import type { Log } from '../../runtime/log';
import type { BotAuth } from '../adapter';
import { createAllowance, type Flood } from './flood';
import type { RefusalLog } from './refusal-log';
import type { Timer } from '../timer';
import { createTokenCheck } from './token-check';

/** Lets in who carries a good token, before a byte of the body is read. */
export interface Door {
  /** `open`, or the status to answer with. */
  knock(address: string, authorization: string | undefined): Promise<'open' | 401 | 429 | 503>;
}

/**
 * Behind a proxy everybody comes from its address, Teams too. So an address with too many refusals is not shut: tokens
 * that were found good before pass without any work, and so many others a second are still looked at, which is a small
 * part of a processor. Teams uses one token for about an hour.
 */
const LOOKED_AT_IN_A_FLOOD = { burst: 500, perSecond: 500 };
const REMEMBERED_TOKENS = 200;

export function createDoor(deps: {
  readonly auth: BotAuth;
  readonly flood: Flood;
  readonly refusals: RefusalLog;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
}): Door {
  const { auth, flood, clock } = deps;
  if (auth.mode === 'off') return { knock: () => Promise.resolve('open') };
  const tokens = createTokenCheck(auth, deps);
  const mayLook = createAllowance(LOOKED_AT_IN_A_FLOOD, deps.timer);
  const goodUntil = new LRUCache<string, number>({ max: REMEMBERED_TOKENS });

  return {
    async knock(address, authorization) {
      const until = authorization === undefined ? undefined : goodUntil.get(authorization);
      if (until !== undefined && clock.now() < until) return 'open';
      const flooded = flood.over(address);
      if (flooded && !mayLook()) return 429;
      const verdict = await tokens.check(authorization);
      switch (verdict.token) {
        case 'good':
          goodUntil.set(authorization ?? '', verdict.goodUntil);
          return 'open';
        case 'unable':
          deps.log.error({ error: verdict.error }, 'A token could not be checked: see BOT_OPENID_METADATA_URL.');
          return 503;
        case 'refused':
          deps.refusals.refused(verdict.why);
          return flooded ? 429 : 401;
      }
    },
  };
}
