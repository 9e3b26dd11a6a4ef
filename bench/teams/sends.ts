import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ConversationRecord } from '../../src/domain/documents';
import { createLog } from '../../src/runtime/log';
import { createOutbound } from '../../src/teams/sending/outbound';
import { createServiceUrls } from '../../src/teams/service-url';
import { systemTimer as timer } from '../../src/teams/timer';

const PER_TENANT = 50;
const WINDOWS = [
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
] as const;

/**
 * Sends to a connector that enforces Teams' limits by its own clock and answers after 20 to 60 ms: 2,000 conversations
 * for the limit per tenant, then one conversation for the limits per conversation. Real time, at most `seconds` each.
 */
export async function benchSends(seconds: number): Promise<void> {
  for (const conversations of [2_000, 1]) await send(conversations, seconds);
  // What still waits for its turn would keep the process alive for a while.
  process.exit();
}

async function send(conversations: number, seconds: number): Promise<void> {
  const connector = await startStrictConnector();
  const clock = { now: () => Date.now() };
  const serviceUrls = createServiceUrls([{ host: '127.0.0.1' }]);
  const log = createLog('warn');
  const deps = { serviceUrls, perTenantPerSecond: PER_TENANT, timer, clock, log, random: Math.random };
  const { courier } = createOutbound(deps);
  const until = performance.now() + seconds * 1000;
  let next = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() < until) {
      const to = conversation(`a:${(next += 1) % conversations}`, connector.url);
      await courier.post(to, { text: 'news', summary: 'news' });
    }
  };
  void Promise.all(Array.from({ length: 100 }, worker));
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const { taken, refused } = connector.figures();
  const permitted = conversations === 1 ? inOneConversation(seconds) : PER_TENANT * seconds;
  const share = ((100 * taken) / permitted).toFixed(1);
  console.log(
    `${conversations} conversation(s), ${seconds} s: ${taken} of ${permitted} permitted (${share} %), ${refused} times 429`,
  );
  connector.close();
}

/** Seven at once, then eight in every two seconds, sixty in every thirty: what an ideal sender gets through. */
function inOneConversation(seconds: number): number {
  const times: number[] = [];
  for (let now = 0; now < seconds * 1000; now += 1) {
    while (WINDOWS.every(([count, ms]) => times.filter((time) => time > now - ms).length < count)) times.push(now);
  }
  return times.length;
}

async function startStrictConnector() {
  let arrivals: { readonly conversation: string; readonly at: number }[] = [];
  let taken = 0;
  let refused = 0;
  const server = http.createServer((request, response) => {
    const at = performance.now();
    const conversation = request.url ?? '';
    const within = (ms: number) => arrivals.filter((one) => one.at > at - ms);
    const own = (ms: number) => within(ms).filter((one) => one.conversation === conversation).length;
    const full = within(1_000).length >= PER_TENANT || WINDOWS.some(([count, ms]) => own(ms) >= count);
    request.resume();
    if (full) refused += 1;
    else {
      taken += 1;
      arrivals = [...within(30_000), { conversation, at }];
    }
    setTimeout(
      () => {
        response.writeHead(full ? 429 : 201, { 'content-type': 'application/json' });
        response.end(full ? '' : '{"id":"1"}');
      },
      20 + Math.random() * 40,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    figures: () => ({ taken, refused }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function conversation(conversationId: string, serviceUrl: string): ConversationRecord {
  return {
    id: conversationId,
    partnerId: 'p',
    format: 1,
    kind: 'conversation',
    conversationId,
    type: 'personal',
    serviceUrl,
    tenantId: 't',
    botId: '28:bot',
    state: 'active',
    since: 0,
    settings: { notifications: true },
  };
}
