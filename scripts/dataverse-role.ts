// `npm run dataverse-role [-- --env NAME]`: out/handshake-role.zip, a solution for Dataverse with one security role, Handshake,
// that holds exactly the privileges that the bot needs. Import it in the Power Platform admin center or in Power Apps.
import { createWriteStream, mkdirSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ZipFile } from 'yazl';
import { readNames } from '../src/directories/work365/names';
import { environmentOf } from '../src/setup/env-files';
import { neededPrivileges } from '../src/setup/check-dataverse';
import { solutionParts } from './setup/dataverse-solution';
import { root } from './root';

async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { env: { type: 'string', default: 'production' } } });
  const env = environmentOf(root, values.env);
  const names = await readNames(env['WORK365_SCHEMA']);
  if (!names.ok) throw new Error(`${names.trouble.detail} ${names.trouble.remedy ?? ''}`);
  const zip = new ZipFile();
  const { 'dataverse-create': create, ...needed } = neededPrivileges(names.names);
  const all = env['CREATE_CUSTOMERS'] === 'off' ? needed : { ...needed, create };
  const parts = solutionParts(Object.values(all).flat());
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  mkdirSync(join(root, 'out'), { recursive: true });
  const path = join(root, 'out', 'handshake-role.zip');
  await once(zip.outputStream.pipe(createWriteStream(path)), 'close');
  console.log(
    `Wrote ${path}: import it (Power Apps > Solutions > Import), then give the role to the application user.`,
  );
}

void main(process.argv.slice(2));
