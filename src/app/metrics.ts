import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import type { OutboundDeps } from '../teams/sending/outbound';
import type { Register } from '../register/register';

export interface Metrics {
  readonly registry: Registry;
  /** Counts what became of each send. */
  readonly observeSend: NonNullable<OutboundDeps['observe']>;
  /** Reads these at the moment somebody asks. */
  watch(register: Register, waitingSends: () => number): void;
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
    watch(register, waitingSends) {
      gauge(registry, 'handshake_accounts', 'Provider accounts known', () => register.counts.accounts);
      gauge(
        registry,
        'handshake_accounts_open',
        'Provider accounts that nobody has decided',
        () => register.counts.open,
      );
      gauge(registry, 'handshake_customers', 'Customers known', () => register.counts.customers);
      gauge(registry, 'handshake_sends_waiting', 'Sends that wait for the limits of Teams', waitingSends);
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
