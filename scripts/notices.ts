// What the bundle holds of others, and under which terms: dist/THIRD-PARTY-NOTICES.txt.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

const LICENCE = /^(licen[cs]e|copying|notice|third-?party-?notices?)([.-].*)?$/i;

const README = /^readme(\.\w+)?$/i;
/** What the part of a README about the licence says, up to the next heading. */
const LICENCE_PART = /^#*[ \t]*licen[cs]e[ \t]*\n(?:[=-]+\n)?\s*([^#]+?)\s*(?=\n#|$(?![^]))/im;

type Terms = string | { readonly type?: string };

/** The parts of a package.json that say what it is and whose. */
interface About {
  readonly name: string;
  readonly version: string;
  readonly author?: string | { readonly name?: string };
  readonly license?: Terms;
  readonly licenses?: readonly Terms[];
}

/** In one of the three ways in which packages have said it over the years. */
function termsOf({ license, licenses }: About): string | undefined {
  const one = license ?? licenses?.[0];
  return typeof one === 'string' ? one : one?.type;
}

/** The folders of the packages that a bundle holds, from the metafiles that esbuild writes. */
export function packagesIn(metafiles: readonly Metafile[], external: readonly string[] = []): readonly string[] {
  const inputs = metafiles.flatMap((metafile) => Object.keys(metafile.inputs));
  const folders = inputs.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set([...folders, ...external.map((name) => `node_modules/${name}`)])].sort();
}

/** The notices as one text; packages without a licence file are named with what their package.json says. */
export function noticesOf(root: string, folders: readonly string[]): string {
  const parts = folders
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => noticeOf(join(root, folder)));
  return [...new Set(parts)].join(`\n\n${'-'.repeat(80)}\n\n`) + '\n';
}

function noticeOf(folder: string): string {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as About;
  const { name, version, author } = about;
  const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8').trim();
  const all = readdirSync(folder);
  const texts = all.filter((file) => LICENCE.test(file)).map(textOf);
  const who = typeof author === 'string' ? author : (author?.name ?? 'its authors');
  const told = all.filter((file) => README.test(file)).flatMap((file) => LICENCE_PART.exec(textOf(file))?.[1] ?? []);
  const terms = termsOf(about) ?? (texts.length > 0 ? 'see below' : (told[0]?.split('\n')[0] ?? 'unknown'));
  const own = texts.length > 0 ? texts : [`Copyright ${who}`, ...told];
  return [`${name} ${version} (${terms})`, ...own].join('\n\n');
}

export function writeNotices(
  root: string,
  dist: string,
  metafiles: readonly Metafile[],
  external: readonly string[],
): void {
  writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), noticesOf(root, packagesIn(metafiles, external)));
}
