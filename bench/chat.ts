import http from 'node:http';
import type { AddressInfo } from 'node:net';

const TENANT = '11111111-1111-4111-8111-111111111111';

/** Teams as a bench of chat turns needs it: takes every message at once. */
export async function startTeams(): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = http.createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end('{"id":"1"}');
    });
  });
  // Longer than any pause between two messages: a connection closed in the very moment of its use breaks a turn.
  server.keepAliveTimeout = 300_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** "is Contoso accepted?", asked in one of so many personal chats. */
export function question(serviceUrl: string, conversations: number): object {
  const id = process.hrtime.bigint();
  return {
    type: 'message',
    id: String(id),
    channelId: 'msteams',
    serviceUrl,
    timestamp: '2026-11-22T10:00:00.000Z',
    from: { id: '29:alice', name: 'Alice', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000001' },
    recipient: { id: '28:bot', name: 'Handshake' },
    conversation: {
      id: `a:${String(id % BigInt(conversations))}`,
      conversationType: 'personal',
      tenantId: TENANT,
    },
    channelData: { tenant: { id: TENANT } },
    text: 'is Contoso accepted?',
  };
}
