import autocannon from 'autocannon';
import { type ChildProcess } from 'node:child_process';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Usage } from './bot-process';
import { forkBench } from '../fork-bench';

const CONNECTIONS = 10;
const ROUNDS = 3;
const CONVERSATIONS = 5_000;
/** A bot runs for days: what is measured is the compiled code, and compiling takes some thousand turns. */
const WARM_UP_TURNS = 8_000;
const NAMES = ['bare', 'ours', 'status'] as const;

interface Figures {
  readonly turnsPerSecond: number;
  readonly cpuMsPerTurn: number;
  readonly p50: number;
  readonly p99: number;
  readonly rssMb: number;
}

/**
 * Turns per second and CPU per turn against a bare teams-ai bot that sends one card: of our door with a desk that
 * answers at once (`ours`), and of "is Contoso accepted?" answered from memory by the real desk (`status`).
 */
export async function benchTurns(seconds: number): Promise<void> {
  const connector = await startStub();
  const bots = {
    bare: await startBot('bare', connector.url),
    ours: await startBot('ours', connector.url),
    status: await startBot('status', connector.url),
  };
  const runs = { bare: new Array<Figures>(), ours: new Array<Figures>(), status: new Array<Figures>() };
  for (const name of NAMES) await measure(bots[name], connector.url, { amount: WARM_UP_TURNS });
  // Alternating, because the machine is never equally busy twice.
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of NAMES) {
      const figures = await measure(bots[name], connector.url, { duration: seconds });
      runs[name].push(figures);
      console.log(name.padEnd(6), JSON.stringify(figures));
    }
  }
  for (const name of ['ours', 'status'] as const) {
    const rate = median(runs[name], 'turnsPerSecond') / median(runs.bare, 'turnsPerSecond');
    const cpu = median(runs[name], 'cpuMsPerTurn') - median(runs.bare, 'cpuMsPerTurn');
    console.log(
      `${name}: turns/s against bare ${rate.toFixed(2)} (budget 0.85); CPU per turn, less bare ${cpu.toFixed(2)} ms (budget 0.20)`,
    );
  }
  for (const bot of Object.values(bots)) bot.child.kill();
  connector.server.closeAllConnections();
  connector.server.close();
}

type Length = { readonly amount: number } | { readonly duration: number };

async function measure(bot: Bot, serviceUrl: string, length: Length): Promise<Figures> {
  const before = await bot.usage();
  let turn = 0;
  const run = await autocannon({
    url: `http://127.0.0.1:${bot.port}/api/messages`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    connections: CONNECTIONS,
    ...length,
    requests: [{ setupRequest: (request) => ({ ...request, body: JSON.stringify(message((turn += 1), serviceUrl)) }) }],
  });
  if (run.non2xx + run.errors > 0) throw new Error(`${run.non2xx} turns refused, ${run.errors} failed`);
  const after = await bot.usage();
  const turns = run['2xx'];
  return {
    turnsPerSecond: Math.round(turns / run.duration),
    cpuMsPerTurn: Number(((after.cpuMs - before.cpuMs) / turns).toFixed(3)),
    p50: run.latency.p50,
    p99: run.latency.p99,
    rssMb: Math.round(after.rssMb),
  };
}

/** Spread over so many conversations that none meets its limit. */
function message(turn: number, serviceUrl: string): object {
  const tenant = '11111111-1111-4111-8111-111111111111';
  return {
    type: 'message',
    id: `${process.hrtime.bigint()}`,
    channelId: 'msteams',
    serviceUrl,
    timestamp: '2026-11-22T10:00:00.000Z',
    from: { id: '29:alice', name: 'Alice', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000001' },
    recipient: { id: '28:bot', name: 'Handshake' },
    conversation: { id: `a:${turn % CONVERSATIONS}`, conversationType: 'personal', tenantId: tenant },
    channelData: { tenant: { id: tenant } },
    text: 'is Contoso accepted?',
  };
}

interface Bot {
  readonly child: ChildProcess;
  readonly port: number;
  usage(): Promise<Usage>;
}

async function startBot(variant: string, serviceUrl: string): Promise<Bot> {
  const child = forkBench(['teams', 'bot', variant, serviceUrl]);
  const hear = <T>(): Promise<T> =>
    new Promise((resolve) => {
      child.once('message', (heard) => {
        resolve(heard as T);
      });
    });
  const { port } = await hear<{ readonly port: number }>();
  return {
    child,
    port,
    usage: () => {
      const heard = hear<Usage>();
      child.send('usage');
      return heard;
    },
  };
}

async function startStub(): Promise<{ readonly server: http.Server; readonly url: string }> {
  const server = http.createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end('{"id":"1"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

function median(runs: readonly Figures[], key: keyof Figures): number {
  const sorted = runs.map((run) => run[key]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
