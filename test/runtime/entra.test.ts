import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTokens } from '../../src/runtime/entra';
import type { EntraSettings } from '../../src/runtime/entra';
import { Secret } from '../../src/runtime/secret';
import { issueCertificate } from '../providers/partner-center/issue-certificate';
import { quietLog, turnedClock } from '../sandbox/stand';

const TENANT = 'b44bb1fb-c595-45b0-9e09-d657365580bf';

/** A token service that answers every request for a token with this; addresses that were asked are kept. */
function service(body: object = { token_type: 'Bearer', expires_in: 3600, access_token: 'a-token' }, status = 200) {
  const asked: { url: URL; form: URLSearchParams }[] = [];
  const fetch = ((address: string, init: RequestInit) => {
    const url = new URL(address);
    asked.push({ url, form: new URLSearchParams(typeof init.body === 'string' ? init.body : '') });
    const base = `${url.origin}/${TENANT}`;
    const discovery = {
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      issuer: `${base}/v2.0`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
    };
    const found = url.pathname.endsWith('openid-configuration');
    const answer = found ? new Response(JSON.stringify(discovery)) : new Response(JSON.stringify(body), { status });
    return Promise.resolve(answer);
  }) as unknown as typeof globalThis.fetch;
  return { fetch, asked };
}

function tokensOf(settings: Partial<EntraSettings>, from = service()) {
  const full: EntraSettings = {
    source: 'partner-center',
    tenantId: TENANT,
    clientId: '247ff4d7-296e-485f-a9be-a6513fd4b0b5',
    credential: { kind: 'secret', secret: new Secret('s3cret') },
    authority: 'https://login.microsoftonline.com',
    prefix: 'PARTNER_CENTER',
    http: { retries: 0 },
    ...settings,
  };
  return { tokens: createTokens(full, { clock: turnedClock(), log: quietLog, fetch: from.fetch }), asked: from.asked };
}

const SCOPE = 'https://api.example/.default';

describe('a token', () => {
  it.each([
    ['of the public cloud', 'https://login.microsoftonline.com'],
    ['of a national cloud', 'https://login.microsoftonline.us'],
    ['of another national cloud', 'https://login.partner.microsoftonline.cn'],
    ['of a token service of one’s own', 'https://tokens.example:8443'],
    ['of plain http on this machine', 'http://127.0.0.1:5001'],
  ])('%s comes from the configured host and from no other', async (_name, authority) => {
    const { tokens, asked } = tokensOf({ authority });
    expect(await tokens.forApp(SCOPE)).toEqual({ ok: true, token: 'a-token', cached: false });
    expect(new Set(asked.map(({ url }) => url.origin))).toEqual(new Set([authority]));
    expect(asked.at(-1)?.url.pathname).toBe(`/${TENANT}/oauth2/v2.0/token`);
  });

  it('is kept until it is to be renewed', async () => {
    const { tokens, asked } = tokensOf({});
    await tokens.forApp(SCOPE);
    expect(await tokens.forApp(SCOPE)).toMatchObject({ ok: true, cached: true });
    expect(await tokens.forApp(SCOPE, true)).toMatchObject({ ok: true, cached: false });
    expect(asked).toHaveLength(2);
  });

  it('is asked for once by many at once', async () => {
    const { tokens, asked } = tokensOf({});
    await Promise.all(Array.from({ length: 5 }, () => tokens.forApp(SCOPE)));
    expect(asked).toHaveLength(1);
  });
});

describe('a certificate (S24)', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'entra-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each([['certificate'], ['key']])('takes the place of a secret, the %s first in its file', async (first) => {
    const subject = { organization: 'Partner', commonName: 'app' };
    const issued = issueCertificate({ subject, from: '2026-01-01T00:00:00', to: '2027-01-01T00:00:00' });
    const path = join(folder, 'app.pem');
    const key = String(issued.privateKey.export({ type: 'pkcs8', format: 'pem' }));
    writeFileSync(path, first === 'key' ? key + issued.pem : issued.pem + key);
    const { tokens, asked } = tokensOf({ credential: { kind: 'certificate', path } });
    const answer = await tokens.forApp(SCOPE);
    expect(answer).toMatchObject({ ok: true });
    expect(asked[0]?.form.get('client_assertion')?.split('.')).toHaveLength(3);
    expect(asked[0]?.form.has('client_secret')).toBe(false);
  });

  it('that cannot be read is named by its setting', async () => {
    const { tokens, asked } = tokensOf({ credential: { kind: 'certificate', path: join(folder, 'missing.pem') } });
    const remedy = expect.stringContaining('PARTNER_CENTER_CERTIFICATE_PATH');
    expect(await tokens.forApp(SCOPE)).toMatchObject({ ok: false, trouble: { kind: 'misconfigured', remedy } });
    expect(asked).toEqual([]);
  });
});

describe('a refusal', () => {
  it.each([
    ['invalid_client', 401, 'denied', 'PARTNER_CENTER_CLIENT_SECRET'],
    ['unauthorized_client', 400, 'denied', 'PARTNER_CENTER_CLIENT_ID'],
    ['invalid_request', 400, 'denied', 'PARTNER_CENTER_TENANT_ID'],
    ['invalid_scope', 400, 'denied', 'permissions'],
    ['something_new', 400, 'denied', 'PARTNER_CENTER_AUTHORITY'],
    ['temporarily_unavailable', 503, 'unreachable', 'PARTNER_CENTER_AUTHORITY'],
  ])('%s says what to look at', async (error, status, kind, word) => {
    const from = service({ error, error_description: 'AADSTS1: s3cret' }, status);
    const answer = await tokensOf({}, from).tokens.forApp(SCOPE);
    expect(answer).toMatchObject({ ok: false, trouble: { kind, remedy: expect.stringContaining(word) } });
    expect(JSON.stringify(answer)).not.toContain('s3cret');
  });

  it('comes without asking when there is no user', async () => {
    const { tokens, asked } = tokensOf({});
    expect(await tokens.forUser(SCOPE)).toMatchObject({ ok: false, trouble: { kind: 'misconfigured' } });
    expect(asked).toEqual([]);
  });
});
