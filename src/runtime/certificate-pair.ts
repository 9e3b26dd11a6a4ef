import { X509Certificate, createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** A certificate with the private key that it belongs to; or what the file lacks, after "the file ...". */
export type CertificatePair =
  | { readonly ok: true; readonly key: KeyObject; readonly certificate: X509Certificate }
  | { readonly ok: false; readonly problem: string };

const PRIVATE_KEY = /-----BEGIN ([A-Z ]*)PRIVATE KEY-----[^-]+-----END \1PRIVATE KEY-----/;
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

/**
 * Reads a PEM file, whatever order its parts are in: the certificate that fits the key is the one, and those of its
 * issuers may stand before or after it.
 */
export function certificatePair(pem: string): CertificatePair {
  const written = PRIVATE_KEY.exec(pem);
  if (written === null) return { ok: false, problem: 'holds no private key in PEM form' };
  let key: KeyObject;
  try {
    key = createPrivateKey(written[0]);
  } catch {
    const isLocked = written[1] === 'ENCRYPTED ' || written[0].includes('Proc-Type: 4,ENCRYPTED');
    return { ok: false, problem: isLocked ? 'holds a private key with a pass phrase' : 'holds a damaged private key' };
  }
  const all = pem.match(CERTIFICATE) ?? [];
  if (all.length === 0) return { ok: false, problem: 'holds no certificate in PEM form' };
  const certificate = all.map(readable).find((one) => one?.checkPrivateKey(key) === true);
  if (certificate === undefined) return { ok: false, problem: 'holds no certificate for its private key' };
  return { ok: true, key, certificate };
}

function readable(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}
