import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startSandbox } from '../../src/sandbox/sandbox';
import { forkBench } from '../fork-bench';
import { inWords } from '../memory';
import { buildBot } from '../replicas/replica';
import { benchAlone } from './alone';
import { startSizedBot } from './bot';
import type { SizedBot } from './bot';
import { benchKept } from './kept';
import type { Usage } from './inside';
import { company } from './names';
import { startPeople } from './people';
import type { People } from './people';
import { MAPPED_OF_TEN } from './sources';

type Settings = Readonly<Record<string, string>>;

const NEVER = '86400';
const SYNC_EVERY_S = 20;
const QUESTIONS = ['who has accepted?', 'how many customers do we have?', 'health'];

/** `npm run bench -- size [accounts …]`: the whole bot with so many accounts and as many customers, embedded store. */
export async function benchSize(args: readonly string[]): Promise<void> {
  if (args[0] === 'alone') return benchAlone(args.slice(1));
  if (args[0] === 'kept') return benchKept(args.slice(1));
  if (args[0] === 'sandbox') return runSandbox(Number(args[1]));
  buildBot();
  for (const size of args.length === 0 ? [12_000] : args.map(Number)) await benchOne(size);
}

async function benchOne(size: number): Promise<void> {
  const child = forkBench(['size', 'sandbox', String(size)]);
  const hear = <T>(): Promise<T> =>
    new Promise((resolve) => {
      child.once('message', (message) => {
        resolve(message as T);
      });
    });
  const settings = await hear<Settings>();
  const visits = async (): Promise<Record<string, number>> => {
    const heard = hear<Record<string, number>>();
    child.send('visits');
    return heard;
  };
  const dir = mkdtempSync(join(tmpdir(), 'handshake-bench-'));
  const people = await startPeople();
  console.log(`${size} accounts and customers, load of the machine ${(loadavg()[0] ?? 0).toFixed(1)}`);
  try {
    const stand: Stand = { size, settings, dir, people, visits };
    await firstSync(stand);
    await restart(stand);
  } finally {
    people.close();
    child.kill();
    rmSync(dir, { recursive: true, force: true });
  }
}

interface Stand {
  readonly size: number;
  readonly settings: Settings;
  readonly dir: string;
  readonly people: People;
  readonly visits: () => Promise<Readonly<Record<string, number>>>;
}

async function firstSync({ size, settings, dir, people }: Stand): Promise<void> {
  const started = performance.now();
  const bot = await startSizedBot({ ...settings, SYNC_INTERVAL_S: NEVER }, dir);
  await leaveOutLoading(bot);
  const stopAsking = people.keepAsking(bot.url, questionsIn(size));
  while (!(await bot.isReady())) await pause(250);
  const seconds = (performance.now() - started) / 1000;
  const usage = await bot.usage();
  console.log(`first sync until ready: ${seconds.toFixed(1)} s, ${await bot.accounts()} accounts, ${inCpu(usage)}`);
  console.log(`  ${inPauses(usage)}`);
  console.log(`  turns meanwhile: ${inTimes(await stopAsking())}`);
  await pause(5_000);
  const { memory, cpuMs } = await bot.usage('memory');
  console.log(`  left after collection: ${memory === undefined ? '' : inWords(memory)}`);
  await pause(10_000);
  const { cpuMs: later } = await bot.usage();
  console.log(`  with nothing to do: ${((later - cpuMs) / 10).toFixed(0)} ms of CPU a second`);
  for (const text of QUESTIONS) console.log(`  "${text}": ${await cpuOf(bot, people, text)}`);
  await bot.stop();
}

