import { pino } from 'pino';
import { unseenWritten } from '../domain/unseen';

/**
 * Structured lines on stdout. At `warn` and above the text is constant and the data are fields, so that lines can be
 * counted and searched. Names of customers, texts of messages, tokens and secrets are not logged.
 */
export interface Log {
  debug(fields: object, text: string): void;
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
  /** A log whose lines carry these fields too. */
  with(fields: object): Log;
}

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Fields that never reach a line, whoever puts them there. */
const SECRETS = ['authorization', 'token', 'secret', 'password', 'clientSecret', 'refreshToken', 'key', 'cookie'];

export function createLog(level: LogLevel, destination?: { write(line: string): void }): Log {
  const options = {
    level,
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { error: describeError },
  };
  const out = destination ?? pino.destination({ fd: 1, sync: true });
  // Whoever reads the lines on a terminal must not be shown another text than the one that is there.
  const readable = {
    write(line: string): void {
      out.write(unseenWritten(line));
    },
  };
  return wrap(pino(options, readable));
}

interface PinoLike {
  debug(fields: object, text: string): void;
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
  child(fields: object): PinoLike;
}

function wrap(inner: PinoLike): Log {
  return {
    debug: (fields, text) => {
      inner.debug(fields, text);
    },
    info: (fields, text) => {
      inner.info(fields, text);
    },
    warn: (fields, text) => {
      inner.warn(fields, text);
    },
    error: (fields, text) => {
      inner.error(fields, text);
    },
    with: (fields) => wrap(inner.child(fields)),
  };
}

/** An error with its causes; without the request or response objects that SDKs hang on their errors. */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  return {
    name: error.name,
    message: error.message,
    stack: error.stack,
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
