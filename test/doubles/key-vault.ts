import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** Azure Key Vault's secrets, and the managed identity of an App Service beside it, as they are on the wire. */
export interface KeyVaultDouble {
  readonly url: string;
  /** Name -> the versions that were written, the newest last. */
  readonly secrets: Map<string, string[]>;
  /** Answers of the vault from now on; undefined for its own. */
  status: number | undefined;
  close(): Promise<void>;
}

const TOKEN = 'a-token-for-the-vault';

export async function startKeyVault(): Promise<KeyVaultDouble> {
  const secrets = new Map<string, string[]>();
  const double: { status: number | undefined } = { status: undefined };
  const server = http.createServer((request, response) => {
    void textOf(request).then((text) => {
      const url = new URL(request.url ?? '/', 'http://vault');
      const {
        status,
        headers = {},
        body,
      } = url.pathname.startsWith('/identity')
        ? identity(request, url)
        : (refused(double.status) ?? vault(secrets, request, url, text));
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env['IDENTITY_ENDPOINT'] = `${url}/identity`;
  process.env['IDENTITY_HEADER'] = 'the-header-of-the-app';
  return Object.assign(double, {
    url,
    secrets,
    async close() {
      delete process.env['IDENTITY_ENDPOINT'];
      delete process.env['IDENTITY_HEADER'];
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

function identity(request: http.IncomingMessage, url: URL): Reply {
  if (request.headers['x-identity-header'] !== 'the-header-of-the-app') return { status: 403, body: {} };
  const resource = url.searchParams.get('resource') ?? '';
  if (resource !== 'https://vault.azure.net') return { status: 400, body: { error: 'invalid_resource' } };
  const expires_on = String(Math.floor(Date.now() / 1000) + 3600);
  return { status: 200, body: { access_token: TOKEN, expires_on, resource, token_type: 'Bearer' } };
}

function refused(status: number | undefined): Reply | undefined {
  return status === undefined ? undefined : { status, body: { error: { code: 'Forbidden', message: 'refused' } } };
}

function vault(secrets: Map<string, string[]>, request: http.IncomingMessage, url: URL, text: string): Reply {
  if (request.headers.authorization !== `Bearer ${TOKEN}`) {
    const challenge =
      'Bearer authorization="https://login.microsoftonline.com/tenant", resource="https://vault.azure.net"';
    return { status: 401, headers: { 'www-authenticate': challenge }, body: { error: { code: 'Unauthorized' } } };
  }
  const name = /^\/secrets\/([\w-]+)\/?$/.exec(url.pathname)?.[1] ?? '';
  if (!url.searchParams.has('api-version')) return { status: 400, body: { error: { code: 'BadParameter' } } };
  const versions = secrets.get(name) ?? [];
  if (request.method === 'PUT') {
    const { value } = JSON.parse(text) as { value: string };
    secrets.set(name, [...versions, value]);
    return { status: 200, body: bundle(name, [...versions, value]) };
  }
  if (versions.length === 0) return { status: 404, body: { error: { code: 'SecretNotFound', message: 'not found' } } };
  return { status: 200, body: bundle(name, versions) };
}

function bundle(name: string, versions: readonly string[]) {
  const id = `https://contoso.vault.azure.net/secrets/${name}/${versions.length}`;
  return { id, value: versions.at(-1), attributes: { enabled: true, created: 1, updated: 1 } };
}

async function textOf(request: http.IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
