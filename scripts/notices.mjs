// What the bundle holds of others, and under which terms: dist/THIRD-PARTY-NOTICES.txt.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LICENCE = /^(licen[cs]e|copying|notice|third-?party-?notices?)([.-].*)?$/i;

/** The folders of the packages that a bundle holds, from the metafiles that esbuild writes. */
export function packagesIn(metafiles, external = []) {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = inputs.flatMap((path) => {
    const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path);
    return found === null ? [] : [found[1]];
  });
  return [...new Set([...folders, ...external.map((name) => `node_modules/${name}`)])].sort();
}

/** The notices as one text; packages without a licence file are named with what their package.json says. */
export function noticesOf(root, folders) {
  const parts = folders
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => {
      const { name, version, license, author } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
      const files = readdirSync(join(root, folder)).filter((file) => LICENCE.test(file));
      const texts = files.map((file) => readFileSync(join(root, folder, file), 'utf8').trim());
      const who = typeof author === 'string' ? author : (author?.name ?? 'its authors');
      const terms = typeof license === 'string' ? license : (license?.type ?? 'unknown');
      return [`${name} ${version} (${terms})`, ...(texts.length > 0 ? texts : [`Copyright ${who}`])].join('\n\n');
    });
  return [...new Set(parts)].join(`\n\n${'-'.repeat(80)}\n\n`) + '\n';
}

export function writeNotices(root, dist, metafiles, external) {
  writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), noticesOf(root, packagesIn(metafiles, external)));
}
