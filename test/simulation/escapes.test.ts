import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the machine's own clock, timers or random numbers are asked for, and why nothing is simulated there. */
const OUTSIDE: readonly RegExp[] = [
  // What the ports are made of.
  /^runtime\/(clock|ids|wait|log)\.ts$/,
  /^jobs\/runner\.ts$/,
  /^teams\/timer\.ts$/,
  /^app\.ts$/,
  // Adapters and what starts them: the simulator has its own.
  /^(stores|providers|directories|sandbox|setup|config|app)\//,
  /^config\.ts$|^index\.ts$/,
  // How long a slice of work takes is the machine's business.
  /^matching\/slices\.ts$/,
];

const ASKING =
  /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\(|(?<![.\w])set(?:Timeout|Interval)\(|\brandomUUID\(/;

it('asks for time and chance only where they are passed in from', () => {
  const root = join(__dirname, '../../src');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const asking = files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !OUTSIDE.some((one) => one.test(file)))
    .filter((file) => ASKING.test(readFileSync(join(root, file), 'utf8').replaceAll(/\/\/.*|\/\*[^]*?\*\//g, '')));

  expect(files.length).toBeGreaterThan(400);
  expect(asking).toEqual([]);
});
