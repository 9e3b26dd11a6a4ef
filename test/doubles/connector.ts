import { createSign } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { publicKey, signingKey } from './signing-key';

/** What came as JSON; tests look into it as they like. */
export type Json = ReturnType<typeof JSON.parse>;

export interface Recorded {
  readonly method: string;
  /** Decoded, without the query. */
  readonly path: string;
  readonly conversationId: string;
  /** The message that is updated or replied to; the person whose membership is asked for. */
  readonly activityId?: string;
  readonly kind: 'create' | 'post' | 'update' | 'members' | 'other';
  readonly body: Json;
  readonly authorization?: string;
  /** When it arrived, by `performance.now()`. */
  readonly at: number;
}

/** What the connector does instead of its usual answer. `lose` takes the message and breaks off before answering. */
export type Script =
  | {
      readonly do: 'status';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Record<string, string>;
    }
  | { readonly do: 'hang' }
  | { readonly do: 'reset' }
  | { readonly do: 'lose' }
  | { readonly do: 'late'; readonly until: Promise<unknown> };

export interface Member {
  readonly id: string;
  readonly aadObjectId?: string;
  readonly userRole?: string;
  readonly userPrincipalName?: string;
  readonly tenantId?: string;
}

export interface ConnectorDouble {
  /** For activities and conversation records. */
  readonly serviceUrl: string;
  readonly requests: Recorded[];
  /** Requests that put something in front of people: posts, new threads, updates. */
  messages(): Recorded[];
  /** What every message shows now, by `<conversation> <message id>`; the truth about what people see. */
  readonly shown: Map<string, Json>;
  /** The next requests of a conversation (without `;messageid=`) go like this, one after the other; `*` is any. */
  script(conversationId: string, ...steps: Script[]): void;
  members(rosterId: string, members: readonly Member[]): void;
  /** Refuses requests without this bearer token. */
  expectToken(token: string | undefined): void;
  /** Resolves when so many requests have arrived in all. */
  arrived(count: number): Promise<void>;
  close(): Promise<void>;
}

/** A local Teams connector over HTTP. */
export async function startConnector(): Promise<ConnectorDouble> {
  const requests: Recorded[] = [];
  const shown = new Map<string, Json>();
  const scripts = new Map<string, Script[]>();
  const rosters = new Map<string, readonly Member[]>();
  const waiters: { count: number; resolve: () => void }[] = [];
  let token: string | undefined;
  let lastId = 1_000;

  function answer(response: http.ServerResponse, status: number, body?: unknown, headers: Record<string, string> = {}) {
    const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
    const type = typeof body === 'string' ? 'text/html' : 'application/json';
    response.writeHead(status, { 'content-type': type, ...headers });
    response.end(text);
  }

  function usual(request: Recorded): { status: number; body: unknown; show: () => void } {
    const none = () => undefined;
    const id = String((lastId += 1));
    switch (request.kind) {
      case 'create': {
        const thread = `${request.conversationId};messageid=${id}`;
        const body = { id: thread, activityId: id, serviceUrl: '' };
        return { status: 201, body, show: () => shown.set(`${thread} ${id}`, request.body.activity) };
      }
      case 'post':
        if (request.body.type === 'typing') return { status: 201, body: { id }, show: none };
        return { status: 201, body: { id }, show: () => shown.set(`${request.conversationId} ${id}`, request.body) };
      case 'update': {
        const key = `${request.conversationId} ${request.activityId}`;
        return { status: 200, body: { id: request.activityId }, show: () => shown.set(key, request.body) };
      }
      case 'members': {
        const roster = rosters.get(request.conversationId);
        if (roster === undefined) {
          return { status: 404, body: { error: { code: 'ConversationNotFound', message: 'no roster' } }, show: none };
        }
        const wanted = request.activityId?.toLowerCase();
        const member = roster.find((one) => [one.id, one.aadObjectId].some((id) => id?.toLowerCase() === wanted));
        if (member !== undefined) return { status: 200, body: member, show: none };
        return { status: 404, body: { error: { code: 'MemberNotFoundInConversation' } }, show: none };
      }
      case 'other':
        return { status: 404, body: { error: { code: 'NotFound', message: 'unknown path' } }, show: none };
    }
  }

  async function serve(incoming: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const chunks: string[] = [];
    incoming.setEncoding('utf8');
    for await (const chunk of incoming) chunks.push(chunk as string);
    const url = new URL(incoming.url ?? '', 'http://connector');
    const request = record(incoming, url.pathname, chunks.join(''));
    requests.push(request);
    for (const waiter of waiters) if (requests.length >= waiter.count) waiter.resolve();
    if (token !== undefined && request.authorization !== `Bearer ${token}`) {
      answer(response, 401, { error: { code: 'Unauthorized', message: 'bad token' } });
      return;
    }
    const key = request.conversationId.split(';')[0] ?? '';
    const step = scripts.get(key)?.shift() ?? scripts.get('*')?.shift();
    if (step?.do === 'status') {
      answer(response, step.status, step.body, step.headers);
      return;
    }
    if (step?.do === 'hang') return;
    if (step?.do === 'reset') {
      incoming.socket.resetAndDestroy();
      return;
    }
    const result = usual(request);
    result.show();
    if (step?.do === 'lose') {
      incoming.socket.resetAndDestroy();
      return;
    }
    if (step?.do === 'late') await step.until;
    answer(response, result.status, result.body);
  }

  const server = http.createServer((incoming, response) => {
    serve(incoming, response).catch(() => response.destroy());
  });
  const port = await listen(server);
  return {
    serviceUrl: `http://127.0.0.1:${port}/emea/`,
    requests,
    shown,
    messages: () =>
      requests.filter((one) => ['create', 'post', 'update'].includes(one.kind) && one.body.type !== 'typing'),
    script(conversationId, ...steps) {
      scripts.set(conversationId, [...(scripts.get(conversationId) ?? []), ...steps]);
    },
    members(rosterId, members) {
      rosters.set(rosterId, members);
    },
    expectToken(expected) {
      token = expected;
    },
    arrived: (count) =>
      new Promise((resolve) => {
        if (requests.length >= count) resolve();
        else waiters.push({ count, resolve });
      }),
    close: () => stop(server),
  };
}

