/** `npm run bench -- NAME [arguments]`. Each bench prints its figures; the README beside it holds those of the last run. */
const BENCHES: Readonly<Record<string, () => Promise<(args: readonly string[]) => Promise<void>>>> = {
  'door': async () => (await import('./door/index.js')).benchDoor,
  'teams': async () => (await import('./teams/index.js')).benchTeams,
  'commands': async () => (await import('./commands/index.js')).benchCommands,
  'stores': async () => (await import('./stores/index.js')).benchStores,
  'size': async () => (await import('./size/index.js')).benchSize,
  'sync': async () => (await import('./sync/index.js')).benchSync,
  'replicas': async () => (await import('./replicas/index.js')).benchReplicas,
  'recovery': async () => (await import('./recovery/index.js')).benchRecovery,
  'events': async () => (await import('./events/index.js')).benchEvents,
  'watches': async () => (await import('./watches/index.js')).benchWatches,
  'bursts': async () => (await import('./bursts/index.js')).benchBursts,
  'review': async () => (await import('./review/index.js')).benchReview,
  'first-day': async () => (await import('./review/first-day.js')).benchFirstDay,
  'matching': async () => (await import('./matching/index.js')).benchMatching,
};

async function main([name, ...args]: readonly string[]): Promise<void> {
  const bench = BENCHES[name ?? ''];
  if (bench === undefined) {
    console.error(`usage: npm run bench -- ${Object.keys(BENCHES).join('|')}`);
    process.exitCode = 2;
    return;
  }
  await (
    await bench()
  )(args);
}

void main(process.argv.slice(2));
