import { person, type Ground } from './ground';

const FORGED_PER_SECOND = 200;
const SECONDS = 20;
const AT_ONCE = 40;
/** How often the one who sends too much does it, and how often somebody asks an honest question. */
const BURST_EVERY_MS = 2_000;
const ASK_EVERY_MS = 250;
/** Who asks honestly; one is not to be stopped by the budget that each has. */
const HONEST = [1, 2, 3, 4].map(person);
const GREEDY = person(9);

/** How long an honest question waits for its answer alone, beside forged requests, and beside one who sends too much. */
export async function benchFloods(ground: Ground): Promise<void> {
  for (let n = 0; n < 200; n += 1) await ground.send(person(n % 8), { text: 'is Contoso accepted?' });
  await wait(30_000);
  await told(ground, 'alone');
  const stop = await ground.forge(FORGED_PER_SECOND);
  await told(ground, `${FORGED_PER_SECOND} forged a second`);
  console.log(`  the forged were answered ${JSON.stringify(await stop())}`);
  const greedy = new Map<number, number>();
  const burst = (): void => {
    for (let n = 0; n < AT_ONCE; n += 1)
      void counted(greedy, ground.send(GREEDY, { text: `is company ${n} accepted?` }));
  };
  burst();
  const bursts = setInterval(burst, BURST_EVERY_MS);
  await told(ground, `one who sends ${AT_ONCE} at once, every ${BURST_EVERY_MS / 1000} s`);
  clearInterval(bursts);
  console.log(`  the one was answered ${JSON.stringify([...greedy])}`);
}

async function told(ground: Ground, what: string): Promise<void> {
  await ground.usage();
  const started = performance.now();
  const waits = await askHonestly(ground);
  const { cpuMs, longestPauseMs } = await ground.usage();
  const ms = performance.now() - started;
  const [p50, p99] = [0.5, 0.99].map((share) => waits[Math.floor(waits.length * share)] ?? NaN);
  console.log(
    `${what}: an honest answer p50 ${p50?.toFixed(0)} ms, p99 ${p99?.toFixed(0)} ms (budget 300), ${waits.length} questions; ` +
      `the bot: ${((cpuMs / ms) * 100).toFixed(0)} % of a processor, longest pause ${longestPauseMs.toFixed(0)} ms`,
  );
}

/** The request is answered when the answer has gone to Teams. */
async function askHonestly(ground: Ground): Promise<readonly number[]> {
  const waits: Promise<number>[] = [];
  for (let n = 0; n < (SECONDS * 1000) / ASK_EVERY_MS; n += 1) {
    const started = performance.now();
    const asked = ground.send(HONEST[n % HONEST.length] ?? GREEDY, { text: 'is Contoso accepted?' });
    waits.push(
      asked.then((status) => {
        if (status !== 200) throw new Error(`an honest question was answered with ${status}`);
        return performance.now() - started;
      }),
    );
    await wait(ASK_EVERY_MS);
  }
  return (await Promise.all(waits)).sort((a, b) => a - b);
}

async function counted(statuses: Map<number, number>, sent: Promise<number>): Promise<void> {
  const status = await sent.catch(() => 0);
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
