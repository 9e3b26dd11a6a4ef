/** `npm run package [-- ENV]`: the app package for upload, appPackage/build/appPackage.ENV.zip; ENV is `dev` unless said. */
import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { ZipFile } from 'yazl';
import { root } from './root';

type Values = Readonly<Record<string, string | undefined>>;

/** What may be empty in the finished text. */
const OPTIONAL: ReadonlySet<string> = new Set(['APP_NAME_SUFFIX']);

/** Fills in `${{NAME}}`; the names that have no value and need one are `missing`. */
export function fillIn(
  template: string,
  values: Values,
): { readonly text: string; readonly missing: readonly string[] } {
  const missing = new Set<string>();
  const text = template.replace(/\$\{\{\s*(\w+)\s*\}\}/g, (_whole, name: string) => {
    const value = values[name];
    if ((value === undefined || value === '') && !OPTIONAL.has(name)) missing.add(name);
    // The value goes into a JSON text.
    return JSON.stringify(value ?? '').slice(1, -1);
  });
  return { text, missing: [...missing] };
}

/** Of no organisation: no link unfolds. */
const NO_DATAVERSE = 'organisation.crm.dynamics.com';

const NO_PAGES = 'https://www.example.com';

/** What the settings of the bot say already: the app may have the id of its bot, and links of Dynamics are Work 365's. */
function withWhatFollows(values: Values): Values {
  const { BOT_ID, DATAVERSE_URL = '', DATAVERSE_DOMAIN } = values;
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
  const organisation = URL.canParse(DATAVERSE_URL) ? new URL(DATAVERSE_URL).hostname : NO_DATAVERSE;
  return {
    TEAMS_APP_ID: BOT_ID,
    WEBSITE_URL: NO_PAGES,
    PRIVACY_URL: `${NO_PAGES}/privacy`,
    TERMS_URL: `${NO_PAGES}/terms`,
    ...given,
    ...(DATAVERSE_DOMAIN === undefined || DATAVERSE_DOMAIN === NO_DATAVERSE ? { DATAVERSE_DOMAIN: organisation } : {}),
  };
}

/** What goes into the zip, all of it at the top; the manifest comes filled in. */
export function packageFiles(folder: string, values: Values): ReadonlyMap<string, Buffer> {
  const { text, missing } = fillIn(readFileSync(join(folder, 'manifest.json'), 'utf8'), withWhatFollows(values));
  if (missing.length > 0) {
    throw new Error(
      `The manifest needs ${missing.join(', ')}. Set them in the environment or in env/.env.ENV; \`npm run setup\` or ` +
        '`provision` of the Microsoft 365 Agents Toolkit writes the ids there.',
    );
  }
  const manifest = JSON.parse(text) as {
    icons: { color: string; outline: string };
    localizationInfo?: { additionalLanguages?: { file: string }[] };
  };
  const others = [
    manifest.icons.color,
    manifest.icons.outline,
    ...(manifest.localizationInfo?.additionalLanguages ?? []).map(({ file }) => file),
  ];
  return new Map([
    ['manifest.json', Buffer.from(text)],
    ...others.map((name): [string, Buffer] => [name, readFileSync(join(folder, name))]),
  ]);
}

export function writeZip(files: ReadonlyMap<string, Buffer>, target: string): Promise<void> {
  const zip = new ZipFile();
  // One time for all, so that the same content gives the same bytes.
  for (const [name, content] of files) zip.addBuffer(content, name, { mtime: new Date(2020, 0, 1) });
  zip.end();
  return new Promise((resolve, reject) => {
    zip.outputStream.pipe(createWriteStream(target)).on('close', resolve).on('error', reject);
  });
}

async function main(env: string): Promise<void> {
  const envFile = join(root, 'env', `.env.${env}`);
  const fromFile = existsSync(envFile) ? parseEnv(readFileSync(envFile, 'utf8')) : {};
  const given = Object.entries(process.env).filter(([, value]) => value !== undefined && value !== '');
  const files = packageFiles(join(root, 'appPackage'), { ...fromFile, ...Object.fromEntries(given) });
  mkdirSync(join(root, 'appPackage', 'build'), { recursive: true });
  const target = join('appPackage', 'build', `appPackage.${env}.zip`);
  await writeZip(files, join(root, target));
  console.log(`Wrote ${target}: ${[...files.keys()].join(', ')}`);
  if (files.get('manifest.json')?.includes(NO_PAGES) === true)
    console.log(
      `Teams will show ${NO_PAGES} beside the app: set WEBSITE_URL, PRIVACY_URL and TERMS_URL in env/.env.${env}.`,
    );
}

if (process.argv[1] === __filename) {
  main(process.argv[2] ?? 'dev').catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
