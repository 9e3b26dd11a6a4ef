import { readFile } from 'node:fs/promises';
import type { Configuration } from '@azure/msal-node';
import { certificatePair } from './certificate-pair';
import type { Credential } from './entra';

/** What MSAL shows for the app: its secret, or its certificate with the key. Throws when the file holds no such pair. */
export async function proof(credential: Credential): Promise<Partial<Configuration['auth']>> {
  if (credential.kind === 'secret') return { clientSecret: credential.secret.reveal() };
  const pair = certificatePair(await readFile(credential.path, 'utf8'));
  if (!pair.ok) throw new Error(`the file ${pair.problem}`);
  const { key, certificate } = pair;
  const privateKey = key.export({ type: 'pkcs8', format: 'pem' }).toString();
  const thumbprintSha256 = certificate.fingerprint256.replaceAll(':', '').toLowerCase();
  return { clientCertificate: { thumbprintSha256, privateKey, x5c: certificate.toString() } };
}
