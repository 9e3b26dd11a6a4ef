import { randomBytes } from 'node:crypto';
import { createTokens } from '../runtime/entra';
import type { Ask } from './ask';
import { walkChapter } from './chapters';
import type { Notebook } from './chapters';
import { checkAll, checkDirectory } from './check';
import type { CheckDeps } from './check';
import { checkBot } from './check-bot';
import { checkGraph } from './check-graph';
import { checkInsights } from './check-insights';
import { checkPartnerCenter } from './check-partner-center';
import { lookAtStore } from './check-store';
import { printFindings } from './finding';
import type { Finding } from './finding';
import { learnNames } from './learn-names';
import { originOf, readPart } from './parts';
import type { Env } from './parts';
import { BOT, COSMOS, DATAVERSE, FILE, PARTNER_CHAPTER, PEOPLE } from './questions';
import { registerWebhook } from './webhook-chapter';
import { signIn } from './sign-in-chapter';

export interface GuideDeps extends CheckDeps {
  /** Opens an address in the browser of this machine, if there is one. */
  readonly openBrowser: (address: string) => void;
  /** Of the loopback redirect; what the app registration allows without it. */
  readonly redirectPort?: number;
}

/**
 * From nothing to settings that work: asks for what is missing, says where it is found, looks at once whether it is
 * right, and writes each answer down. It may be ended anywhere and run again. Each chapter goes by its own settings alone.
 */
export async function runGuide(ask: Ask, notebook: Notebook, deps: GuideDeps): Promise<readonly Finding[]> {
  if (notebook.env['HANDSHAKE_MODE'] === undefined) notebook.write({ HANDSHAKE_MODE: 'production' });
  const { isToBeMade } = await chooseHost(ask, notebook);
  if (!isToBeMade) await walkChapter(ask, notebook, BOT, { ...deps, look: () => ofBot(notebook, deps) });
  await walkChapter(ask, notebook, PARTNER_CHAPTER, { ...deps, look: () => ofPartner(notebook, deps) });
  await signIn(ask, notebook, deps);
  await chooseDirectory(ask, notebook, deps);
  if (notebook.env['STORE'] === 'cosmos' && !isToBeMade) {
    await walkChapter(ask, notebook, COSMOS, { ...deps, look: () => ofStore(notebook, deps) });
  }
  await walkChapter(ask, notebook, PEOPLE, { ...deps, look: () => ofPeople(notebook, deps) });
  makeSecrets(notebook);
  await registerWebhook(ask, notebook, deps);
  const findings = await checkAll(notebook.env, deps);
  ask.say(`\n== All together ==\n${printFindings(findings)}\n\n${isToBeMade ? PROVISION : NEXT}`);
  return findings;
}

const NEXT = `Next:
  npm run serve -- --env NAME     runs the bot with these settings
  npm run package -- NAME         makes the app for Teams; upload it in the Teams admin center > Manage apps
  npm run check -- --env NAME     looks at all of this again`;

const PROVISION = `Next: provision and deploy (docs/operate.md). What infra/azure.bicep makes is lacking above until then; it writes the
ids of it into this file. Then run the guide once more, for the webhook.`;

/** Whether registration and store are still to be made, so that nobody can say how they are called. */
async function chooseHost(ask: Ask, { env, write }: Notebook): Promise<{ readonly isToBeMade: boolean }> {
  const host = await ask.choose({
    message: 'What shall run the bot?',
    choices: [
      { value: 'own', name: 'a machine or a container of ours; the Azure Bot has a client secret' },
      { value: 'azure', name: 'Azure, with a managed identity: infra/azure.bicep makes bot, store and vault' },
    ],
    present: env['BOT_TYPE'] === 'UserAssignedMsi' ? 'azure' : 'own',
  });
  if (host === 'azure') {
    writeNew({ env, write }, { BOT_TYPE: 'UserAssignedMsi', STORE: 'cosmos' });
    return { isToBeMade: env['BOT_ID'] === undefined };
  }
  if (env['BOT_TYPE'] === 'UserAssignedMsi') write({ BOT_TYPE: 'SingleTenant' });
  const store = await ask.choose({
    message: 'Where shall records be kept?',
    choices: [
      { value: 'embedded', name: 'on the disk of one machine' },
      { value: 'cosmos', name: 'in Azure Cosmos DB, for any number of replicas' },
    ],
    present: env['STORE'] === 'cosmos' ? 'cosmos' : 'embedded',
  });
  writeNew({ env, write }, { STORE: store });
  return { isToBeMade: false };
}

