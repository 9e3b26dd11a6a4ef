import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CryptoProvider, PublicClientApplication } from '@azure/msal-node';
import type { EntraSettings } from '../runtime/entra';
import { clientSettings, createEntraClient, httpOf, newestOf } from '../runtime/entra-client';
import type { HttpDeps } from '../runtime/http';
import { field } from './probe';
import type { Secret } from '../runtime/secret';

export type Consented =
  | { readonly ok: true; readonly token: Secret; readonly name: string; readonly id: string }
  | { readonly ok: false; readonly problem: string };

/** What the person is told to do: open an address, and type a code there when it is another machine's browser. */
export type Tell = (address: string, code?: string) => void;

/** The redirect that the app registration has to allow, platform Web. */
export const REDIRECT_PORT = 8400;
const WAITS_FOR_MS = 10 * 60_000;

/** Signs a person in with the browser of this machine: authorization code with PKCE, back to the loopback address. */
export async function consentInBrowser(
  entra: EntraSettings,
  deps: HttpDeps,
  { scope, tell, port = REDIRECT_PORT }: { readonly scope: string; readonly tell: Tell; readonly port?: number },
): Promise<Consented> {
  const app = await createEntraClient(entra, httpOf(entra, deps), () => undefined);
  const state = randomBytes(16).toString('base64url');
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
  const listener = await listen(state, port);
  if (!listener.ok) return listener;
  try {
    const request = { scopes: [scope], redirectUri: listener.redirectUri };
    const proof = { state, codeChallenge: challenge, codeChallengeMethod: 'S256', prompt: 'select_account' };
    const address = await app.getAuthCodeUrl({ ...request, ...proof });
    tell(onAuthority(address, entra));
    const back = await listener.answer;
    if (!back.ok) return back;
    const result = await app.acquireTokenByCode({ ...request, code: back.code, codeVerifier: verifier });
    return kept(newestOf(app), result.account);
  } catch (error) {
    return { ok: false, problem: `Entra refused it: ${codeOf(error)}` };
  } finally {
    listener.close();
  }
}

/** Where this machine has no browser: the person opens an address on any other one and types a code. */
export async function consentByCode(
  entra: EntraSettings,
  deps: HttpDeps,
  { scope, tell }: { readonly scope: string; readonly tell: Tell },
): Promise<Consented> {
  const { auth, system } = clientSettings(entra, httpOf(entra, deps), () => undefined);
  const app = new PublicClientApplication({ auth, system });
  try {
    const result = await app.acquireTokenByDeviceCode({
      scopes: [scope],
      deviceCodeCallback: ({ verificationUri, userCode }) => {
        tell(verificationUri, userCode);
      },
    });
    return kept(newestOf(app), result?.account);
  } catch (error) {
    return { ok: false, problem: `Entra refused it: ${codeOf(error)}` };
  }
}

function kept(
  token: Secret | undefined,
  account:
    | { readonly name?: string | undefined; readonly username: string; readonly localAccountId: string }
    | null
    | undefined,
): Consented {
  if (token === undefined)
    return { ok: false, problem: 'Entra gave no refresh token; offline_access was not consented' };
  return { ok: true, token, name: account?.name ?? account?.username ?? '', id: account?.localAccountId ?? '' };
}

/** MSAL's error texts may quote the request; the code of Entra (AADSTS…) is looked up by whoever has to. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  const code = field(error, 'errorCode') ?? 'unknown';
  const sts = /AADSTS\d+/.exec(error instanceof Error ? error.message : '')?.[0];
  return sts === undefined ? code : `${code} ${sts}`;
}

/** MSAL knows https authorities only; that of a test is http on this machine. */
function onAuthority(address: string, { authority }: EntraSettings): string {
  const url = new URL(address);
  const base = new URL(authority);
  if (url.host === base.host) url.protocol = base.protocol;
  return url.href;
}

type Back = { readonly ok: true; readonly code: string } | { readonly ok: false; readonly problem: string };

async function listen(state: string, port: number) {
  let done: (back: Back) => void = () => undefined;
  const answer = new Promise<Back>((resolve) => (done = resolve));
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const back = url.pathname === '/' ? readBack(url.searchParams, state) : undefined;
    response.writeHead(back === undefined ? 404 : 200, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(back === undefined ? '' : back.ok ? 'Signed in. You may close this page.' : `${back.problem}.`);
    if (back !== undefined) done(back);
  });
  const failed = await new Promise<string | undefined>((resolve) => {
    server.once('error', (error) => {
      resolve(error.message);
    });
    server.listen(port, '127.0.0.1', () => {
      resolve(undefined);
    });
  });
  if (failed !== undefined)
    return { ok: false, problem: `port ${port} of this machine cannot be used (${failed})` } as const;
  const timer = setTimeout(() => {
    done({ ok: false, problem: 'nobody came back from the sign-in within ten minutes' });
  }, WAITS_FOR_MS);
  return {
    ok: true,
    // A server that listens on a port has an address of this kind.
    redirectUri: `http://localhost:${(server.address() as AddressInfo).port}`,
    answer,
    close: () => {
      clearTimeout(timer);
      server.close();
      server.closeAllConnections();
    },
  } as const;
}

/** Undefined for what is no answer to our question: a favicon, or a page that somebody else sends here. */
function readBack(query: URLSearchParams, state: string): Back | undefined {
  if (query.get('state') !== state) return undefined;
  const code = query.get('code');
  if (code !== null) return { ok: true, code };
  const error = query.get('error');
  if (error === null) return undefined;
  const sts = /AADSTS\d+/.exec(query.get('error_description') ?? '')?.[0] ?? '';
  return { ok: false, problem: `the sign-in was not completed: ${error} ${sts}`.trim() };
}
