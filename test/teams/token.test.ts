import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createBotToken, tokenFetcher, type FetchedToken } from '../../src/teams/sending/token';
import { startOpenId } from '../doubles/connector';

const MINUTE = 60_000;

function setUp(answers: (() => Promise<FetchedToken>)[]) {
  const clock = { time: 0, now: () => clock.time };
  let fetched = 0;
  const token = createBotToken(() => {
    fetched += 1;
    return answers.shift()?.() ?? Promise.reject(new Error('no more'));
  }, clock);
  return { clock, token, fetched: () => fetched };
}

const good = (token: string, expiresAt: number) => () => Promise.resolve({ token, expiresAt });
const bad = () => Promise.reject(new Error('login is down'));

describe("the bot's token", () => {
  it('is fetched once however many ask, and kept until shortly before its end', async () => {
    const { clock, token, fetched } = setUp([good('first', 60 * MINUTE), good('second', 120 * MINUTE)]);
    const many = await Promise.all(Array.from({ length: 30 }, () => token.get()));
    clock.time = 54 * MINUTE;
    const still = await token.get();
    clock.time = 56 * MINUTE;

    expect([new Set(many), still, await token.get(), fetched()]).toEqual([new Set(['first']), 'first', 'second', 2]);
  });

  it('lasts to its end while no new one is to be had', async () => {
    const { clock, token } = setUp([good('first', 60 * MINUTE), bad, bad]);
    await token.get();
    clock.time = 58 * MINUTE;
    const last = await token.get();
    clock.time = 60 * MINUTE;

    expect(last).toBe('first');
    await expect(token.get()).rejects.toThrow('login is down');
  });

  it('is tried again after a failure', async () => {
    const { token } = setUp([bad, good('first', 60 * MINUTE)]);
    await expect(token.get()).rejects.toThrow();

    expect(await token.get()).toBe('first');
  });

  it('is fetched anew when the connector refuses it, but not right after it was fetched', async () => {
    const { clock, token } = setUp([good('first', 60 * MINUTE), good('second', 120 * MINUTE)]);
    await token.get();
    token.forget();
    const kept = await token.get();
    clock.time = MINUTE;
    token.forget();

    expect([kept, await token.get()]).toEqual(['first', 'second']);
  });

  it('comes from a login server of our own by settings alone', async () => {
    const openId = await startOpenId({ appId: 'app', tenantId: 'our-tenant' });
    const identity = {
      id: 'app',
      type: 'SingleTenant',
      password: 'p',
      loginUrl: openId.loginUrl,
      scope: 'api://x',
    } as const;
    const fetched = await tokenFetcher(identity)();
    await openId.close();

    expect(fetched.token).toBe(openId.outboundToken);
    expect(fetched.expiresAt).toBeGreaterThan(Date.now());
  });

  it('is asked of the configured login server only, wherever that redirects to', async () => {
    const arrived: string[] = [];
    const other = createServer((request, response) => {
      arrived.push(request.url ?? '');
      response.end('{}');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const location = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
    const login = createServer((_request, response) => {
      response.writeHead(307, { location });
      response.end();
    });
    await new Promise<void>((resolve) => login.listen(0, '127.0.0.1', resolve));
    const loginUrl = `http://127.0.0.1:${(login.address() as AddressInfo).port}/our-tenant`;
    const identity = { id: 'app', type: 'SingleTenant', password: 'p', loginUrl, scope: 'api://x' } as const;

    await expect(tokenFetcher(identity)()).rejects.toThrow();
    expect(arrived).toEqual([]);
    for (const server of [other, login]) server.close();
  });
});
