import { existsSync } from 'node:fs';
import { createApp } from './app';
import { printFailures, readConfig } from './config';
import { createLog } from './runtime/log';
import { StoreUnavailable } from './store';

/** Reads the settings, starts the bot, and stops it cleanly when asked to. */
async function main(): Promise<void> {
  const read = readConfig(process.env, { fileExists: existsSync });
  if (!read.ok) {
    process.stderr.write(`${printFailures(read.failures)}\n`);
    process.exitCode = 1;
    return;
  }
  const log = createLog(read.config.logLevel);
  for (const warning of read.warnings) log.warn({ warning }, 'A setting deserves a look');
  const app = await createApp(read.config, log);
  const stop = stopOnce(() => app.stop(), log);
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  const port = await app.start();
  // Tools wait for this very line.
  process.stdout.write(`Handshake is listening on port ${port}\n`);
}

function stopOnce(stop: () => Promise<void>, log: ReturnType<typeof createLog>): () => void {
  let stopping = false;
  return () => {
    if (stopping) return;
    stopping = true;
    log.info({}, 'stopping: what is under way is finished first');
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ error }, 'Stopping failed');
        process.exit(1);
      },
    );
  };
}

main().catch((error: unknown) => {
  const remedy = error instanceof StoreUnavailable ? ` ${error.remedy}` : '';
  process.stderr.write(
    `Handshake could not start: ${error instanceof Error ? error.message : String(error)}.${remedy}\n`,
  );
  process.exit(1);
});
