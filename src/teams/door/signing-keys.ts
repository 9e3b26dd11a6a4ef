import { createPublicKey, type KeyObject } from 'node:crypto';
import { readBytes } from '../../runtime/http-body';
import { parseKeySet, parseOpenId } from '../schema';
import type { Timer } from '../timer';

export interface SigningKey {
  readonly key: KeyObject;
  /** Channels for which the key may sign; empty: all. */
  readonly endorsements: readonly string[];
}

/** The public keys of incoming tokens. */
export interface SigningKeys {
  /** `undefined` when there is no such key. Throws when the keys could not be fetched and none are kept. */
  get(keyId: string): Promise<SigningKey | undefined>;
}

const KEEP_FOR_MS = 24 * 3_600_000;
/** Tokens that name keys which nobody published must not make us fetch again and again. */
const ASK_AGAIN_AFTER_MS = 5 * 60_000;
/** Nor may a metadata server that is down be asked by every request. */
const AFTER_FAILURE_MS = 2_000;
const TIMEOUT_MS = 10_000;
const MAX_BYTES = 512 * 1024;

type Keys = ReadonlyMap<string, SigningKey>;

export function createSigningKeys(openIdMetadataUrl: string, timer: Timer): SigningKeys {
  let kept: { readonly keys: Keys; readonly at: number } | undefined;
  let failed: { readonly error: unknown; readonly at: number } | undefined;
  let fetching: Promise<Keys> | undefined;

  function fetchOnce(): Promise<Keys> {
    fetching ??= fetchKeys(openIdMetadataUrl)
      .then((keys) => {
        kept = { keys, at: timer.now() };
        failed = undefined;
        return keys;
      })
      .catch((error: unknown) => {
        failed = { error, at: timer.now() };
        throw error;
      })
      .finally(() => {
        fetching = undefined;
      });
    return fetching;
  }

  async function fresh(): Promise<Keys> {
    if (failed !== undefined && timer.now() - failed.at < AFTER_FAILURE_MS) {
      if (kept !== undefined) return kept.keys;
      throw new Error('The signing keys could not be fetched a moment ago.', { cause: failed.error });
    }
    try {
      return await fetchOnce();
    } catch (error) {
      if (kept !== undefined) return kept.keys;
      throw error;
    }
  }

  return {
    async get(keyId) {
      const age = kept === undefined ? Infinity : timer.now() - kept.at;
      const keys = kept === undefined || age > KEEP_FOR_MS ? await fresh() : kept.keys;
      const key = keys.get(keyId);
      if (key !== undefined || age < ASK_AGAIN_AFTER_MS || age === Infinity) return key;
      return (await fresh()).get(keyId);
    },
  };
}

async function fetchKeys(openIdMetadataUrl: string): Promise<Keys> {
  const { jwks_uri: address } = parseOpenId(await fetchJson(openIdMetadataUrl));
  const keys = new Map<string, SigningKey>();
  for (const { kid, endorsements, ...jwk } of parseKeySet(await fetchJson(address)).keys) {
    const key = publicKeyOf(jwk);
    if (kid !== undefined && key !== undefined) keys.set(kid, { key, endorsements });
  }
  return keys;
}

async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`The signing keys: ${new URL(address).host} answers ${response.status}.`);
  const bytes = await readBytes(response, MAX_BYTES);
  if (bytes === undefined) throw new Error(`The signing keys: the answer of ${new URL(address).host} is too large.`);
  return JSON.parse(bytes.toString('utf8'));
}

/** Only RSA keys: the algorithms that we take are RSA's. */
function publicKeyOf(jwk: {
  readonly kty: string;
  readonly n?: string | undefined;
  readonly e?: string | undefined;
}): KeyObject | undefined {
  const { kty, n, e } = jwk;
  if (kty !== 'RSA' || n === undefined || e === undefined) return undefined;
  try {
    return createPublicKey({ format: 'jwk', key: { kty, n, e } });
  } catch {
    return undefined;
  }
}
