// What the bundle holds of others, and under which terms: dist/THIRD-PARTY-NOTICES.txt.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LICENCE = /^(licen[cs]e|copying|notice|third-?party-?notices?)([.-].*)?$/i;

const README = /^readme(\.\w+)?$/i;
/** What the part of a README about the licence says, up to the next heading. */
const LICENCE_PART = /^#*[ \t]*licen[cs]e[ \t]*\n(?:[=-]+\n)?\s*([^#]+?)\s*(?=\n#|$(?![^]))/im;

/** In one of the three ways in which packages have said it over the years. */
function termsOf({ license, licenses }) {
  const one = license ?? (Array.isArray(licenses) ? licenses[0] : licenses);
  return typeof one === 'string' ? one : one?.type;
}

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
      const about = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
      const { name, version, author } = about;
      const textOf = (file) => readFileSync(join(root, folder, file), 'utf8').trim();
      const all = readdirSync(join(root, folder));
      const texts = all.filter((file) => LICENCE.test(file)).map(textOf);
      const who = typeof author === 'string' ? author : (author?.name ?? 'its authors');
      const told = all
        .filter((file) => README.test(file))
        .flatMap((file) => LICENCE_PART.exec(textOf(file))?.[1] ?? []);
      const terms = termsOf(about) ?? (texts.length > 0 ? 'see below' : (told[0]?.split('\n')[0] ?? 'unknown'));
      const own = texts.length > 0 ? texts : [`Copyright ${who}`, ...told];
      return [`${name} ${version} (${terms})`, ...own].join('\n\n');
    });
  return [...new Set(parts)].join(`\n\n${'-'.repeat(80)}\n\n`) + '\n';
}

export function writeNotices(root, dist, metafiles, external) {
  writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), noticesOf(root, packagesIn(metafiles, external)));
}
