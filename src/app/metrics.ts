import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import type { OutboundDeps } from '../teams/sending/outbound';
import { SECOND } from '../domain/time';
import type { Register } from '../register/register';

export interface Metrics {
  readonly registry: Registry;
  /** Counts what became of each send. */
  readonly observeSend: NonNullable<OutboundDeps['observe']>;
  /** Reads these at the moment somebody asks. */
  watch(register: Register, waitingSends: () => number, unreadDocuments: () => number): void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const sends = new Counter({
    name: 'handshake_sends_total',
    help: 'Requests to Teams by what became of them',
    labelNames: ['outcome', 'purpose', 'lane'],
    registers: [registry],
  });
  return {
    registry,
    observeSend: (outcome, purpose, lane) => {
      sends.inc({ outcome, purpose, lane });
    },
    watch(register, waitingSends, unreadDocuments) {
      gauge(registry, 'handshake_accounts', 'Provider accounts known', () => register.counts.accounts);
      gauge(
        registry,
        'handshake_accounts_open',
        'Provider accounts that nobody has decided',
        () => register.counts.open,
      );
      gauge(registry, 'handshake_customers', 'Customers known', () => register.counts.customers);
      gauge(registry, 'handshake_sends_waiting', 'Sends that wait for the limits of Teams', waitingSends);
      gauge(registry, 'handshake_documents_unread', 'Stored documents that cannot be read', unreadDocuments);
      labelled(registry, 'handshake_job_failing', 'Whether the last run of a job failed (1)', 'job', () =>
        [...register.jobs.all()].map(({ name, failure }) => [name, failure === undefined ? 0 : 1]),
      );
      labelled(registry, 'handshake_job_succeeded_seconds', 'When a job last succeeded, since 1970', 'job', () =>
        [...register.jobs.all()].map(({ name, succeededAt = 0 }) => [name, succeededAt / SECOND]),
      );
      labelled(registry, 'handshake_job_failed_seconds', 'When a job last failed, since 1970; 0: never', 'job', () =>
        [...register.jobs.all()].map(({ name, failedAt = 0 }) => [name, failedAt / SECOND]),
      );
      labelled(registry, 'handshake_source_read_seconds', 'When a source was last read to its end', 'part', () =>
        [...register.allSources()].map(({ part, lastCompleteAt = 0 }) => [part, lastCompleteAt / SECOND]),
      );
      labelled(registry, 'handshake_source_left_out', 'Records of a source that could not be kept', 'part', () =>
        [...register.allSources()].map(({ part, leftOut }) => [part, leftOut?.count ?? 0]),
      );
      gauge(
        registry,
        'handshake_sources_in_trouble',
        'Sources that could not be read the last time',
        () => [...register.allSources()].filter((s) => s.trouble !== undefined).length,
      );
    },
  };
}

function gauge(registry: Registry, name: string, help: string, read: () => number): void {
  const made: Gauge = new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      made.set(read());
    },
  });
}

function labelled(
  registry: Registry,
  name: string,
  help: string,
  label: string,
  read: () => readonly (readonly [string, number])[],
): void {
  const made: Gauge = new Gauge({
    name,
    help,
    labelNames: [label],
    registers: [registry],
    collect() {
      made.reset();
      for (const [of, value] of read()) made.set({ [label]: of }, value);
    },
  });
}
