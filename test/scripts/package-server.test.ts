import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { standIn } from '../../scripts/never-run';
import { closureOf } from '../../scripts/package-server';
import { root } from '../../scripts/root';
import { DATABASES } from '../playground/databases';

jest.setTimeout(240_000);

/** Outside the repository, so that no node_modules above it helps. */
const outside = mkdtempSync(join(tmpdir(), 'handshake-server-'));
const server = join(outside, 'server');
const dataDir = join(outside, 'data');
afterAll(() => {
  rmSync(outside, { recursive: true, force: true });
});

interface Server {
  readonly url: string;
  /** Resolves with the exit code. */
  stop(): Promise<number | null>;
  output(): string;
}

async function start(env: Readonly<Record<string, string>>): Promise<Server> {
  const child = spawn(process.execPath, ['index.js'], {
    cwd: server,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HANDSHAKE_MODE: 'local', PORT: '0', DATA_DIR: dataDir, ...env },
  });
  const lines: string[] = [];
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const port = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        const [, found] = /listening on port (\d+)/.exec(line) ?? [];
        if (found !== undefined) resolve(found);
      });
    }
    void ended.then(() => {
      reject(new Error(lines.join('\n')));
    });
  });
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
    output: () => lines.join('\n'),
  };
}

beforeAll(() => {
  const made = spawnSync(process.execPath, ['scripts/run.mjs', 'scripts/package-server.ts', server], {
    cwd: root,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(made.stdout + made.stderr);
});

describe('the packaged server', () => {
  it('holds what runs, and says under which terms', () => {
    const files = readdirSync(server).filter((name) => !name.endsWith('.cache'));
    expect(files.sort()).toEqual([
      'THIRD-PARTY-NOTICES.txt',
      'bot.js',
      'bot.js.map',
      'index.js',
      'node_modules',
      'package.json',
    ]);
    const notices = readFileSync(join(server, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    expect(notices).toMatch(/^lmdb /m);
    // Neither tokenizers nor recognizers nor language models, which never run.
    expect(notices).not.toMatch(
      /^(?:gpt-tokenizer|openai|@microsoft\/recognizers-text-(?:choice|date-time|number|suite)) /m,
    );
    const sources = (JSON.parse(readFileSync(join(server, 'bot.js.map'), 'utf8')) as { sources: string[] }).sources;
    expect(sources.some((source) => source.endsWith('src/index.ts'))).toBe(true);
  });

  it('starts and stops on the embedded store, with nothing beside it', async () => {
    mkdirSync(dataDir, { recursive: true });
    const running = await start({ STORE: 'embedded' });
    expect((await fetch(`${running.url}/healthz`)).status).toBe(200);
    expect(await running.stop()).toBe(0);
    expect(existsSync(join(dataDir, 'handshake.mdb'))).toBe(true);
  });

  it('starts and stops on Cosmos without any package', async () => {
    const aside = join(outside, 'packages');
    renameSync(join(server, 'node_modules'), aside);
    const database = await DATABASES.cosmos();
    try {
      const running = await start(database.settings);
      expect((await fetch(`${running.url}/healthz`)).status).toBe(200);
      expect(await running.stop()).toBe(0);
      expect(running.output()).not.toContain('Cannot find module');
    } finally {
      renameSync(aside, join(server, 'node_modules'));
      await database.close();
    }
  });

  it.each([true, false])('names our files in stack traces (code that V8 compiled before: %s)', async (compiled) => {
    const caches = readdirSync(server).filter((name) => name.endsWith('.cache'));
    if (!compiled) for (const name of caches) rmSync(join(server, name));
    // Told by the first line that the bot prints: who called?
    const hook = join(outside, 'hook.cjs');
    writeFileSync(
      hook,
      `const write = process.stdout.write;
       process.stdout.write = (...given) => {
         process.stdout.write = write;
         process.stderr.write(new Error('called').stack + '\\n');
         return write.apply(process.stdout, given);
       };`,
    );
    const database = await DATABASES.cosmos();
    try {
      const running = await start({ ...database.settings, LOG_LEVEL: 'silent', NODE_OPTIONS: `--require=${hook}` });
      await running.stop();
      expect(running.output()).toMatch(/ main .*src[\\/]index\.ts:\d+:\d+\)/);
    } finally {
      await database.close();
    }
  });
});

describe('what belongs to a package', () => {
  it('is found as Node finds it: the nearest one, and nothing that is not installed', () => {
    const installed = {
      'node_modules/a': { dependencies: { b: '1' }, optionalDependencies: { 'a-mac': '1', 'a-linux': '1' } },
      'node_modules/a/node_modules/b': { dependencies: { c: '1' } },
      'node_modules/a-linux': {},
      'node_modules/b': { dependencies: { d: '1' } },
      'node_modules/c': { dependencies: { a: '1', b: '1' } },
      'node_modules/d': {},
      'node_modules/e': {},
    };
    expect(closureOf(['a'], installed)).toEqual([
      'node_modules/a',
      'node_modules/a-linux',
      'node_modules/a/node_modules/b',
      'node_modules/b',
      'node_modules/c',
      'node_modules/d',
    ]);
  });
});

describe('the stand-in of a library that never runs', () => {
  const module = { exports: {} as any };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  new Function('module', standIn('some-library'))(module);

  it('can be loaded and looked at', () => {
    expect(module.exports.__esModule).toBe(true);
    expect(module.exports.Culture.English).toBeDefined();
  });

  it('says when it is called why it is not there', () => {
    const why = 'some-library is not in the bundle, because Handshake calls nothing of it.';
    expect(() => module.exports.encode('x')).toThrow(why);
    expect(() => new module.exports.Client()).toThrow(why);
  });
});
