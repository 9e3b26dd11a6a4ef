import { Register } from '../../src/register/register';
import type { WatchRecord } from '../../src/domain/documents';
import type { Ports } from '../../src/ports';
import { createWatchChecker } from '../../src/reconcile/check-watches';
import { account, T0 } from '../../test/builders';
import { taskStand } from '../../test/tasks/stand';
import { watchLoop } from '../loop-pauses';

/**
 * `npm run bench -- watches [watches] [accounts]`: for how long the event loop stands still while every watch is looked
 * up one after the other, and while the checker looks at all of them, at one new account, and at nothing new.
 */
export async function benchWatches(args: readonly string[]): Promise<void> {
  const [watches = 3_000, accounts = 3_000] = args.map(Number);
  const stand = await taskStand();
  try {
    const register = new Register();
    const ports: Ports = { ...stand.ports, register };
    for (let n = 0; n < accounts; n += 1) register.apply(tenant(n));
    for (let n = 0; n < watches; n += 1) {
      const document = watch(n);
      await ports.store.write({ write: 'insert', document });
      register.apply(document);
    }
    const checker = createWatchChecker(ports);
    await report('for comparison: work of 1 ms at a time', inMilliseconds);
    await report(`${watches} looks, one after the other`, () => lookAtAll(register));
    await report('checker, everything new', () => checker.check());
    await report('checker, nothing new', () => checker.check());
    register.apply(tenant(accounts));
    await report('checker, one new account', () => checker.check());
  } finally {
    await stand.close();
  }
}

async function lookAtAll(register: Register): Promise<void> {
  for (const { query } of register.allWatches()) register.resolveAccount(query);
  return Promise.resolve();
}

/** What others on the machine take away counts as a pause, too; here is how much that is. */
async function inMilliseconds(): Promise<void> {
  for (let n = 0; n < 2_000; n += 1) {
    const until = performance.now() + 1;
    while (performance.now() < until);
    await new Promise(setImmediate);
  }
}

async function report(what: string, run: () => Promise<void>): Promise<void> {
  await new Promise(setImmediate);
  const longestPause = watchLoop();
  const started = performance.now();
  await run();
  const took = performance.now() - started;
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  console.log(`${what}: ${took.toFixed(0)} ms in all, longest pause ${longestPause().toFixed(1)} ms`);
}

const SYLLABLES = ['ba', 'ker', 'lo', 'mi', 'nor', 'pel', 'ra', 'sto', 'tun', 'vex', 'wil', 'zan'];
const KINDS = ['Bakery', 'Traders', 'Logistics', 'Software', 'Consulting', 'Holding', 'Medical', 'Services'];

/** Invented, and the same in every run; `n` and `n + 1` have little in common. */
function nameOf(n: number): string {
  const part = (k: number): string => SYLLABLES[Math.floor(n / SYLLABLES.length ** k) % SYLLABLES.length] ?? '';
  const word = `${part(0)}${part(1)}${part(2)}${part(3)}`;
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${KINDS[n % KINDS.length] ?? ''}`;
}

function tenant(n: number): ReturnType<typeof account> {
  const tenantId = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  return account({ tenantId, tenant: { tenantId, name: `${nameOf(n)} Ltd`, defaultDomain: `t${n}.onmicrosoft.com` } });
}

/** None of these has an account; many are near one. */
function watch(n: number): WatchRecord {
  const query = nameOf(n * 7 + 5_000);
  const id = `watch:person:${n}`;
  return {
    kind: 'watch',
    id,
    partnerId: 'partner',
    format: 1,
    person: { id: 'person', name: 'Mia' },
    conversationId: 'chat',
    query,
    language: 'en',
    since: T0 + 1,
    state: 'waiting',
    asked: [],
  };
}
