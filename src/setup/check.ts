import { readConfig } from '../config';
import { inEntry } from '../config/entry-names';
import type { Config, DirectoryConfig, Machine, PartnerCenterSettings } from '../config';
import type { HttpDeps } from '../runtime/http';
import type { Store } from '../store';
import { checkBot, LOCAL_BOT } from './check-bot';
import { checkDataverse } from './check-dataverse';
import { checkGraph } from './check-graph';
import { checkInsights } from './check-insights';
import { newestConsent } from './check-kept-token';
import { checkPartnerCenter } from './check-partner-center';
import { lookAtStore } from './check-store';
import type { Finding } from './finding';
import { originOf, readPart, wrongSetting } from './parts';
import type { Env } from './parts';
import { checkWebhook, createWebhookRegistration } from './webhook';
import type { OwnAddress } from './webhook';

export interface CheckDeps extends HttpDeps {
  readonly machine: Machine;
  /** Gives the store where it is there; makes nothing, changes nothing. */
  readonly findStore: (config: Config) => Promise<Store | undefined>;
}

/**
 * Looks at everything that the settings name, and changes nothing. What is wrong with the settings comes first; it keeps
 * nothing from being looked at that does not need them.
 */
export async function checkAll(env: Env, deps: CheckDeps): Promise<readonly Finding[]> {
  const read = readConfig(env, deps.machine);
  const { finding: ofStore, store } = await lookAtStore(env, deps);
  try {
    return [
      ...(read.ok ? [] : read.failures.map(wrongSetting)),
      ...read.warnings.map((warning): Finding => ({ about: 'Settings', state: 'unknown', seen: warning })),
      ...(await botIn(env, deps)),
      ofStore,
      ...(await sourcesIn(env, deps, store)),
      await insightsIn(env, deps),
    ];
  } finally {
    await store?.close();
  }
}

async function botIn(env: Env, { machine }: CheckDeps): Promise<readonly Finding[]> {
  const mode = env['HANDSHAKE_MODE'] ?? (env['BOT_ID'] === undefined ? 'local' : 'production');
  if (mode === 'local') return [LOCAL_BOT];
  const { bot } = readPart('bot', env, machine).config ?? {};
  return bot === undefined ? [] : checkBot(bot, originOf(env));
}

async function sourcesIn(env: Env, deps: CheckDeps, store: Store | undefined): Promise<readonly Finding[]> {
  const partner = readPart('partner', env, deps.machine).config;
  const customers = readPart('directory', env, deps.machine).config;
  return [
    ...(partner === undefined ? [] : await partnerIn(partner, env, deps, store)),
    ...(customers === undefined ? [] : await checkDirectory(customers.directory, deps)),
  ];
}

async function partnerIn(
  { partnerCenters, webhooks }: Config,
  env: Env,
  deps: HttpDeps,
  store: Store | undefined,
): Promise<readonly Finding[]> {
  if (partnerCenters.length === 0) return [{ about: 'Partner Center', state: 'off', permission: 'partner-app' }];
  const found: Finding[] = [];
  for (const one of partnerCenters) {
    const { settings, findings } = await newestConsent(one, store);
    const seen = [...findings, ...(await checkPartner(settings, ownAddress(webhooks, env), deps))];
    found.push(...(partnerCenters.length === 1 ? seen : seen.map((finding) => ofProvider(finding, one))));
  }
  return found;
}

/** Says of which provider it is. */
function ofProvider(finding: Finding, { name, tenantId }: PartnerCenterSettings): Finding {
  return { ...finding, about: `${name ?? tenantId}: ${finding.about}` };
}

/** What the app, and the person who signed in, may do at Partner Center and Graph. */
export async function checkPartner(
  settings: PartnerCenterSettings,
  own: OwnAddress,
  deps: HttpDeps,
): Promise<readonly Finding[]> {
  const found = [
    ...(await checkPartnerCenter(settings, deps)),
    ...(await checkGraph(settings, deps)),
    await checkWebhook(createWebhookRegistration(settings, deps), own),
  ];
  return found.map((finding) =>
    finding.remedy === undefined ? finding : { ...finding, remedy: inEntry(finding.remedy, settings.entry) },
  );
}

/** What the app may do where the customers are. */
export async function checkDirectory(
  directory: DirectoryConfig | undefined,
  deps: HttpDeps,
): Promise<readonly Finding[]> {
  if (directory === undefined) return [{ about: 'Customers', state: 'off', permission: 'dataverse-user' }];
  if (directory.kind === 'work365') return checkDataverse(directory, deps);
  return [{ about: 'Customers', state: 'good', seen: `file ${directory.path}` }];
}

export function ownAddress({ partnerCenterSecret: secret }: Config['webhooks'], env: Env): OwnAddress {
  const origin = originOf(env);
  return { ...(secret === undefined ? {} : { secret }), ...(origin === undefined ? {} : { origin }) };
}

async function insightsIn(env: Env, { machine, clock }: CheckDeps): Promise<Finding> {
  const { config } = readPart('people', env, machine);
  return checkInsights(config?.applicationInsights, clock.now());
}
