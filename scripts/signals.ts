/** Calls `end` for everything that asks a program to stop: Ctrl-C, a manager of services, a terminal that closes. */
export function onSignals(end: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
}