async function restart({ size, settings, dir, people, visits }: Stand): Promise<void> {
  const started = performance.now();
  const bot = await startSizedBot({ ...settings, SYNC_INTERVAL_S: String(SYNC_EVERY_S) }, dir);
  await leaveOutLoading(bot);
  const stopAsking = people.keepAsking(bot.url, questionsIn(size));
  const [name = ''] = namesIn(size);
  await people.ask(bot.url, `is ${name} accepted?`, JSON.stringify(name).slice(1, -1));
  const seconds = (performance.now() - started) / 1000;
  const usage = await bot.usage();
  console.log(`restart until the first true answer: ${seconds.toFixed(1)} s, ${inCpu(usage)}`);
  console.log(`  ${inPauses(usage)}`);
  console.log(`  turns meanwhile: ${inTimes(await stopAsking())}`);
  await nextSync(bot);
  const [before, asked, began] = [await bot.usage(), await visits(), performance.now()];
  await nextSync(bot);
  const after = await bot.usage();
  const requests = Object.entries(await visits()).map(([of, count]) => `${of} ${count - (asked[of] ?? 0)}`);
  console.log(
    `a sync with nothing new: ${((after.cpuMs - before.cpuMs) / 1000).toFixed(1)} s of CPU in the ` +
      `${((performance.now() - began) / 1000).toFixed(0)} s from one to the next (${SYNC_EVERY_S} s of them between), ` +
      `requests: ${requests.join(', ')}`,
  );
  console.log(`  ${inPauses(after)}`);
  await bot.stop();
}

/** Until it listened, it loaded its program, and nobody could ask. */
async function leaveOutLoading(bot: SizedBot): Promise<void> {
  await bot.usage();
}

/** Resolves when the accounts were read to the end once more. */
async function nextSync(bot: SizedBot): Promise<void> {
  const at = async (): Promise<number> => {
    const all = [...(await bot.readAt())].filter(([part]) => part.startsWith('accounts:'));
    return Math.max(0, ...all.map(([, read]) => read));
  };
  const before = await at();
  while ((await at()) === before) await pause(250);
}

/** Twenty companies, asked about again and again: each has a name of three words or more that nobody else has. */
function namesIn(size: number): readonly string[] {
  const names = Array.from({ length: size }, (_, at) => company(at).tenant.name);
  const count = new Map<string, number>();
  for (const name of names) count.set(name.toLowerCase(), (count.get(name.toLowerCase()) ?? 0) + 1);
  const clear = names.filter((name) => name.split(' ').length > 2 && count.get(name.toLowerCase()) === 1);
  return Array.from({ length: 20 }, (_, at) => clear[Math.floor((at * clear.length) / 20)] ?? '');
}

function questionsIn(size: number): readonly string[] {
  return namesIn(size).map((name) => `is ${name} accepted?`);
}

async function cpuOf(bot: SizedBot, people: People, text: string): Promise<string> {
  const found: { readonly cpu: number; readonly took: number }[] = [];
  for (let round = 0; round < 5; round += 1) {
    const before = await bot.usage();
    const took = await people.ask(bot.url, text);
    found.push({ cpu: (await bot.usage()).cpuMs - before.cpuMs, took });
  }
  const [, , median] = found.sort((a, b) => a.cpu - b.cpu);
  return `${(median?.cpu ?? 0).toFixed(0)} ms of CPU, ${(median?.took ?? 0).toFixed(0)} ms until the answer (median of 5)`;
}

function inCpu({ cpuMs, peakRssMb }: Usage): string {
  return `CPU ${(cpuMs / 1000).toFixed(1)} s, process at most ${peakRssMb.toFixed(0)} MB`;
}

function inPauses({ pauses }: Usage): string {
  const [clock, cpu] = [pauses.byClock, pauses.byCpu].map(
    ({ over50, over100, longest, p999 }) =>
      `${over50} over 50 ms, ${over100} over 100, longest ${longest.toFixed(0)}, p99.9 ${p999.toFixed(0)}`,
  );
  return `pauses by the clock: ${clock}; by its CPU: ${cpu}`;
}

function inTimes(sorted: readonly number[]): string {
  const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(0);
  return `${sorted.length}, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${(sorted.at(-1) ?? 0).toFixed(0)} ms`;
}

async function runSandbox(size: number): Promise<void> {
  const isMapped = (number: number): boolean => number % 10 < MAPPED_OF_TEN;
  const sandbox = await startSandbox({
    moves: false,
    quirks: false,
    crowd: { tenants: size, customers: size, company, isMapped },
  });
  process.on('message', () => process.send?.(sandbox.visits.count));
  process.send?.(sandbox.settings);
}
