import { Application, TeamsAdapter, type TurnState } from '@microsoft/teams-ai';
import type { Request as BotRequest } from 'botbuilder';
import * as restify from 'restify';
import { realDesk } from './real-desk';
import { createLog } from '../../src/runtime/log';
import { createAdapter } from '../../src/teams/adapter';
import { createBot } from '../../src/teams/turns/bot';
import { createOutbound } from '../../src/teams/sending/outbound';
import { createServer } from '../../src/teams/door/server';
import { createServiceUrls } from '../../src/teams/service-url';
import { systemTimer as timer } from '../../src/teams/timer';
import type { Desk } from '../../src/turn';

/** What the bot process tells about itself whenever it is asked. */
export interface Usage {
  readonly cpuMs: number;
  readonly rssMb: number;
}

const CARD = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: Array.from({ length: 8 }, (_, n) => ({ type: 'TextBlock', wrap: true, text: `Contoso accepted, line ${n}` })),
};

/** One bot in a process of its own, so that its CPU time is its own: `ours`, `status` with the real desk, or a `bare` one as the SDK's guide has it. */
export async function runBot(variant: string, serviceUrl: string): Promise<void> {
  const port =
    variant === 'bare' ? await bare() : await ours(variant === 'status' ? await realDesk(serviceUrl) : fakeDesk());
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    const usage: Usage = { cpuMs: (user + system) / 1000, rssMb: process.memoryUsage().rss / 2 ** 20 };
    process.send?.(usage);
  });
  process.send?.({ port });
}

/** Answers at once: what is left is the cost of the door and of sending. */
function fakeDesk(): Desk {
  return {
    answer: () =>
      Promise.resolve({
        reply: 'message',
        message: { card: CARD, text: 'Contoso accepted', summary: 'Contoso accepted' },
      }),
    answered: () => Promise.resolve(),
    said: () => Promise.resolve(),
    apologise: () => ({ reply: 'nothing' }),
    slowDown: () => ({ reply: 'nothing' }),
  };
}

async function ours(desk: Desk): Promise<number> {
  const log = createLog('warn');
  const clock = { now: () => Date.now() };
  const serviceUrls = createServiceUrls([{ host: '127.0.0.1' }]);
  // The tenant's limit would be what is measured; here it is the work per turn.
  const deps = { serviceUrls, perTenantPerSecond: 1_000_000, timer, clock, log, random: Math.random };
  const { voice } = createOutbound(deps);
  let last = 0;
  const ids = { next: () => String((last += 1)) };
  const auth = { mode: 'off' } as const;
  const bot = createBot({ adapter: createAdapter(auth), local: true, desk, voice, log, ids, clock, timer });
  const metrics = { contentType: 'text/plain', metrics: () => Promise.resolve('') };
  const readiness = () => ({ ready: true, missing: [] });
  const server = createServer({ auth, bot, serviceUrls, webhooks: {}, readiness, metrics, log, clock, timer });
  return server.listen(0, '127.0.0.1');
}

async function bare(): Promise<number> {
  const adapter = new TeamsAdapter({});
  const app = new Application<TurnState>({ adapter, startTypingTimer: false });
  app.message(/.*/, async (context) => {
    const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: CARD }];
    await context.sendActivity({ type: 'message', summary: 'Contoso accepted', attachments });
  });
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser({ maxBodySize: 256 * 1024 }));
  server.post('/api/messages', async (request, response) => {
    await adapter.process(request as BotRequest, response, async (context) => {
      await app.run(context);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server.address().port;
}
