import type { TelemetryConfig } from '../config';

/** Where log lines go besides stdout. */
export interface Telemetry {
  write(line: string): void;
  /** Sends what is still waiting; waits for it two seconds at most, and never fails. */
  flush(): Promise<void>;
}

/**
 * Sends log lines to Application Insights as traces, their fields as properties. The library is loaded only when the
 * setting is there, and collects nothing by itself: requests carry names of people and customers.
 */
export async function startTelemetry({ connection, identity }: TelemetryConfig): Promise<Telemetry> {
  // Read when the client is made; without it the library reports about itself to addresses of its own.
  process.env['APPLICATION_INSIGHTS_NO_STATSBEAT'] = 'true';
  const { TelemetryClient, Contracts } = await import('applicationinsights');
  const { Verbose, Information, Warning, Error: Failure } = Contracts.SeverityLevel;
  const severities = new Map([
    ['debug', Verbose],
    ['warn', Warning],
    ['error', Failure],
  ]);
  const client = new TelemetryClient(connection.reveal());
  // What could not be sent is dropped: files in a temporary folder would hold log lines that nobody clears away.
  client.channel.setUseDiskRetryCaching(false);
  if (identity !== undefined) {
    const { ManagedIdentityCredential } = await import('@azure/identity');
    const { clientId } = identity;
    client.config.aadTokenCredential =
      clientId === undefined ? new ManagedIdentityCredential() : new ManagedIdentityCredential({ clientId });
  }
  return {
    write(line) {
      // A line of our own log, which is an object of fields.
      const { level, time: _time, msg, ...fields } = JSON.parse(line) as Record<string, unknown>;
      client.trackTrace({
        message: String(msg),
        severity: severities.get(String(level)) ?? Information,
        properties: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, printed(value)])),
      });
    },
    flush: () =>
      within(FLUSH_WITHIN_MS, (done) => {
        client.flush({ callback: done });
      }),
  };
}

/** A stop waits no longer for log lines than this. */
const FLUSH_WITHIN_MS = 2_000;

function within(ms: number, begin: (done: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    try {
      begin(done);
    } catch {
      // Log lines that cannot be sent are no reason to fail.
      done();
    }
  });
}

function printed(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
