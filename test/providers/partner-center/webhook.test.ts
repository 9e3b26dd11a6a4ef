import { createSign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWebhookReader } from '../../../src/providers/partner-center/webhook';
import { DAY, MINUTE } from '../../../src/domain/time';
import { quietLog, turnedClock } from '../../sandbox/stand';
import { issueCertificate, MAIL, SERVERS, type Issued, type Wish } from './issue-certificate';

const HOST = 'certificates.example';
const URL_ = `https://${HOST}/cert/notifications.cer`;
const MICROSOFT = { organization: 'Microsoft Corporation', commonName: 'Issuing CA' };
const valid = { from: '2026-01-01T00:00:00', to: '2027-01-01T00:00:00' };

const ca = issueCertificate({ subject: MICROSOFT, ca: true, ...valid });
const otherCa = issueCertificate({ subject: MICROSOFT, ca: true, ...valid });
const leafOf = (more: Partial<Wish> = {}): Issued =>
  issueCertificate({ subject: { ...MICROSOFT, commonName: 'dispatch' }, issuer: ca, ...valid, ...more });
const leaf = leafOf({ purpose: SERVERS });

let folder: string;
let caFile: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'webhook-'));
  caFile = join(folder, 'ca.pem');
  writeFileSync(caFile, `# our own\n${otherCa.pem}\n${ca.pem}`);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const EVENT = {
  EventName: 'reseller-relationship-accepted-by-customer',
  ResourceUri: 'https://api.partnercenter.microsoft.com/v1/customers/B44BB1FB-c595-45b0-9e09-d657365580bf',
  ResourceName: 'Customer',
  AuditUri: null,
  ResourceChangeUtcDate: '2026-03-01T09:12:33.1234567Z',
};
const body = (content: object = EVENT) => Buffer.from(JSON.stringify(content));

function sign(raw: Buffer, by: Issued = leaf): string {
  return createSign('RSA-SHA256').update(raw.toString('latin1'), 'latin1').sign(by.privateKey, 'base64');
}

function headersFor(raw: Buffer, more: Record<string, string | undefined> = {}) {
  return {
    'authorization': `Signature ${sign(raw)}`,
    'x-ms-certificate-url': URL_,
    'x-ms-signature-algorithm': 'rsa-sha256',
    ...more,
  };
}

/** A reader whose certificate host serves this. */
function reader(serve: () => Response | Promise<Response> = () => new Response(new Uint8Array(leaf.der)), pin = true) {
  const clock = turnedClock();
  const asked: string[] = [];
  const fetch = (async (url: URL) => {
    asked.push(url.href);
    return serve();
  }) as unknown as typeof globalThis.fetch;
  const settings = { hostAllowed: (url: URL) => url.host === HOST, ...(pin ? { caFile } : {}) };
  return { clock, asked, reader: createWebhookReader(settings, { clock, log: quietLog, fetch, attemptMs: 20 }) };
}

const serving = (certificate: Issued) => () => new Response(new Uint8Array(certificate.der));

