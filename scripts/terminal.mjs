// What the programs log, as a person at a terminal reads it.

/** Returns a function that prints one line of the program's output; log lines in JSON become one short sentence. */
export function printer(name) {
  return (line) => {
    const text = readable(line);
    if (text !== undefined) console.log(`${name.padEnd(8)}${text}`);
  };
}

const PLUMBING = new Set(['level', 'time', 'msg', 'pid', 'hostname', 'v']);

/** `undefined` for what concerns programs only. */
export function readable(line) {
  if (line.trim() === '') return undefined;
  if (!line.startsWith('{')) return line;
  let entry;
  try {
    entry = JSON.parse(line);
  } catch {
    return line;
  }
  if (entry.level === 'debug' || entry.level === 'trace') return undefined;
  const fields = Object.entries(entry).filter(([key, value]) => !PLUMBING.has(key) && value !== undefined);
  const told = fields.map(([key, value]) => `${key}=${brief(value)}`).join(' ');
  const mark = entry.level === 'warn' || entry.level === 'error' ? `${entry.level.toUpperCase()} ` : '';
  const time = typeof entry.time === 'string' ? `${entry.time.slice(11, 19)} ` : '';
  return `${time}${mark}${entry.msg ?? ''}${told === '' ? '' : `  ${told}`}`;
}

function brief(value) {
  const text = typeof value === 'string' ? value : (value?.message ?? JSON.stringify(value));
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}