function writeNew({ env, write }: Notebook, settings: Readonly<Record<string, string>>): void {
  const changed = Object.entries(settings).filter(([name, value]) => env[name] !== value);
  if (changed.length > 0) write(Object.fromEntries(changed));
}

async function ofBot({ env }: Notebook, { machine }: GuideDeps): Promise<readonly Finding[]> {
  const { config, missing } = readPart('bot', env, machine);
  return config?.bot === undefined ? missing : checkBot(config.bot, originOf(env));
}

/** As the app; the sign-in of a person has a chapter of its own. */
async function ofPartner({ env }: Notebook, deps: GuideDeps): Promise<readonly Finding[]> {
  const { config, missing } = readPart('partner', env, deps.machine);
  if (config?.partnerCenter === undefined) return missing;
  const { refreshToken: _later, ...app } = config.partnerCenter;
  const found = [...(await checkPartnerCenter(app, deps)), ...(await checkGraph(app, deps))];
  return found.filter(({ state }) => state !== 'off');
}

async function ofStore({ env }: Notebook, deps: GuideDeps): Promise<readonly Finding[]> {
  const { missing } = readPart('store', env, deps.machine);
  if (missing.length > 0) return missing;
  const { finding, store } = await lookAtStore(env, deps);
  await store?.close();
  return [finding];
}

async function ofPeople({ env }: Notebook, { machine, clock }: GuideDeps): Promise<readonly Finding[]> {
  const { config, missing } = readPart('people', env, machine);
  if (config?.applicationInsights === undefined) return missing;
  return [await checkInsights(config.applicationInsights, clock.now())];
}

async function chooseDirectory(ask: Ask, notebook: Notebook, deps: GuideDeps): Promise<void> {
  const kind = await ask.choose({
    message: 'Where are your customers?',
    choices: [
      { value: 'work365', name: 'in Work 365 (Dataverse); mappings are written there' },
      { value: 'file', name: 'in a file that your tool exports' },
      { value: 'none', name: 'nowhere yet: acceptance only' },
    ],
    present: directoryIn(notebook.env) ?? 'work365',
  });
  if (kind === 'none') return;
  const chosen = directoryIn(notebook.env);
  if (chosen !== undefined && chosen !== kind) notebook.write({ DIRECTORY: kind });
  await walkChapter(ask, notebook, kind === 'work365' ? DATAVERSE : FILE, {
    ...deps,
    look: async () => {
      const { config, missing } = readPart('directory', notebook.env, deps.machine);
      return config?.directory === undefined ? missing : checkDirectory(config.directory, deps);
    },
  });
  if (kind === 'work365') await learn(ask, notebook, deps);
}

/** What the settings have chosen so far. */
function directoryIn({ DIRECTORY, DATAVERSE_URL, DIRECTORY_FILE }: Env): 'work365' | 'file' | undefined {
  if (DIRECTORY === 'work365' || DIRECTORY === 'file') return DIRECTORY;
  if (DATAVERSE_URL !== undefined) return 'work365';
  return DIRECTORY_FILE === undefined ? undefined : 'file';
}

/** Names that are there are somebody's own work, and stay. What is learned is the setting itself: a file is deployed nowhere. */
async function learn(ask: Ask, notebook: Notebook, deps: GuideDeps): Promise<void> {
  const { directory } = readPart('directory', notebook.env, deps.machine).config ?? {};
  if (directory?.kind !== 'work365' || directory.schemaFile !== undefined) return;
  const credential = { kind: 'secret', secret: directory.clientSecret } as const;
  const tokens = createTokens({ ...directory, credential, source: 'work365', prefix: 'DATAVERSE' }, deps);
  const app = await tokens.forApp(`${directory.url}/.default`);
  if (!app.ok) return;
  const learned = await learnNames(directory.url, app.token);
  if (!learned.ok) ask.say(`The tables of Work 365 were not found: ${learned.problem}.`);
  if (!learned.ok || learned.names === undefined) return;
  notebook.write({ WORK365_SCHEMA: JSON.stringify({ providerAccount: learned.names }) });
  ask.say('Work 365 has other names here than the documented ones; they are in WORK365_SCHEMA now.');
}

/** What needs no person: random keys that only have to be there and stay. */
function makeSecrets({ env, write }: Notebook): void {
  for (const name of ['TOKEN_KEY', 'PARTNER_CENTER_WEBHOOK_SECRET', 'METRICS_TOKEN'])
    if ((env[name] ?? '') === '') write({ [name]: randomBytes(24).toString('hex') });
}
