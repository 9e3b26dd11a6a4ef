/** `npm run app-package`: writes the commands of appPackage/. A test compares. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { commandLists, composeCommands, languageFile, languages, type Manifest } from './manifest';
import { root } from './root';

async function main(): Promise<void> {
  const folder = join(root, 'appPackage');
  await rewrite(join(folder, 'manifest.json'), (manifest: Manifest) => ({
    ...manifest,
    bots: manifest.bots.map((bot) => ({ ...bot, commandLists: commandLists(root, 'en') })),
    composeExtensions: manifest.composeExtensions.map((one) => ({ ...one, commands: composeCommands('en') })),
  }));
  for (const language of languages) {
    await rewrite(join(folder, `${language}.json`), (own: Record<string, string>) => languageFile(root, language, own));
  }
}

// What these files look like is checked by test/app-package.test.ts.
async function rewrite(file: string, change: (old: never) => unknown): Promise<void> {
  const changed = change(JSON.parse(readFileSync(file, 'utf8')) as never);
  writeFileSync(file, await format(JSON.stringify(changed), { parser: 'json', printWidth: 120 }));
}

void main();
