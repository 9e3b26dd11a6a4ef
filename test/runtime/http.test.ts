import { createHttp, HTTP_DEFAULTS } from '../../src/runtime/http';
import type { HttpRequest, LastTry } from '../../src/runtime/http';
import { quietLog, turnedClock } from '../sandbox/stand';
import { client, json, lost, service, troubleOf } from './scripted-replies';

afterEach(() => {
  jest.useRealTimers();
});

describe('an answer', () => {
  it('is read as JSON, a byte order mark or not', async () => {
    const marked = new Response('\uFEFF{"a":1}');
    const { send } = client([marked]);
    expect(await send()).toMatchObject({ answered: true, status: 200, body: { a: 1 } });
  });

  it('may be UTF-16 with its mark', async () => {
    const { send } = client([new Response(new Uint8Array(Buffer.from('\uFEFF{"a":"ü"}', 'utf16le')))]);
    expect(await send()).toMatchObject({ answered: true, body: { a: 'ü' } });
  });

  it.each([
    ['UTF-16 without its mark', Buffer.from('{"a":"ü"}', 'utf16le'), 'application/json'],
    ['UTF-16 in the other order', Buffer.from('\uFEFF{"a":"ü"}', 'utf16le').swap16(), 'application/json'],
    ['UTF-8 that calls itself Latin 1', Buffer.from('{"a":"ü"}'), 'application/json; charset=ISO-8859-1'],
    ['UTF-8 that calls itself UTF-16', Buffer.from('{"a":"ü"}'), 'application/json; charset=utf-16'],
    ['Latin 1, as it says', Buffer.from('{"a":"ü"}', 'latin1'), 'application/json;charset="iso-8859-1"'],
    ['in letters that nobody knows', Buffer.from('{"a":"ü"}'), 'application/json; charset=x-none'],
  ])('may be %s', async (_what, bytes, type) => {
    const { send } = client([new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })]);
    expect(await send()).toMatchObject({ answered: true, body: { a: 'ü' } });
  });

  it('may be empty', async () => {
    const { send } = client([new Response(null, { status: 204 })]);
    expect(await send()).toMatchObject({ answered: true, status: 204, body: undefined });
  });

  it('of a refusal is an answer too, and is not asked for again', async () => {
    const { send, asked } = client([json({ code: 1 }, { status: 404 })]);
    expect(await send()).toMatchObject({ answered: true, status: 404, body: { code: 1 } });
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['HTML', new Response('<html>Sign in to the proxy</html>')],
    ['a redirect', new Response(null, { status: 302, headers: { location: 'https://elsewhere.example' } })],
    ['more than permitted', json({ long: 'x'.repeat(5000) })],
  ])('that is %s is a bad answer', async (_name, reply) => {
    const { send, asked } = client([reply], { maxBodyBytes: 4000 });
    expect(troubleOf(await send())).toMatchObject({
      kind: 'bad-answer',
      remedy: expect.stringContaining('THE_SETTING'),
    });
    expect(asked).toHaveLength(1);
  });
});

describe('trying again', () => {
  it.each([
    ['a lost connection', lost()],
    ['a gateway’s HTML', new Response('<html>', { status: 502 })],
    ['a throttling that asks for no wait', json({}, { status: 429, headers: { 'retry-after': '0' } })],
  ])('follows %s', async (_name, reply) => {
    const { send, asked } = client([reply, reply, json({ ok: true })]);
    expect(await send()).toMatchObject({ answered: true, body: { ok: true } });
    expect(asked).toHaveLength(3);
  });

  it('ends after the set number of tries with the last trouble', async () => {
    const { send, asked } = client([lost()], { retries: 2 });
    expect(troubleOf(await send())).toEqual({
      source: 'partner-center',
      kind: 'unreachable',
      detail: 'thing: no connection (TypeError)',
      remedy: 'Check THE_SETTING, and that this machine may reach service.example.',
    });
    expect(asked).toHaveLength(3);
  });

  it('is not done for a write that may have arrived', async () => {
    const { send, asked } = client([lost()]);
    expect(troubleOf(await send({ method: 'POST', body: {} })).kind).toBe('unreachable');
    expect(asked).toHaveLength(1);
  });

  it('is done for a write that is harmless to repeat', async () => {
    const { send, asked } = client([lost(), json({})]);
    expect(await send({ method: 'PATCH', body: {}, repeatable: true })).toMatchObject({ answered: true });
    expect(asked).toHaveLength(2);
  });

  it('waits as long as it was told', async () => {
    const { send, waits } = client([json({}, { status: 429, headers: { 'retry-after': '7' } }), json({})]);
    expect(await send()).toMatchObject({ answered: true });
    expect(waits).toEqual([7_000]);
  });

  it('is given up at once when the wait is longer than the caller’s patience', async () => {
    const { send, asked, clock } = client([json({}, { status: 429, headers: { 'retry-after': '57' } })]);
    expect(troubleOf(await send())).toMatchObject({ kind: 'throttled', retryAt: clock.now() + 57_000 });
    expect(asked).toHaveLength(1);
  });

  it('understands a date in Retry-After', async () => {
    const { send, clock } = client([
      json({}, { status: 429, headers: { 'retry-after': 'Mon, 02 Mar 2026 10:01:30 GMT' } }),
    ]);
    expect(troubleOf(await send()).retryAt).toBe(clock.now() + 90_000);
  });

  it('tells the request what became of the try before', async () => {
    const seen: LastTry[] = [];
    const headers = (last: LastTry) => {
      seen.push(last);
      return {};
    };
    const { send } = client([lost(), new Response('', { status: 503 }), json({})]);
    await send({ headers });
    expect(seen).toEqual(['none', 'unanswered', 'answered']);
  });
});

