import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { startTelemetry } from '../../src/app/telemetry';
import { createLog } from '../../src/runtime/log';
import { Secret } from '../../src/runtime/secret';

const KEY = 'InstrumentationKey=11111111-1111-4111-8111-111111111111';

interface Asked {
  readonly url: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

let server: http.Server;
let url: string;
let asked: Asked[];
beforeEach(async () => {
  asked = [];
  server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const bytes = Buffer.concat(chunks);
      const body = (request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString();
      asked.push({ url: request.url ?? '', headers: request.headers, body });
      response.writeHead(200, { 'content-type': 'application/json' });
      const isToken = request.url?.startsWith('/identity') === true;
      response.end(isToken ? TOKEN : '{"itemsReceived":1,"itemsAccepted":1,"errors":[]}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  delete process.env['IDENTITY_ENDPOINT'];
  delete process.env['IDENTITY_HEADER'];
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** As the App Service hands it out to its app. */
const TOKEN = JSON.stringify({
  access_token: 'a-token-of-the-identity',
  expires_on: String(Math.floor(Date.now() / 1000) + 3600),
  resource: 'https://monitor.azure.com',
  token_type: 'Bearer',
});

it('sends log lines to the ingestion endpoint of the connection string, without secrets', async () => {
  const telemetry = await startTelemetry({ connection: new Secret(`${KEY};IngestionEndpoint=${url}/`) });
  const log = createLog('info', telemetry);

  log.warn({ account: 'account:a:b', token: 'do-not-show' }, 'A record could not be reconciled');
  await telemetry.flush();

  const sent = asked.map(({ body }) => body).join('\n');
  expect(sent).toContain('A record could not be reconciled');
  expect(sent).toContain('account:a:b');
  expect(sent).toContain('"severityLevel":2');
  expect(sent).not.toContain('do-not-show');
  expect(asked.map(({ headers }) => headers.authorization)).toEqual([undefined]);
});

it('signs in there with the identity of the app where the settings say so', async () => {
  process.env['IDENTITY_ENDPOINT'] = `${url}/identity`;
  process.env['IDENTITY_HEADER'] = 'the header of the app';
  const connection = new Secret(`${KEY};IngestionEndpoint=${url}/`);
  const telemetry = await startTelemetry({ connection, identity: { clientId: 'the-client' } });

  createLog('info', telemetry).info({}, 'started');
  await telemetry.flush();

  const [token, lines] = asked;
  expect(token?.url).toMatch(/resource=https%3A%2F%2Fmonitor\.azure\.com.*client_id=the-client/);
  expect(lines?.headers.authorization).toBe('Bearer a-token-of-the-identity');
});

it('O6: an endpoint that never answers delays a stop by two seconds at most, and fails nothing', async () => {
  const waiting: http.ServerResponse[] = [];
  const silent = http.createServer((_request, response) => void waiting.push(response));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const telemetry = await startTelemetry({ connection: new Secret(`${KEY};IngestionEndpoint=${address}/`) });
  createLog('info', telemetry).info({}, 'started');

  const began = Date.now();
  await telemetry.flush();

  expect(Date.now() - began).toBeLessThan(3_000);
  expect(waiting).toHaveLength(1);
  // An end without an answer is what the library complains of in the console, after this test.
  await Promise.all(waiting.map((response) => new Promise<void>((resolve) => response.end('{}', resolve))));
  silent.closeIdleConnections();
  await new Promise((resolve) => silent.close(resolve));
});
