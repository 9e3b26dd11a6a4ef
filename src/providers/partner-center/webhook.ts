import { createHash, createVerify } from 'node:crypto';
import type { X509Certificate } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Instant } from '../../domain/time';
import { parseJson } from '../../runtime/json';
import type { Log } from '../../runtime/log';
import { createCertificates } from './certificates';
import type { CertificateDeps, CertificateSettings } from './certificates';
import { eventSchema } from './schema';

/** Something happened in Partner Center. It is a hint: what it is about has to be read with our own token. */
export interface ProviderEvent {
  /** Partner Center's word, lower case, for example `reseller-relationship-accepted-by-customer`. */
  readonly event: string;
  /** The customer tenant, when the event is about one. */
  readonly tenantId?: string;
  readonly at?: Instant;
  /** The same for each delivery of one event; Partner Center gives events no id. */
  readonly key: string;
}

/** `status` is what to answer: 401 not signed as it must be, 400 not understood, 503 could not check, send it again. */
export type Notification =
  | { readonly outcome: 'event'; readonly event: ProviderEvent }
  | { readonly outcome: 'refused'; readonly status: 400 | 401 | 503; readonly reason: string };

export interface WebhookReader {
  read(request: { readonly headers: IncomingHttpHeaders; readonly body: Buffer }): Promise<Notification>;
}

export function createWebhookReader(
  settings: CertificateSettings,
  deps: CertificateDeps & { readonly log: Log },
): WebhookReader {
  const certificates = createCertificates(settings, deps);

  async function read({ headers, body }: { headers: IncomingHttpHeaders; body: Buffer }): Promise<Notification> {
    const signature = signatureOf(headers);
    const address = single(headers['x-ms-certificate-url']);
    const algorithm = single(headers['x-ms-signature-algorithm']);
    if (signature === undefined || address === undefined) return refused(401, 'the signature headers are missing');
    if (algorithm?.toLowerCase() !== 'rsa-sha256') return refused(401, 'the signature algorithm is not rsa-sha256');
    const kept = await certificates.get(address);
    if (!kept.ok) return refused(kept.why === 'unusable' ? 401 : 503, kept.reason);
    if (!signs(kept.certificate, signature, body)) {
      // The certificate at one address is replaced from time to time.
      const fresh = await certificates.get(address, true);
      if (!fresh.ok) return refused(fresh.why === 'unusable' ? 401 : 503, fresh.reason);
      if (!signs(fresh.certificate, signature, body)) return refused(401, 'the signature does not fit the body');
    }
    return eventOf(body);
  }

  return {
    async read(request) {
      const notification = await read(request);
      if (notification.outcome === 'refused') {
        const { status, reason } = notification;
        deps.log.warn({ status, reason }, 'A notification of Partner Center was refused');
      }
      return notification;
    },
  };
}

/** In a header of its own where it was registered so, because proxies use `Authorization` themselves. */
function signatureOf(headers: IncomingHttpHeaders): Buffer | undefined {
  const value = single(headers['x-ms-signature']) ?? headers.authorization;
  const base64 = /^Signature ([A-Za-z0-9+/]+={0,2})$/i.exec(value?.trim() ?? '')?.[1];
  return base64 === undefined ? undefined : Buffer.from(base64, 'base64');
}

function single(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}

/** Over the raw body. A byte order mark may have been put before it after it was signed. */
function signs(certificate: X509Certificate, signature: Buffer, body: Buffer): boolean {
  if (fits(certificate, signature, body)) return true;
  const marked = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf;
  return marked && fits(certificate, signature, body.subarray(3));
}

function fits(certificate: X509Certificate, signature: Buffer, body: Buffer): boolean {
  // As latin1 text the bytes go through unchanged, and the types of this version of Node take them.
  const verify = createVerify('RSA-SHA256').update(body.toString('latin1'), 'latin1');
  return verify.verify(certificate.publicKey, signature.toString('base64'), 'base64');
}

function eventOf(body: Buffer): Notification {
  const content = parseJson(body.toString('utf8').replace(/^\uFEFF/, ''));
  if (content === undefined) return refused(400, 'the body is not JSON, or is nested too deeply');
  const parsed = eventSchema.safeParse(content);
  if (!parsed.success) return refused(400, 'the body is not a notification');
  const { resource, changed, ...event } = parsed.data;
  const key = createHash('sha256')
    .update(JSON.stringify([event.event, resource, changed]))
    .digest('hex');
  return { outcome: 'event', event: { ...event, key } };
}

function refused(status: 400 | 401 | 503, reason: string): Notification {
  return { outcome: 'refused', status, reason };
}
