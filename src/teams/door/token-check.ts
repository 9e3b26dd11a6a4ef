import { verify } from 'node:crypto';
import type { Clock } from '../../domain/time';
import type { BotAuth } from '../adapter';
import { parseToken, type TokenShape } from '../schema';
import { createSigningKeys } from './signing-keys';
import type { Timer } from '../timer';

/** Why a token is not taken, in words for an operator; nothing in them comes from the token. */
export type Refusal =
  | 'no token'
  | 'not a token'
  | 'algorithm not allowed'
  | 'wrong issuer: see BOT_TOKEN_ISSUER'
  | 'token for another application: see BOT_ID'
  | 'expired'
  | 'not valid yet: see the clock of this machine'
  | 'unknown key'
  | 'key not for Teams'
  | 'wrong signature';

/** - `unable`: it could not be checked, because the keys could not be fetched. */
export type TokenVerdict =
  | { readonly token: 'good'; readonly goodUntil: number }
  | { readonly token: 'refused'; readonly why: Refusal }
  | { readonly token: 'unable'; readonly error: unknown };

export interface TokenCheck {
  /** All of a token that can be told from the header alone: its claims first, its signature after that. */
  check(authorization: string | undefined): Promise<TokenVerdict>;
}

const CLOCK_TOLERANCE_S = 5 * 60;
const CHANNEL = 'msteams';
const DIGESTS: ReadonlyMap<string, string> = new Map([
  ['RS256', 'RSA-SHA256'],
  ['RS384', 'RSA-SHA384'],
  ['RS512', 'RSA-SHA512'],
]);
const BEARER = /^Bearer ([\w-]{1,4000})\.([\w-]{1,8000})\.([\w-]{1,4000})$/;

/**
 * The SDK looks at a token only when it has the whole activity, accepts tokens without an end, and prints every one that
 * it refuses; so a token comes to it only after it was found good here. What must fit the activity, it checks itself.
 */
export function createTokenCheck(
  auth: Extract<BotAuth, { mode: 'on' }>,
  deps: { readonly clock: Clock; readonly timer: Timer },
): TokenCheck {
  const keys = createSigningKeys(auth.openIdMetadataUrl, deps.timer);

  async function signed(token: TokenShape, content: string, signature: string): Promise<TokenVerdict> {
    const key = token.kid === undefined ? undefined : await keys.get(token.kid);
    if (key === undefined) return refused('unknown key');
    if (key.endorsements.length > 0 && !key.endorsements.includes(CHANNEL)) return refused('key not for Teams');
    const digest = DIGESTS.get(token.alg);
    const bytes = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding));
    const good = verify(digest, bytes(content, 'latin1'), key.key, bytes(signature, 'base64url'));
    if (!good) return refused('wrong signature');
    return { token: 'good', goodUntil: (token.claims.exp + CLOCK_TOLERANCE_S) * 1000 };
  }

  return {
    async check(authorization) {
      if (authorization === undefined || authorization === '') return refused('no token');
      const [, header, claims, signature] = BEARER.exec(authorization) ?? [];
      const token = parseToken(decode(header), decode(claims));
      if (token === undefined || signature === undefined) return refused('not a token');
      const why = unlikely(token, auth, deps.clock.now() / 1000);
      if (why !== undefined) return refused(why);
      try {
        return await signed(token, `${header}.${claims}`, signature);
      } catch (error) {
        return { token: 'unable', error };
      }
    },
  };
}

function unlikely(
  { alg, claims }: TokenShape,
  auth: Extract<BotAuth, { mode: 'on' }>,
  now: number,
): Refusal | undefined {
  if (!DIGESTS.has(alg)) return 'algorithm not allowed';
  if (claims.iss !== auth.tokenIssuer) return 'wrong issuer: see BOT_TOKEN_ISSUER';
  if (claims.aud !== auth.appId) return 'token for another application: see BOT_ID';
  if (claims.exp <= now - CLOCK_TOLERANCE_S) return 'expired';
  if ((claims.nbf ?? 0) > now + CLOCK_TOLERANCE_S) return 'not valid yet: see the clock of this machine';
  return undefined;
}

function refused(why: Refusal): TokenVerdict {
  return { token: 'refused', why };
}

function decode(part: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
