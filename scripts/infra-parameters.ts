// `npm run infra-parameters -- --env NAME`: writes out/azure.parameters.NAME.json for infra/azure.bicep. It holds every setting
// of env/.env.NAME that the deployment does not make itself; what is not set is left out, so parts that are not used stay
// empty. Secrets stand in it as placeholders, which the toolkit fills in from env/.env.NAME.user when it provisions.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { variableNames } from '../src/config/variables';
import { envFiles, isSecret, readEnvFiles } from '../src/setup/env-files';
import { root } from './root';

/** What infra/azure.bicep makes, or what has no meaning on its host. */
export const MADE_BY_INFRA: ReadonlySet<string> = new Set([
  ...['PORT', 'HOST', 'DATA_DIR', 'STORE', 'HANDSHAKE_MODE', 'HANDSHAKE_REAL_SOURCES'],
  ...['BOT_ID', 'BOT_TYPE', 'BOT_TENANT_ID', 'BOT_PASSWORD'],
  ...['COSMOS_ENDPOINT', 'COSMOS_KEY', 'COSMOS_DATABASE', 'KEY_VAULT_URL'],
  ...['APPLICATIONINSIGHTS_CONNECTION_STRING', 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING'],
]);

/** Plan and heap for so many accounts and as many customers; docs/operate.md says what they take. */
export function sizeFor(accounts: number): { readonly sku: string; readonly heapMb: number } {
  if (accounts <= 5_000) return { sku: 'B1', heapMb: 0 };
  return accounts <= 50_000 ? { sku: 'P0v3', heapMb: 1_024 } : { sku: 'P1v3', heapMb: 2_048 };
}

/** The file of parameters, from the settings of an environment. */
export function parametersFor(env: Readonly<Record<string, string | undefined>>) {
  const given = variableNames.filter((name) => env[name] !== undefined && !MADE_BY_INFRA.has(name));
  const secretNames = given.filter(isSecret);
  const plain = given.filter((name) => !isSecret(name));
  const value = <T>(of: T) => ({ value: of });
  const { sku, heapMb } = sizeFor(Number(env['ACCOUNTS'] ?? 0));
  return {
    $schema: 'https://schema.management.azure.com/schemas/2015-01-01/deploymentParameters.json#',
    contentVersion: '1.0.0.0',
    parameters: {
      // The toolkit makes the suffix up, once for each environment, so that names are nobody else's.
      resourceBaseName: value('handshake${{RESOURCE_SUFFIX}}'),
      botDisplayName: value(`Handshake${env['APP_NAME_SUFFIX'] ?? ''}`),
      webAppSku: value(env['WEB_APP_SKU'] ?? sku),
      heapMb: value(heapMb),
      ...(env['ALERT_EMAIL'] === undefined ? {} : { alertEmail: value(env['ALERT_EMAIL']) }),
      settings: value(Object.fromEntries(plain.map((name) => [name, env[name]]))),
      secretNames: value(secretNames),
      secrets: value(Object.fromEntries(secretNames.map((name) => [name, `\${{SECRET_${name}}}`]))),
    },
  };
}

function main(args: readonly string[]): void {
  const { values } = parseArgs({ args: [...args], options: { env: { type: 'string', default: 'dev' } } });
  const folder = join(root, 'out');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `azure.parameters.${values.env}.json`);
  const parameters = parametersFor(readEnvFiles(envFiles(root, values.env)));
  writeFileSync(path, `${JSON.stringify(parameters, null, 2)}\n`);
  console.log(`Wrote ${path}`);
}

if (process.argv[1] === __filename) main(process.argv.slice(2));
