/** Returns a function that prints one line of the program's output; log lines in JSON become one short sentence. */
export function printer(name: string): (line: string) => void {
  return (line) => {
    const text = readable(line);
    if (text !== undefined) console.log(`${name.padEnd(8)}${text}`);
  };
}

const PLUMBING = new Set(['level', 'time', 'msg', 'pid', 'hostname', 'v']);

/** A program's log as a person at a terminal reads it; `undefined` for what concerns programs only. */
export function readable(line: string): string | undefined {
  if (line.trim() === '') return undefined;
  const entry = entryOf(line);
  if (entry === undefined) return line;
  const { level, time, msg } = entry;
  if (level === 'debug' || level === 'trace') return undefined;
  const fields = Object.entries(entry).filter(([key]) => !PLUMBING.has(key));
  const told = fields.map(([key, value]) => `${key}=${brief(value)}`).join(' ');
  const mark = level === 'warn' || level === 'error' ? `${level.toUpperCase()} ` : '';
  const clock = typeof time === 'string' ? `${time.slice(11, 19)} ` : '';
  return `${clock}${mark}${typeof msg === 'string' ? msg : ''}${told === '' ? '' : `  ${told}`}`;
}

function entryOf(line: string): Readonly<Record<string, unknown>> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function brief(value: unknown): string {
  const text = typeof value === 'string' ? value : (messageOf(value) ?? JSON.stringify(value));
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}

function messageOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('message' in value)) return undefined;
  return typeof value.message === 'string' ? value.message : undefined;
}
