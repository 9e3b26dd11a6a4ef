// `npm run setup [-- --env NAME] [--check]`: the guide that leads from nothing to settings that work, in env/.env.NAME with
// the secrets apart in env/.env.NAME.user. `npm run check [-- --env NAME]` only looks.
import { parseArgs } from 'node:util';
import { checkAll } from '../src/setup/check';
import { environmentOf } from '../src/setup/env-files';
import { printFindings } from '../src/setup/finding';
import { runGuide } from '../src/setup/guide';
import { root } from './root';
import { groundFor } from './setup/ground';
import { askHere } from './setup/prompts';

const USAGE = 'usage: npm run setup [-- --env NAME] [--check]   (NAME is production unless it is given)';

async function main(args: readonly string[]): Promise<number> {
  const options = {
    env: { type: 'string', default: 'production' },
    check: { type: 'boolean', default: false },
  } as const;
  const { values } = parseArgs({ args: [...args], options });
  if (!/^[a-z0-9][a-z0-9-]*$/.test(values.env)) {
    console.error(USAGE);
    return 2;
  }
  const { deps, notebook } = groundFor(values.env);
  const findings = values.check
    ? await checkAll(environmentOf(root, values.env), deps)
    : await runGuide(await askHere(), notebook, deps);
  if (values.check) console.log(printFindings(findings));
  return findings.some(({ state }) => state === 'lacking') ? 1 : 0;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const isLeft = error instanceof Error && error.name === 'ExitPromptError';
    console.error(isLeft ? 'What was answered is kept; run it again to go on.' : error);
    process.exitCode = 1;
  },
);
