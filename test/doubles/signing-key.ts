import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { madeOnce } from '../libraries/made-once';

/** A key of the Bot Framework's double, the same in every test file of a process: making one takes a third of a second. */
export function signingKey(name: string) {
  return madeOnce(`the ${name} key of the Bot Framework`, () => generateKeyPairSync('rsa', { modulusLength: 2048 }));
}

/** As the Bot Framework publishes it. */
export function publicKey(key: KeyObject, kid: string, endorsements: string[]): object {
  return { ...key.export({ format: 'jwk' }), kid, x5t: kid, use: 'sig', endorsements };
}
