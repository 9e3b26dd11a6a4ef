import { X509Certificate, createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Configuration } from '@azure/msal-node';
import type { Credential } from './entra';

const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;

/** What MSAL shows for the app: its secret, or its certificate with the key. Throws when the file holds no such pair. */
export async function proof(credential: Credential): Promise<Partial<Configuration['auth']>> {
  if (credential.kind === 'secret') return { clientSecret: credential.secret.reveal() };
  const pem = await readFile(credential.path, 'utf8');
  // The file may hold certificate and key in either order, and MSAL wants the key alone.
  const key = createPrivateKey(pem.slice(Math.max(0, pem.search(PRIVATE_KEY))));
  const privateKey = key.export({ type: 'pkcs8', format: 'pem' }).toString();
  const certificate = certificateOf(pem, key);
  const thumbprintSha256 = certificate.fingerprint256.replaceAll(':', '').toLowerCase();
  return { clientCertificate: { thumbprintSha256, privateKey, x5c: certificate.toString() } };
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

/** The one that the key belongs to: a file may hold the issuers' certificates too, before it or after. */
function certificateOf(pem: string, key: KeyObject): X509Certificate {
  const all = (pem.match(CERTIFICATE) ?? [pem]).map((one) => new X509Certificate(one));
  const own = all.find((certificate) => certificate.checkPrivateKey(key));
  if (own === undefined) throw new Error('the file holds no certificate for its private key');
  return own;
}
