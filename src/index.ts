import { thisMachine } from './runtime/machine';
import { createApp } from './app';
import { startTelemetry } from './app/telemetry';
import type { Telemetry } from './app/telemetry';
import { printFailures, readConfig } from './config';
import { createLog } from './runtime/log';
import { StoreUnavailable } from './store';

/** Reads the settings, starts the bot, and stops it cleanly when asked to. */
async function main(): Promise<void> {
  const read = readConfig(process.env, thisMachine);
  if (!read.ok) {
    process.stderr.write(`${printFailures(read.failures)}\n`);
    process.exitCode = 1;
    return;
  }
  const { logLevel, applicationInsights } = read.config;
  const telemetry = applicationInsights === undefined ? undefined : await startTelemetry(applicationInsights);
  const log = createLog(logLevel, telemetry === undefined ? undefined : both(telemetry));
  for (const warning of read.warnings) log.warn({ warning }, 'A setting deserves a look');
  const app = await createApp(read.config, log, { onLost: endNow });
  const stop = stopOnce(async () => {
    await app.stop();
    await telemetry?.flush();
  }, log);
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  const port = await app.start();
  // Tools wait for this very line.
  process.stdout.write(`Handshake is listening on port ${port}\n`);
}

/** Without its store the bot serves nobody, and whoever started it starts it again. Nothing touches the store any more. */
function endNow(error: StoreUnavailable): void {
  process.stderr.write(`Handshake stops: ${error.message}. ${error.remedy}\n`);
  process.exit(1);
}

/** Every line to stdout and to Application Insights. */
function both(telemetry: Telemetry): { write(line: string): void } {
  return {
    write(line) {
      process.stdout.write(line);
      telemetry.write(line);
    },
  };
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
