// `node scripts/run.mjs test/drills/build-program.ts FOLDER`: the program of the drills, built as the bot is.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildOptions, writeCodeCache } from '../../scripts/build';
import { root } from '../../scripts/root';

async function main(folder: string): Promise<void> {
  await build({
    ...buildOptions('bot.js', 'test/drills/program.ts'),
    outfile: join(folder, 'bot.js'),
    minify: true,
    sourcemap: false,
  });
  cpSync(join(root, 'scripts', 'loader.cjs'), join(folder, 'index.js'));
  await writeCodeCache(folder);
}

void main(process.argv[2] ?? '');