describe('time', () => {
  it('of one try is limited', async () => {
    jest.useFakeTimers();
    const { send, asked } = client(['silence', json({ late: false })]);
    const answer = send();
    await jest.advanceTimersByTimeAsync(HTTP_DEFAULTS.attemptMs + 100);
    expect(await answer).toMatchObject({ answered: true, body: { late: false } });
    expect((asked[0]?.init.signal as AbortSignal).aborted).toBe(true);
  });

  it('of a request with all its tries is limited', async () => {
    jest.useFakeTimers();
    const { send } = client(['silence']);
    const answer = send({ patienceMs: 25_000 });
    await jest.advanceTimersByTimeAsync(25_000);
    expect(troubleOf(await answer)).toMatchObject({ kind: 'unreachable', detail: 'thing: no answer within 25 s' });
  });

  it('ends when the caller stops, and nothing is sent again', async () => {
    jest.useFakeTimers();
    const { send, asked } = client(['silence']);
    const stop = new AbortController();
    const answer = send({ signal: stop.signal });
    await jest.advanceTimersByTimeAsync(10);
    stop.abort();
    expect(troubleOf(await answer).detail).toBe('thing: stopped before the answer came');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(1);
  });
});

describe('a service that keeps failing', () => {
  it('is left alone for a while', async () => {
    const { send, asked, clock } = client([lost()], { retries: 0, breakAfter: 3, breakMs: 9_000 });
    for (let i = 0; i < 3; i++) await send();
    const trouble = troubleOf(await send());
    expect(asked).toHaveLength(3);
    expect(trouble).toMatchObject({ kind: 'unreachable', retryAt: clock.now() + 9_000 });
  });

  it('is asked again after it, and trusted after one good answer', async () => {
    const { send, asked, clock } = client([lost(), json({})], { retries: 0, breakAfter: 1, breakMs: 9_000 });
    await send();
    await send();
    expect(asked).toHaveLength(1);
    clock.turn(9_000);
    expect(await send()).toMatchObject({ answered: true });
    expect(await send()).toMatchObject({ answered: true });
  });

  it('is another matter than one that refuses', async () => {
    const { send, asked } = client([json({}, { status: 403 })], { retries: 0, breakAfter: 2 });
    for (let i = 0; i < 5; i++) await send();
    expect(asked).toHaveLength(5);
  });
});

it('has no more requests under way than permitted', async () => {
  let now = 0;
  let most = 0;
  const fetch = (async () => {
    most = Math.max(most, ++now);
    await new Promise((resolve) => setImmediate(resolve));
    now -= 1;
    return json({});
  }) as unknown as typeof globalThis.fetch;
  const settings = { ...HTTP_DEFAULTS, source: 'work365', addressSetting: 'S', concurrent: 3 } as const;
  const http = createHttp(settings, { clock: turnedClock(), log: quietLog, fetch });
  const request: HttpRequest = { what: 'x', method: 'GET', url: 'https://a.example', headers: () => ({}) };
  const answers = await Promise.all(Array.from({ length: 20 }, () => http.send(request)));
  expect(answers.every((a) => a.answered)).toBe(true);
  expect(most).toBe(3);
});

it('keeps to its rate', async () => {
  const waits: number[] = [];
  const { fetch } = service(json({}));
  const settings = {
    ...HTTP_DEFAULTS,
    source: 'work365',
    addressSetting: 'S',
    rates: { job: { perSecond: 10, burst: 2 }, person: { perSecond: 10, burst: 2 } },
  } as const;
  const wait = (ms: number) => {
    waits.push(ms);
    return Promise.resolve();
  };
  const http = createHttp(settings, { clock: turnedClock(), log: quietLog, fetch, wait });
  for (let i = 0; i < 4; i++)
    await http.send({ what: 'x', method: 'GET', url: 'https://a.example', headers: () => ({}) });
  expect(waits).toEqual([100, 200]);
});

it('never repeats an address or a header in a trouble', async () => {
  const { send } = client([new Error('GET https://service.example/?code=SECRET failed')], { retries: 0 });
  const trouble = await send({
    url: 'https://service.example/?code=SECRET',
    headers: () => ({ authorization: 'SECRET' }),
  });
  expect(JSON.stringify(trouble)).not.toContain('SECRET');
});