function record(incoming: http.IncomingMessage, pathname: string, text: string): Recorded {
  const path = decodeURIComponent(pathname);
  const body: Json = text === '' ? undefined : JSON.parse(text);
  const method = incoming.method ?? '';
  const parts = pathname.split('/v3/conversations')[1]?.split('/').slice(1).map(decodeURIComponent) ?? [];
  const [conversation, what, activityId] = parts;
  const common = { method, path, body, at: performance.now(), ...authorizationOf(incoming) };
  if (method === 'POST' && conversation === undefined) {
    return { ...common, kind: 'create', conversationId: body?.channelData?.channel?.id ?? '' };
  }
  const conversationId = conversation ?? '';
  const named = activityId === undefined ? {} : { activityId };
  if (what === 'activities' && method === 'POST') return { ...common, kind: 'post', conversationId, ...named };
  if (what === 'activities' && method === 'PUT') return { ...common, kind: 'update', conversationId, ...named };
  if (what === 'members') return { ...common, kind: 'members', conversationId, ...named };
  return { ...common, kind: 'other', conversationId };
}

function authorizationOf(incoming: http.IncomingMessage): { authorization?: string } {
  const { authorization } = incoming.headers;
  return authorization === undefined ? {} : { authorization };
}

export interface OpenIdDouble {
  readonly metadataUrl: string;
  readonly issuer: string;
  /** The login URL of the bot; hands out tokens. */
  readonly loginUrl: string;
  readonly outboundToken: string;
  /** How often a token was handed out. */
  tokenRequests(): number;
  /** A token as the Bot Framework would send it; `claims` and `header` override or, with `undefined`, take away. */
  token(claims: Record<string, unknown>, options?: TokenOptions): string;
  close(): Promise<void>;
}

export interface TokenOptions {
  readonly header?: Record<string, unknown>;
  /** `other`: signed by a key that is not published under this `kid`; `unendorsed`: a published key for no channel. */
  readonly key?: 'good' | 'other' | 'unendorsed';
  readonly signature?: 'none';
}

/** The Bot Framework's OpenID metadata and the login server, as one local server. */
export async function startOpenId(options: {
  readonly appId: string;
  readonly tenantId: string;
}): Promise<OpenIdDouble> {
  const issuer = 'https://api.botframework.com';
  const good = signingKey('good');
  const other = signingKey('other');
  const outboundToken = 'outbound-token';
  let handedOut = 0;
  let base = '';

  const server = http.createServer((incoming, response) => {
    incoming.resume();
    const reply = (body: unknown) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (incoming.url === '/openid') {
      reply({ issuer, jwks_uri: `${base}/keys`, id_token_signing_alg_values_supported: ['RS256'] });
    } else if (incoming.url === '/keys') {
      reply({
        keys: [publicKey(good.publicKey, 'good', ['msteams']), publicKey(other.publicKey, 'unendorsed', ['webchat'])],
      });
    } else if (incoming.url?.startsWith(`/${options.tenantId}/oauth2/v2.0/token`) === true) {
      handedOut += 1;
      reply({ token_type: 'Bearer', expires_in: 3600, ext_expires_in: 3600, access_token: outboundToken });
    } else {
      response.writeHead(404);
      response.end();
    }
  });
  base = `http://127.0.0.1:${await listen(server)}`;
  return {
    metadataUrl: `${base}/openid`,
    issuer,
    loginUrl: `${base}/${options.tenantId}`,
    outboundToken,
    tokenRequests: () => handedOut,
    token(claims, { header = {}, key = 'good', signature } = {}) {
      const now = Math.floor(Date.now() / 1000);
      const kid = key === 'unendorsed' ? 'unendorsed' : 'good';
      const head = encode({ alg: 'RS256', typ: 'JWT', kid, ...header });
      const body = encode({ iss: issuer, aud: options.appId, nbf: now - 60, exp: now + 3600, ...claims });
      const privateKey = key === 'good' ? good.privateKey : other.privateKey;
      const signed = createSign('RSA-SHA256').update(`${head}.${body}`).sign(privateKey, 'base64url');
      return `${head}.${body}.${signature === 'none' ? '' : signed}`;
    },
    close: () => stop(server),
  };
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

async function listen(server: http.Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function stop(server: http.Server): Promise<void> {
  if (!server.listening) return;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
