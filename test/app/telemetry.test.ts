import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { startTelemetry } from '../../src/app/telemetry';
import { createLog } from '../../src/runtime/log';
import { Secret } from '../../src/runtime/secret';

it('sends log lines to the ingestion endpoint of the connection string, without secrets', async () => {
  const bodies: string[] = [];
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      bodies.push((request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString());
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"itemsReceived":1,"itemsAccepted":1,"errors":[]}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const connection = `InstrumentationKey=11111111-1111-4111-8111-111111111111;IngestionEndpoint=http://127.0.0.1:${port}/`;
  const telemetry = await startTelemetry(new Secret(connection));
  const log = createLog('info', telemetry);

  log.warn({ account: 'account:a:b', token: 'do-not-show' }, 'A record could not be reconciled');
  await telemetry.flush();

  const sent = bodies.join('\n');
  expect(sent).toContain('A record could not be reconciled');
  expect(sent).toContain('account:a:b');
  expect(sent).toContain('"severityLevel":2');
  expect(sent).not.toContain('do-not-show');
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
