import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import { variableNames } from '../config/variables';

/**
 * The settings of one environment in two files, as the Microsoft 365 Agents Toolkit has them: `env/.env.<name>`, which may
 * be committed, and `env/.env.<name>.user`, which is ignored by git and holds the secrets under `SECRET_<setting>`.
 */
export interface EnvFiles {
  readonly settings: string;
  readonly secrets: string;
}

/** Settings that nobody else may read. */
const SECRETS: ReadonlySet<string> = new Set([
  'METRICS_TOKEN',
  'BOT_PASSWORD',
  'COSMOS_KEY',
  'PARTNER_CENTER_CLIENT_SECRET',
  'PARTNER_CENTER_REFRESH_TOKEN',
  'PARTNER_CENTER_WEBHOOK_SECRET',
  'DATAVERSE_CLIENT_SECRET',
  'DATAVERSE_WEBHOOK_SECRET',
  'TOKEN_KEY',
  'APPLICATIONINSIGHTS_CONNECTION_STRING',
]);
const PREFIX = 'SECRET_';
const OWNER_ONLY = 0o600;

/** Also what is written as one: secrets of PROVIDERS_FILE stand in variables of any name. */
export function isSecret(setting: string): boolean {
  return SECRETS.has(setting) || setting.startsWith(PREFIX);
}

/** The name under which a variable stands among the secrets. */
export function asSecret(name: string): string {
  return name.startsWith(PREFIX) ? name : PREFIX + name;
}

export function envFiles(root: string, name: string): EnvFiles {
  const settings = join(root, 'env', `.env.${name}`);
  return { settings, secrets: `${settings}.user` };
}

/**
 * Both files as the bot's environment: `SECRET_BOT_PASSWORD` is its `BOT_PASSWORD`. What is no setting, but a variable that
 * PROVIDERS_FILE may name, has both names.
 */
export function readEnvFiles({ settings, secrets }: EnvFiles): Record<string, string> {
  const written = { ...fieldsOf(settings), ...fieldsOf(secrets) };
  const plain = Object.entries(written).flatMap(([key, value = '']) => {
    const name = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : key;
    if (value === '') return [];
    const isOwn = variableNames.includes(name);
    return isOwn || name === key ? [[name, value] as const] : [[key, value] as const, [name, value] as const];
  });
  return Object.fromEntries(plain);
}

/** What a command goes by: the environment it runs in, and behind that the files of `name`. What is empty says nothing. */
export function environmentOf(root: string, name: string | undefined): Record<string, string> {
  const files = name === undefined ? {} : readEnvFiles(envFiles(root, name));
  const given = Object.entries(process.env).flatMap(([key, value = '']) =>
    value === '' ? [] : [[key, value] as const],
  );
  return { ...files, ...Object.fromEntries(given) };
}

function fieldsOf(path: string): Readonly<Record<string, string | undefined>> {
  return existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {};
}

/** Writes what changed, each into its file; every other line, comments too, stays as it is. Undefined empties a setting. */
export function writeEnvFiles(
  { settings, secrets }: EnvFiles,
  changes: Readonly<Record<string, string | undefined>>,
): void {
  const all = Object.entries(changes);
  const own = all.filter(([name]) => !isSecret(name));
  const hidden = all.filter(([name]) => isSecret(name)).map(([name, value]) => [asSecret(name), value] as const);
  if (own.length > 0) replaceLines(settings, own, 'Settings of Handshake. Secrets are in the file beside it.');
  if (hidden.length > 0) replaceLines(secrets, hidden, 'Secrets of Handshake: keep this file to yourself.', OWNER_ONLY);
}

function replaceLines(
  path: string,
  changes: readonly (readonly [string, string | undefined])[],
  title: string,
  mode?: number,
): void {
  const before = existsSync(path) ? readFileSync(path, 'utf8').replace(/\n+$/, '') : `# ${title}`;
  let lines = before.split('\n');
  for (const [name, value = ''] of changes) {
    const line = `${name}=${quoted(value)}`;
    const at = lines.findIndex((one) => new RegExp(`^\\s*${name}\\s*=`).test(one));
    lines = at < 0 ? [...lines, line] : lines.map((one, index) => (index === at ? line : one));
  }
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.new`;
  writeFileSync(draft, `${lines.join('\n')}\n`, mode === undefined ? {} : { mode });
  // Written beside it first: whoever is interrupted keeps the old file.
  renameSync(draft, path);
  if (mode !== undefined && process.platform !== 'win32') chmodSync(path, mode);
}

/** What ends a value or begins a comment in such a file is quoted. */
function quoted(value: string): string {
  if (!/[\s#'"`\\]/.test(value)) return value;
  return value.includes("'") ? `"${value.replaceAll('"', '')}"` : `'${value}'`;
}
