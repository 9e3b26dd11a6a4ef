import autocannon from 'autocannon';
import { question, startTeams } from '../chat';
import { inWords, measureMemory, type Memory } from '../memory';
import { runBot } from './bot-process';
import { forkBench } from '../fork-bench';

const CONNECTIONS = 10;
const CONVERSATIONS = 5_000;
/** Shares of all turns after which the memory is looked at. */
const MARKS = [0.1, 0.25, 0.5, 0.75, 1];
/** The bot remembers its last 20,000 messages, to know one that is delivered again: after so many it is warm. */
const WARM_AFTER = 25_000;

/** The bot with the real desk, in a process of its own that says on demand how much memory it holds. */
export async function runMemoryBot(serviceUrl: string): Promise<void> {
  process.on('message', (message) => {
    if (message === 'memory') process.send?.({ memory: measureMemory() });
  });
  process.on('disconnect', () => process.exit());
  await runBot('status', serviceUrl);
}

/** Memory of the bot after so many answers to "is Contoso accepted?" over HTTP, all garbage collected. */
export async function benchMemory(turns: number): Promise<void> {
  const teams = await startTeams();
  const bot = await startBot(teams.url);
  console.log(`before the first turn:    ${inWords(await bot.memory())}`);
  const seen: { readonly turns: number; readonly memory: Memory }[] = [];
  let done = 0;
  for (const mark of MARKS) {
    await ask(bot.port, teams.url, Math.round(turns * mark) - done);
    done = Math.round(turns * mark);
    seen.push({ turns: done, memory: await bot.memory() });
    console.log(`after ${String(done).padStart(8)} turns:     ${inWords(seen.at(-1)!.memory)}`);
  }
  const [first, last] = [seen.find((one) => one.turns >= WARM_AFTER) ?? seen[0]!, seen.at(-1)!];
  const grown = 2 ** 20 * (last.memory.heapMb - first.memory.heapMb);
  console.log(
    `growth after ${first.turns} turns: heap ${(grown / 2 ** 20).toFixed(1)} MB, ` +
      `${Math.round(grown / Math.max(1, last.turns - first.turns))} bytes a turn; ` +
      `process ${(last.memory.rssMb - first.memory.rssMb).toFixed(0)} MB (goal: none after ${WARM_AFTER})`,
  );
  bot.stop();
  teams.close();
}

async function ask(port: number, serviceUrl: string, amount: number): Promise<void> {
  const run = await autocannon({
    url: `http://127.0.0.1:${port}/api/messages`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    connections: CONNECTIONS,
    amount,
    requests: [
      { setupRequest: (request) => ({ ...request, body: JSON.stringify(question(serviceUrl, CONVERSATIONS)) }) },
    ],
  });
  if (run.non2xx + run.errors > 0) throw new Error(`${run.non2xx} turns refused, ${run.errors} failed`);
}

interface Bot {
  readonly port: number;
  memory(): Promise<Memory>;
  stop(): void;
}

/** The process sends other messages, too; each is told by its field. */
async function startBot(serviceUrl: string): Promise<Bot> {
  const child = forkBench(['teams', 'memory-bot', serviceUrl]);
  const hear = <T>(field: string): Promise<T> =>
    new Promise((resolve) => {
      const listen = (message: unknown): void => {
        const said = message as Readonly<Record<string, T>>;
        if (!(field in said)) return;
        child.off('message', listen);
        resolve(said[field]!);
      };
      child.on('message', listen);
    });
  return {
    port: await hear<number>('port'),
    memory: () => {
      const heard = hear<Memory>('memory');
      child.send('memory');
      return heard;
    },
    stop: () => {
      child.kill();
    },
  };
}
