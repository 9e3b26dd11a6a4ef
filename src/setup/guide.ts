import { randomBytes } from 'node:crypto';
import { createTokens } from '../runtime/entra';
import type { Ask } from './ask';
import { configOf, walkChapter } from './chapters';
import type { Notebook } from './chapters';
import { checkAll, checkStore } from './check';
import type { CheckDeps } from './check';
import { checkBot } from './check-bot';
import { checkDataverse } from './check-dataverse';
import { checkGraph } from './check-graph';
import { checkPartnerCenter } from './check-partner-center';
import { printFindings } from './finding';
import type { Finding } from './finding';
import { learnNames } from './learn-names';
import { BOT, COSMOS, DATAVERSE, FILE, PARTNER_CHAPTER, PEOPLE } from './questions';
import { registerWebhook } from './webhook-chapter';
import { signIn } from './sign-in-chapter';

export interface GuideDeps extends CheckDeps {
  /** Opens an address in the browser of this machine, if there is one. */
  readonly openBrowser: (address: string) => void;
  /** Of the loopback redirect; what the app registration allows without it. */
  readonly redirectPort?: number;
  /** Writes the file of Work 365's names, and gives its path. */
  readonly writeNames: (names: object) => string;
}

/**
 * From nothing to settings that work: asks for what is missing, says where it is found, looks at once whether it is
 * right, and writes each answer down. It may be ended anywhere and run again.
 */
export async function runGuide(ask: Ask, notebook: Notebook, deps: GuideDeps): Promise<readonly Finding[]> {
  if (notebook.env['HANDSHAKE_MODE'] === undefined) notebook.write({ HANDSHAKE_MODE: 'production' });
  await chooseParts(ask, notebook);
  const now = () => configOf(notebook.env, deps.machine);
  await walkChapter(ask, notebook, BOT, { ...deps, look: async () => ofBot(notebook, deps) });
  await walkChapter(ask, notebook, PARTNER_CHAPTER, {
    ...deps,
    look: async () => {
      const { partnerCenter } = now().config ?? {};
      if (partnerCenter === undefined) return now().missing;
      const { refreshToken: _later, ...app } = partnerCenter;
      const found = [...(await checkPartnerCenter(app, deps)), ...(await checkGraph(app, deps))];
      return found.filter(({ state }) => state !== 'off');
    },
  });
  await signIn(ask, notebook, deps);
  await chooseDirectory(ask, notebook, deps);
  if (notebook.env['STORE'] === 'cosmos') {
    await walkChapter(ask, notebook, COSMOS, { ...deps, look: async () => ofStore(notebook, deps) });
  }
  await walkChapter(ask, notebook, PEOPLE, { ...deps, look: () => Promise.resolve(now().missing) });
  makeSecrets(notebook);
  await registerWebhook(ask, notebook, deps);
  const findings = await checkAll(notebook.env, deps);
  ask.say(`\n== All together ==\n${printFindings(findings)}\n\n${NEXT}`);
  return findings;
}

const NEXT = `Next:
  npm run serve -- --env NAME     runs the bot with these settings
  npm run package -- NAME         makes the app for Teams; upload it in the Teams admin center > Manage apps
  npm run check -- --env NAME     looks at all of this again`;

async function chooseParts(ask: Ask, { env, write }: Notebook): Promise<void> {
  const store = await ask.choose({
    message: 'Where shall records be kept?',
    choices: [
      { value: 'embedded', name: 'on the disk of one machine' },
      { value: 'cosmos', name: 'in Azure Cosmos DB, for any number of replicas' },
    ],
    present: env['STORE'] === 'cosmos' ? 'cosmos' : 'embedded',
  });
  if (store !== env['STORE']) write({ STORE: store });
}

async function ofBot({ env }: Notebook, deps: GuideDeps): Promise<readonly Finding[]> {
  // Whatever is still missing elsewhere, the registration can be tried.
  const stand = {
    PARTNER_CENTER_TENANT_ID: ANY_ID,
    PARTNER_CENTER_CLIENT_ID: ANY_ID,
    PARTNER_CENTER_CLIENT_SECRET: '-',
  };
  const only = Object.fromEntries(
    Object.entries(env).filter(([name]) => /^(BOT_|TEAMS_|HANDSHAKE_|ALLOWED_)/.test(name)),
  );
  const { config, missing } = configOf({ ...stand, ...only }, deps.machine);
  return config === undefined ? missing : checkBot(config, env['BOT_DOMAIN']);
}

const ANY_ID = '11111111-1111-4111-8111-111111111111';

async function ofStore({ env }: Notebook, deps: GuideDeps): Promise<readonly Finding[]> {
  const { config, missing } = configOf(env, deps.machine);
  return config === undefined ? missing : [await checkStore(config, deps)];
}

async function chooseDirectory(ask: Ask, notebook: Notebook, deps: GuideDeps): Promise<void> {
  const { env } = notebook;
  const present =
    env['DATAVERSE_URL'] !== undefined ? 'work365' : env['DIRECTORY_FILE'] !== undefined ? 'file' : 'none';
  const kind = await ask.choose({
    message: 'Where are your customers?',
    choices: [
      { value: 'work365', name: 'in Work 365 (Dataverse); mappings are written there' },
      { value: 'file', name: 'in a file that your tool exports' },
      { value: 'none', name: 'nowhere yet: acceptance only' },
    ],
    present: present === 'none' ? 'work365' : present,
  });
  if (kind === 'none') return;
  const chapter = kind === 'work365' ? DATAVERSE : FILE;
  await walkChapter(ask, notebook, chapter, {
    ...deps,
    look: async () => {
      const { config, missing } = configOf(notebook.env, deps.machine);
      if (config?.directory?.kind !== 'work365') return missing;
      return checkDataverse(config.directory, deps);
    },
  });
  if (kind === 'work365') await learn(ask, notebook, deps);
}

/** A file that is there is somebody's own work, and stays. */
async function learn(ask: Ask, notebook: Notebook, deps: GuideDeps): Promise<void> {
  const { directory } = configOf(notebook.env, deps.machine).config ?? {};
  if (directory?.kind !== 'work365' || directory.schemaFile !== undefined) return;
  const credential = { kind: 'secret', secret: directory.clientSecret } as const;
  const tokens = createTokens({ ...directory, credential, source: 'work365', prefix: 'DATAVERSE' }, deps);
  const app = await tokens.forApp(`${directory.url}/.default`);
  if (!app.ok) return;
  const learned = await learnNames(directory.url, app.token);
  if (!learned.ok) ask.say(`The tables of Work 365 were not found: ${learned.problem}.`);
  if (!learned.ok || learned.names === undefined) return;
  const path = deps.writeNames({ providerAccount: learned.names });
  notebook.write({ WORK365_SCHEMA: path });
  ask.say(`Work 365 has other names here than the documented ones; they are in ${path} now.`);
}

/** What needs no person: random keys that only have to be there and stay. */
function makeSecrets({ env, write }: Notebook): void {
  for (const name of ['TOKEN_KEY', 'PARTNER_CENTER_WEBHOOK_SECRET', 'METRICS_TOKEN'])
    if ((env[name] ?? '') === '') write({ [name]: randomBytes(24).toString('hex') });
}
