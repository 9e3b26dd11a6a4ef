import { ReadableStream } from 'node:stream/web';
import { activity, ALICE, APP_ID, startStand, TENANT, type Stand } from './stand';

describe('the HTTP door without authentication', () => {
  let stand: Stand;
  beforeAll(async () => {
    stand = await startStand();
  });
  afterAll(() => stand.stop());

  it('answers a message in the conversation it came from', async () => {
    const response = await stand.send(activity({ text: 'is Contoso accepted?', conversation: { id: 'a:first' } }));

    expect(response.status).toBe(200);
    const said = stand.connector.messages().find((one) => one.conversationId === 'a:first');
    expect(said?.body).toMatchObject({ type: 'message', text: 'you said is Contoso accepted?', textFormat: 'plain' });
  });

  const whole = activity();
  const without = (key: string) => Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key));
  it.each([
    ['an empty object', {}],
    ['an array', []],
    ['a string', '"hello"'],
    ['null', 'null'],
    ['broken JSON', '{"type":'],
    ['no body', ''],
    ['no type', { ...without('type'), serviceUrl: 'http://127.0.0.1:1/' }],
    ['no channelId', { ...without('channelId'), serviceUrl: 'http://127.0.0.1:1/' }],
    ['no serviceUrl', whole],
    ['a serviceUrl that is no address', { ...whole, serviceUrl: 'teams' }],
    ['no conversation', { ...without('conversation'), serviceUrl: 'http://127.0.0.1:1/' }],
    ['a conversation of the wrong type', { ...whole, conversation: 'a:1', serviceUrl: 'http://127.0.0.1:1/' }],
    ['an actor with an empty id', { ...whole, from: { id: '' }, serviceUrl: 'http://127.0.0.1:1/' }],
    ['an actor with an id of the wrong type', { ...whole, from: { id: 7 }, serviceUrl: 'http://127.0.0.1:1/' }],
    ['an id that is endless', { ...whole, conversation: { id: 'a'.repeat(3_000) }, serviceUrl: 'http://127.0.0.1:1/' }],
    ['JSON a thousand levels deep', `{"type":"message","value":${'['.repeat(1_000)}${']'.repeat(1_000)}}`],
    ['a type of the wrong type', { ...whole, type: 7, serviceUrl: 'http://127.0.0.1:1/' }],
  ])('answers 400 with an empty body to %s (T9)', async (_what, body) => {
    const response = await stand.post(body);

    expect([response.status, await response.text()]).toEqual([400, '']);
  });

  it.each([
    ['another content type', { 'content-type': 'text/plain' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a packed body', { 'content-encoding': 'gzip' }],
  ])('answers 400 to %s', async (_what, headers) => {
    const response = await stand.post({ ...activity(), serviceUrl: stand.connector.serviceUrl }, headers);

    expect([response.status, await response.text()]).toEqual([400, '']);
  });

  it('answers 413 to more than 160 KB, announced or not', async () => {
    const big = JSON.stringify({ ...activity(), text: 'x'.repeat(161 * 1024) });
    const announced = await stand.post(big);
    const stream = new ReadableStream({
      start(controller) {
        for (const part of [big.slice(0, 100_000), big.slice(100_000)])
          controller.enqueue(new TextEncoder().encode(part));
        controller.close();
      },
    });
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: stream, duplex: 'half' } as RequestInit;
    const chunked = await fetch(`${stand.url}/api/messages`, init);

    expect([announced.status, await announced.text()]).toEqual([413, '']);
    expect([chunked.status, await chunked.text()]).toEqual([413, '']);
  });

  it.each([
    ['GET', '/api/messages', 405],
    ['GET', '/nothing/here', 404],
    ['POST', '/api/webhooks/partner-center/guess', 404],
    ['POST', '/api/webhooks/dataverse/guess', 404],
  ])('says nothing but the status to %s %s', async (method, path, status) => {
    const response = await fetch(stand.url + path, { method });

    expect([response.status, await response.text()]).toEqual([status, '']);
  });

  it.each([
    ['a host that is not on the list', { serviceUrl: 'https://evil.example/' }],
    ['a user name in the address', { serviceUrl: 'http://someone@127.0.0.1/' }],
    ['another channel', { channelId: 'webchat' }],
    ['another tenant', { channelData: { tenant: { id: ALICE } } }],
    ['no tenant', { channelData: {}, conversation: { id: 'a:1' } }],
    ['a person of another tenant', { from: { id: '29:x', aadObjectId: ALICE, tenantId: ALICE } }],
  ])('answers 403 to %s', async (_what, overrides) => {
    const before = stand.desk.turns.length;
    const response = await stand.send(activity(overrides));

    expect([response.status, await response.text()]).toEqual([403, '']);
    expect(stand.desk.turns).toHaveLength(before);
  });

  it('takes the channel of the emulator and tenants in any case', async () => {
    const upper = { tenant: { id: TENANT.toUpperCase() } };
    const response = await stand.send(activity({ channelId: 'emulator', channelData: upper }));

    expect(response.status).toBe(200);
  });

  it.each(['/healthz', '/readyz'])('answers HEAD %s with 200 and nothing else (O13)', async (path) => {
    const response = await fetch(stand.url + path, { method: 'HEAD' });

    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it('tells that it is alive and ready, and gives its metrics to this machine', async () => {
    const [alive, ready, metrics] = await Promise.all(
      ['/healthz', '/readyz', '/metrics'].map((path) => fetch(stand.url + path)),
    );

    expect(alive?.status).toBe(200);
    expect(await ready?.json()).toEqual({ ready: true, missing: [] });
    expect(await metrics?.text()).toBe('handshake_up 1\n');
  });

  it('keeps its metrics from others who come through a proxy', async () => {
    const response = await fetch(`${stand.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } });

    expect(response.status).toBe(403);
  });
});

describe('the HTTP door with authentication', () => {
  let stand: Stand;
  beforeAll(async () => {
    stand = await startStand({ auth: true });
  });
  afterAll(() => stand.stop());

  const now = Math.floor(Date.now() / 1000);
  const send = (claims: Record<string, unknown>, options?: object, overrides: Record<string, unknown> = {}) => {
    const token = stand.openId?.token({ serviceurl: stand.connector.serviceUrl, ...claims }, options);
    const body = { ...activity(), serviceUrl: stand.connector.serviceUrl, ...overrides };
    return stand.post(body, { authorization: `Bearer ${token ?? ''}` });
  };

  it('takes a good token and signs its own requests', async () => {
    stand.connector.expectToken(stand.openId?.outboundToken);
    const response = await send({}, {}, { conversation: { id: 'a:signed' } });

    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(stand.connector.messages().map((one) => one.conversationId)).toContain('a:signed');
  });

  it('fetches one token for many turns at once', async () => {
    const fresh = await startStand({ auth: true });
    const turns = Array.from({ length: 5 }, (_, index) => fresh.send(activity({ conversation: { id: `a:${index}` } })));
    const statuses = (await Promise.all(turns)).map((response) => response.status);
    const fetched = fresh.openId?.tokenRequests();
    await fresh.stop();

    expect([statuses, fetched]).toEqual([[200, 200, 200, 200, 200], 1]);
  });

  it('tolerates a clock that is two minutes off', async () => {
    const response = await send({ exp: now - 120 });

    expect(response.status).toBe(200);
  });

  it.each([
    ['a bad signature', {}, { key: 'other' }],
    ['no signature', {}, { signature: 'none' }],
    ['the algorithm none', {}, { header: { alg: 'none' }, signature: 'none' }],
    ['an algorithm with a shared key', {}, { header: { alg: 'HS256' } }],
    ['an unknown key', {}, { header: { kid: 'nobody' } }],
    ['no key id', {}, { header: { kid: undefined } }],
    ['a key for another channel', {}, { key: 'unendorsed' }],
    ['an end ten minutes ago', { exp: now - 600 }, {}],
    ['no end', { exp: undefined }, {}],
    ['an end that is no number', { exp: 'tomorrow' }, {}],
    ['a start in the future', { nbf: now + 3_000 }, {}],
    ['another audience', { aud: 'another-app' }, {}],
    ['no audience', { aud: undefined }, {}],
    ['another issuer', { iss: 'https://example.test' }, {}],
    ['an issuer of the emulator kind', { iss: `https://sts.windows.net/${TENANT}/`, appid: APP_ID, ver: '1.0' }, {}],
    [
      'the newer issuer of the emulator kind',
      { iss: `https://login.microsoftonline.com/${TENANT}/v2.0`, azp: APP_ID },
      {},
    ],
    ['another service address in the token', { serviceurl: 'https://smba.trafficmanager.net/' }, {}],
    ['no service address in the token', { serviceurl: undefined }, {}],
  ])('answers 401 with an empty body to %s', async (_what, claims, options) => {
    const before = stand.desk.turns.length;
    const response = await send(claims, options);

    expect([response.status, await response.text()]).toEqual([401, '']);
    expect(stand.desk.turns).toHaveLength(before);
  });

  it.each([
    ['no header', undefined],
    ['an empty header', ''],
    ['garbage', 'Bearer garbage'],
    ['another scheme', 'Basic YWxpY2U6c2VjcmV0'],
    ['three parts of garbage', 'Bearer a.b.c'],
  ])('answers 401 to %s, whatever the body', async (_what, authorization) => {
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
    for (const body of [{}, { ...activity(), serviceUrl: stand.connector.serviceUrl }]) {
      const response = await stand.post(body, headers);

      expect([response.status, await response.text()]).toEqual([401, '']);
    }
  });

  it('answers 403 to a genuine activity of another tenant, and of the emulator', async () => {
    const foreign = await send({}, {}, { channelData: { tenant: { id: ALICE } } });
    const noChannel = await send({}, {}, { channelId: 'emulator' });

    expect([foreign.status, noChannel.status]).toEqual([403, 401]);
  });

  it('answers 400 to a genuine request with a body that is no activity', async () => {
    const token = stand.openId?.token({}) ?? '';
    const response = await stand.post({}, { authorization: `Bearer ${token}` });

    expect([response.status, await response.text()]).toEqual([400, '']);
  });

  it('answers 503 while the keys cannot be fetched, because that says nothing about the token', async () => {
    const other = await startStand({ auth: true });
    const token = other.openId?.token({ serviceurl: other.connector.serviceUrl }) ?? '';
    await other.openId?.close();
    const body = { ...activity(), serviceUrl: other.connector.serviceUrl };
    const response = await other.post(body, { authorization: `Bearer ${token}` });
    const text = await response.text();
    await other.stop();

    expect([response.status, text]).toEqual([503, '']);
  });
});