describe('a signed notification', () => {
  it('is an event about a tenant', async () => {
    const raw = body();
    const got = await reader().reader.read({ headers: headersFor(raw), body: raw });
    expect(got).toEqual({
      outcome: 'event',
      event: {
        event: 'reseller-relationship-accepted-by-customer',
        tenantId: 'b44bb1fb-c595-45b0-9e09-d657365580bf',
        at: Date.parse('2026-03-01T09:12:33.123Z'),
        key: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
  });

  it('may be in camelCase, with AuditUrl, and signed in the other header', async () => {
    const camel = {
      eventName: EVENT.EventName,
      resourceUri: EVENT.ResourceUri,
      auditUrl: 'x',
      resourceChangeUtcDate: EVENT.ResourceChangeUtcDate,
    };
    const raw = body(camel);
    const headers = headersFor(raw, {
      'authorization': 'Bearer of-a-proxy',
      'x-ms-signature': `Signature ${sign(raw)}`,
    });
    const read = reader();
    const first = await read.reader.read({ headers, body: raw });
    const pascal = body();
    const second = await read.reader.read({ headers: headersFor(pascal), body: pascal });
    expect(first).toEqual(second);
  });

  it('may have got a byte order mark on its way', async () => {
    const raw = body();
    const marked = Buffer.from(`\uFEFF${raw.toString('utf8')}`, 'utf8');
    const got = await reader().reader.read({ headers: headersFor(raw), body: marked });
    expect(got.outcome).toBe('event');
  });

  it.each([
    [
      'a GDAP event',
      {
        ...EVENT,
        EventName: 'granular-admin-relationship-approved',
        ResourceUri: 'https://partner.microsoft.com/granularAdminRelationships/b44bb1fb-c595-45b0-9e09-d657365580bf',
      },
    ],
    ['a DAP event', { ...EVENT, EventName: 'dap-admin-relationship-approved', ResourceUri: null }],
    [
      'a test',
      { ...EVENT, EventName: 'test-created', ResourceUri: 'http://localhost:16722/v1/webhooks/registration/test' },
    ],
  ])('that is %s names no tenant', async (_name, content) => {
    const raw = body(content);
    const got = await reader().reader.read({ headers: headersFor(raw), body: raw });
    expect(got.outcome === 'event' && 'tenantId' in got.event).toBe(false);
    expect(got.outcome).toBe('event');
  });

  it('has a key of its own, the same at each delivery', async () => {
    const read = reader();
    const keyOf = async (content: object) => {
      const raw = body(content);
      const got = await read.reader.read({ headers: headersFor(raw), body: raw });
      return got.outcome === 'event' ? got.event.key : undefined;
    };
    const first = await keyOf(EVENT);
    expect(await keyOf(EVENT)).toBe(first);
    expect(await keyOf({ ...EVENT, ResourceChangeUtcDate: '2026-03-01T09:12:34Z' })).not.toBe(first);
  });

  it('downloads the certificate once', async () => {
    const { reader: read, asked } = reader();
    const raw = body();
    await Promise.all([1, 2, 3].map(() => read.read({ headers: headersFor(raw), body: raw })));
    await read.read({ headers: headersFor(raw), body: raw });
    expect(asked).toEqual([URL_]);
  });

  it('finds the new certificate after it was replaced', async () => {
    let served = leaf;
    const next = leafOf();
    const { reader: read, clock, asked } = reader(() => serving(served)());
    const raw = body();
    await read.read({ headers: headersFor(raw), body: raw });
    served = next;
    clock.turn(6 * MINUTE);
    const headers = headersFor(raw, { authorization: `Signature ${sign(raw, next)}` });
    expect((await read.read({ headers, body: raw })).outcome).toBe('event');
    expect(asked).toHaveLength(2);
  });

  it('is believed without pinned certificates when host and issuer are right', async () => {
    const raw = body();
    expect((await reader(undefined, false).reader.read({ headers: headersFor(raw), body: raw })).outcome).toBe('event');
  });
});

describe('a notification is refused', () => {
  const raw = body();
  it.each([
    ['without a signature', { authorization: undefined }],
    ['with a bearer token instead', { authorization: 'Bearer abc' }],
    ['with a signature that is not base64', { authorization: 'Signature ***' }],
    [
      'with the signature of another body',
      { authorization: `Signature ${sign(body({ ...EVENT, ResourceName: 'x' }))}` },
    ],
    ['with a mark before it and a wrong signature', { authorization: `Signature ${sign(raw, otherCa)}` }, '\uFEFF'],
    ['with the signature of another key', { authorization: `Signature ${sign(raw, ca)}` }],
    ['without the address of a certificate', { 'x-ms-certificate-url': undefined }],
    ['with another algorithm', { 'x-ms-signature-algorithm': 'rsa-sha1' }],
    ['without an algorithm', { 'x-ms-signature-algorithm': undefined }],
  ])('%s', async (_name, more, mark = '') => {
    const sent = Buffer.concat([new Uint8Array(Buffer.from(mark)), new Uint8Array(raw)]);
    expect(await reader().reader.read({ headers: headersFor(raw, more), body: sent })).toMatchObject({ status: 401 });
  });

  it.each([
    ['http', `http://${HOST}/cert/notifications.cer`],
    ['another host', 'https://thief.example/cert/notifications.cer'],
    ['another port', `https://${HOST}:8443/cert/notifications.cer`],
    ['a host that only begins so', `https://${HOST}.thief.example/cert/notifications.cer`],
    ['a name before the host', `https://${HOST}@thief.example/cert/notifications.cer`],
    ['another folder', `https://${HOST}/other/notifications.cer`],
    ['a way out of the folder', `https://${HOST}/cert/../upload/mine.cer`],
    ['another type of file', `https://${HOST}/cert/notifications.pem`],
    ['a query', `https://${HOST}/cert/notifications.cer?x=.cer`],
    ['no address', 'notifications.cer'],
  ])('when the certificate is at %s, which is not even asked', async (_name, address) => {
    const { reader: read, asked } = reader();
    const got = await read.read({ headers: headersFor(raw, { 'x-ms-certificate-url': address }), body: raw });
    expect(got).toMatchObject({ outcome: 'refused', status: 401 });
    expect(asked).toEqual([]);
  });

  const outOfDate = leafOf({ from: '2024-01-01T00:00:00', to: '2025-01-01T00:00:00' });
  const tooEarly = leafOf({ from: '2026-06-01T00:00:00' });
  const strangers = issueCertificate({ subject: MICROSOFT, ...valid });
  const forged = leafOf({
    issuer: issueCertificate({ subject: MICROSOFT, ca: true, ...valid }),
    issuerName: MICROSOFT,
  });
  const elsewhere = leafOf({ issuerName: { organization: 'Contoso', commonName: 'CA' } });
  const bait = leafOf({ issuerName: { organization: 'Contoso', commonName: 'O=Microsoft Corporation' } });
  const viaLeaf = leafOf({ issuer: leaf, issuerName: MICROSOFT });
  it.each([
    ['has run out', outOfDate],
    ['is not valid yet', tooEarly],
    ['signed itself', strangers],
    ['names a pinned issuer that did not sign it', forged],
    ['has a key of 1,024 bits', leafOf({ bits: 1_024 })],
    ['was issued to somebody else', leafOf({ subject: { organization: 'Partner', commonName: 'dispatch' } })],
    ['is for mail only', leafOf({ purpose: MAIL })],
    ['has another issuer', elsewhere],
    ['has Microsoft only in the issuer’s common name', bait],
    ['was signed by a certificate that may not sign others', viaLeaf],
  ])('when the certificate %s', async (_name, certificate) => {
    const headers = headersFor(raw, { authorization: `Signature ${sign(raw, certificate)}` });
    const got = await reader(serving(certificate)).reader.read({ headers, body: raw });
    expect(got).toMatchObject({ outcome: 'refused', status: 401 });
  });

  it.each([
    [
      'is a redirect',
      () => new Response(null, { status: 302, headers: { location: 'https://thief.example/cert/a.cer' } }),
      401,
    ],
    ['is not found', () => new Response('', { status: 404 }), 401],
    ['is no certificate', () => new Response('<html>'), 401],
    ['is endless', () => new Response(new Uint8Array(200_000)), 401],
    ['has no RSA key', serving(leafOf({ key: 'ec' })), 401],
    ['fails', () => new Response('', { status: 503 }), 503],
    ['is silent', () => Promise.reject(new Error('timeout')), 503],
  ])('when the download %s', async (_name, serve, status) => {
    const got = await reader(serve).reader.read({ headers: headersFor(raw), body: raw });
    expect(got).toMatchObject({ outcome: 'refused', status });
  });

  it('when the certificate has run out since it came', async () => {
    const { reader: read, clock } = reader(serving(leafOf({ to: '2026-03-02T11:00:00' })));
    clock.turn(DAY);
    expect(await read.read({ headers: headersFor(raw), body: raw })).toMatchObject({ status: 401 });
  });

  it('for now when the pinned certificates cannot be read', async () => {
    const settings = { hostAllowed: () => true, caFile: join(folder, 'missing.pem') };
    const fetch = (() => Promise.resolve(serving(leaf)())) as unknown as typeof globalThis.fetch;
    const read = createWebhookReader(settings, { clock: turnedClock(), log: quietLog, fetch });
    expect(await read.read({ headers: headersFor(raw), body: raw })).toMatchObject({ status: 503 });
  });

  it.each([
    ['not JSON', Buffer.from('hello')],
    ['not a notification', body({ hello: 1 })],
    ['ten thousand levels deep', Buffer.from(`${'['.repeat(10_000)}${']'.repeat(10_000)}`)],
  ])('when it is signed but %s', async (_name, content) => {
    const got = await reader().reader.read({ headers: headersFor(content), body: content });
    expect(got).toMatchObject({ outcome: 'refused', status: 400 });
  });

  it('and tried again after a download that failed', async () => {
    let down = true;
    const { reader: read } = reader(() => (down ? new Response('', { status: 503 }) : serving(leaf)()));
    expect(await read.read({ headers: headersFor(raw), body: raw })).toMatchObject({ status: 503 });
    down = false;
    expect((await read.read({ headers: headersFor(raw), body: raw })).outcome).toBe('event');
  });
});
