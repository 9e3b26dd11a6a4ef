import { startStand, type Stand } from './stand';

describe('webhooks, readiness and metrics', () => {
  const secret = 'a-long-secret-of-the-webhook';
  const heard: { body: string; url: string; signature: unknown }[] = [];
  let stand: Stand;
  beforeAll(async () => {
    stand = await startStand({
      auth: true,
      server: {
        webhooks: {
          partnerCenter: {
            secret,
            handle: (request) => {
              const { signature } = request.headers;
              heard.push({ body: request.body.toString('utf8'), url: request.url, signature });
              return Promise.resolve(202);
            },
          },
          dataverse: { secret, handle: () => Promise.reject(new Error('store is down')) },
        },
        readiness: () => ({ ready: false, missing: ['the first sync'] }),
        metricsToken: 'metrics-token',
      },
    });
  });
  afterAll(() => stand.stop());
  const hook = (path: string, body = '{}') =>
    fetch(`${stand.url}/api/webhooks/${path}`, { method: 'POST', body, headers: { signature: 's' } });

  it('hands over the bytes as they came, with the address and the headers', async () => {
    const body = '{ "EventName":\n"test" }';
    const response = await hook(`partner-center/${secret}?x=1`, body);

    expect([response.status, await response.text()]).toEqual([202, '']);
    expect(heard).toEqual([{ body, url: `/api/webhooks/partner-center/${secret}?x=1`, signature: 's' }]);
  });

  it.each([
    ['another secret', `partner-center/${secret}x`, '{}', 404],
    ['more than 256 KB', `partner-center/${secret}`, 'x'.repeat(257 * 1024), 413],
    ['a handler that fails', `dataverse/${secret}`, '{}', 500],
  ])('answers %s without a word', async (_what, path, body, status) => {
    const response = await hook(path, body);

    expect([response.status, await response.text()]).toEqual([status, '']);
  });

  it('says what is missing until it is ready', async () => {
    const response = await fetch(`${stand.url}/readyz`);

    expect([response.status, await response.json()]).toEqual([503, { ready: false, missing: ['the first sync'] }]);
  });

  it.each([
    ['nothing', {}, { ready: false }],
    ['another token', { authorization: 'Bearer another-token' }, { ready: false }],
    ['the token', { authorization: 'Bearer metrics-token' }, { ready: false, missing: ['the first sync'] }],
  ])('tells others who carry %s what is missing only with the token', async (_what, carried, told) => {
    const headers = { 'x-forwarded-for': '203.0.113.9', ...carried };
    const response = await fetch(`${stand.url}/readyz`, { headers });

    expect([response.status, await response.json()]).toEqual([503, told]);
  });

  it('writes nothing of an address with its secret into the log when its handler fails', async () => {
    await hook(`dataverse/${secret}`);

    expect(stand.lines.filter((line) => line['msg'] === 'A request failed.').length).toBeGreaterThan(0);
    expect(JSON.stringify(stand.lines)).not.toContain(secret);
  });

  it.each([
    ['metrics-token', 200],
    ['another-token', 403],
  ])('gives the metrics to others who have the token (%s: %i)', async (token, status) => {
    const headers = { 'x-forwarded-for': '203.0.113.9', 'authorization': `Bearer ${token}` };
    const response = await fetch(`${stand.url}/metrics`, { headers });

    expect(response.status).toBe(status);
  });
});
