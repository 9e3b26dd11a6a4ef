import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { LRUCache } from 'lru-cache';
import { HOUR, MINUTE, SECOND } from '../../domain/time';
import type { Clock, Instant } from '../../domain/time';
import { readBytes } from '../../runtime/http-body';

export interface CertificateSettings {
  /** Whether this host (and port) is on the list of the settings. The address comes from the caller: nothing else counts. */
  readonly hostAllowed: (url: URL) => boolean;
  /** PEM file with CA certificates; without it the host list is the real control. */
  readonly caFile?: string;
}

export interface CertificateDeps {
  readonly clock: Clock;
  readonly fetch?: typeof fetch;
  /** Milliseconds that a download may take. */
  readonly attemptMs?: number;
}

/** - `unusable`: refuse the notification. - `unavailable`: we could not look; it should be delivered again. */
export type CertificateAnswer =
  | { readonly ok: true; readonly certificate: X509Certificate }
  | { readonly ok: false; readonly why: 'unusable' | 'unavailable'; readonly reason: string };

export interface Certificates {
  /** `fresh` passes by what is kept, unless that is newer than a few minutes. */
  get(address: string, fresh?: boolean): Promise<CertificateAnswer>;
}

const MAX_BYTES = 64 * 1024;
const KEEP_FOR = 12 * HOUR;
const FRESH_ENOUGH = 5 * MINUTE;
const MOST_KEPT = 20;
const PATH = /^\/cert\/[\w.-]+\.cer$/i;

export function createCertificates(settings: CertificateSettings, deps: CertificateDeps): Certificates {
  const { clock } = deps;
  const kept = new LRUCache<string, { readonly answer: Promise<CertificateAnswer>; readonly at: Instant }>({
    max: MOST_KEPT,
  });
  return {
    async get(address, fresh = false) {
      const url = addressOf(address, settings);
      if (url === undefined) return unusable('the address of the certificate is not allowed');
      const known = kept.get(url.href);
      const age = known === undefined ? Infinity : clock.now() - known.at;
      if (known !== undefined && age < (fresh ? FRESH_ENOUGH : KEEP_FOR)) return checked(await known.answer, clock);
      const answer = load(url, settings, deps);
      kept.set(url.href, { answer, at: clock.now() });
      const loaded = await answer;
      if (!loaded.ok) kept.delete(url.href);
      return checked(loaded, clock);
    },
  };
}

function addressOf(address: string, settings: CertificateSettings): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const plain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return url.protocol === 'https:' && plain && PATH.test(url.pathname) && settings.hostAllowed(url) ? url : undefined;
}

async function load(url: URL, settings: CertificateSettings, deps: CertificateDeps): Promise<CertificateAnswer> {
  let bytes: Buffer | undefined;
  try {
    const signal = AbortSignal.timeout(deps.attemptMs ?? 5 * SECOND);
    const response = await (deps.fetch ?? fetch)(url, { redirect: 'manual', signal });
    if (response.status >= 500) return unavailable(`the certificate's host answers ${response.status}`);
    if (response.status !== 200) return unusable(`the certificate's host answers ${response.status}`);
    bytes = await readBytes(response, MAX_BYTES);
  } catch {
    return unavailable('the certificate cannot be downloaded');
  }
  if (bytes === undefined) return unusable('the certificate is too large');
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(new Uint8Array(bytes));
  } catch {
    return unusable('what was downloaded is not a certificate');
  }
  const problem = problemOf(certificate);
  if (problem !== undefined) return unusable(problem);
  if (settings.caFile !== undefined) {
    const led = await leadsTo(certificate, settings.caFile, deps.clock.now());
    if (!led.ok) return led;
  }
  return { ok: true, certificate };
}

const MICROSOFT = /(^|\n)O=Microsoft Corporation(\n|$)/;
const LEAST_KEY_BITS = 2_048;
/** What a certificate may be for, where it says so: serving or asking over TLS, or signing code. */
const PURPOSES: readonly string[] = ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.3'];

/** Both names, the key and the purpose: a certificate that Microsoft issued to somebody else signs nothing for it. */
function problemOf(certificate: X509Certificate): string | undefined {
  const { publicKey } = certificate;
  if (!MICROSOFT.test(certificate.issuer)) return 'the issuer is not Microsoft';
  if (!MICROSOFT.test(certificate.subject)) return 'the subject is not Microsoft';
  if (certificate.ca) return 'the certificate is an authority, not a signer';
  if (publicKey.asymmetricKeyType !== 'rsa') return 'the certificate has no RSA key';
  if ((publicKey.asymmetricKeyDetails?.modulusLength ?? 0) < LEAST_KEY_BITS) return 'the key is too short';
  const purposes = purposesOf(certificate);
  if (purposes !== undefined && !purposes.some((one) => PURPOSES.includes(one))) return 'the purpose is another';
  return undefined;
}

/** Node gives the extended usages under this name; absent means any, whatever its types say. */
function purposesOf({ keyUsage }: X509Certificate): readonly string[] | undefined {
  return keyUsage;
}

/** Node builds no chains: the issuer must be one of the pinned certificates, itself valid and allowed to sign others. */
async function leadsTo(
  certificate: X509Certificate,
  caFile: string,
  now: Instant,
): Promise<{ readonly ok: true } | Extract<CertificateAnswer, { ok: false }>> {
  let pinned: readonly X509Certificate[];
  try {
    const pem = await readFile(caFile, 'utf8');
    const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
    pinned = blocks.map((block) => new X509Certificate(block));
  } catch {
    return unavailable('PARTNER_CENTER_WEBHOOK_CA_FILE cannot be read');
  }
  const signed = pinned.some(
    (ca) => ca.ca && isValid(ca, now) && certificate.checkIssued(ca) && certificate.verify(ca.publicKey),
  );
  return signed ? { ok: true } : unusable('no certificate of PARTNER_CENTER_WEBHOOK_CA_FILE has signed this one');
}

/** A kept certificate may have run out since it came. */
function checked(answer: CertificateAnswer, clock: Clock): CertificateAnswer {
  if (!answer.ok || isValid(answer.certificate, clock.now())) return answer;
  return unusable('the certificate is not valid now');
}

function isValid(certificate: X509Certificate, now: Instant): boolean {
  return Date.parse(certificate.validFrom) <= now && now <= Date.parse(certificate.validTo);
}

function unusable(reason: string): Extract<CertificateAnswer, { ok: false }> {
  return { ok: false, why: 'unusable', reason };
}

function unavailable(reason: string): Extract<CertificateAnswer, { ok: false }> {
  return { ok: false, why: 'unavailable', reason };
}
