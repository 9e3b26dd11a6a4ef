import { readConfig } from '../config';
import type { Config, Machine } from '../config';
import type { HttpDeps } from '../runtime/http';
import { StoreUnavailable } from '../store';
import type { Store } from '../store';
import { checkBot } from './check-bot';
import { checkDataverse } from './check-dataverse';
import { checkGraph } from './check-graph';
import { checkPartnerCenter } from './check-partner-center';
import type { Finding } from './finding';
import { checkWebhook, createWebhookRegistration } from './webhook';

export interface CheckDeps extends HttpDeps {
  readonly machine: Machine;
  readonly openStore: (config: Config) => Promise<Store>;
}

export type Env = Readonly<Record<string, string | undefined>>;

/** Looks at everything that the settings name, and changes nothing. What is wrong with the settings comes first. */
export async function checkAll(env: Env, deps: CheckDeps): Promise<readonly Finding[]> {
  const read = readConfig(env, deps.machine);
  if (!read.ok) {
    return read.failures.map(({ setting, problem, remedy }) => ({
      about: `Setting ${setting}`,
      state: 'lacking',
      seen: problem,
      remedy,
    }));
  }
  const { config } = read;
  return [
    ...read.warnings.map((warning): Finding => ({ about: 'Settings', state: 'unknown', seen: warning })),
    ...(await checkBot(config, domainOf(env))),
    await checkStore(config, deps),
    ...(await checkSources(config, env, deps)),
  ];
}

export async function checkSources(config: Config, env: Env, deps: HttpDeps): Promise<readonly Finding[]> {
  const { partnerCenter, directory } = config;
  const ofPartner =
    partnerCenter === undefined
      ? [{ about: 'Partner Center', state: 'off', permission: 'partner-app' } as const]
      : [
          ...(await checkPartnerCenter(partnerCenter, deps)),
          ...(await checkGraph(partnerCenter, deps)),
          await checkWebhook(createWebhookRegistration(partnerCenter, deps), webhookUrl(config, env)),
        ];
  const ofDirectory =
    directory?.kind === 'work365'
      ? await checkDataverse(directory, deps)
      : [
          directory === undefined
            ? ({ about: 'Customers', state: 'off', permission: 'dataverse-user' } as const)
            : ({ about: 'Customers', state: 'good', seen: `file ${directory.path}` } as const),
        ];
  return [...ofPartner, ...ofDirectory];
}

/** The address that Partner Center is to call; undefined without a host or a secret. */
export function webhookUrl({ webhooks }: Config, env: Env): string | undefined {
  const domain = domainOf(env);
  const { partnerCenterSecret: secret } = webhooks;
  if (domain === undefined || secret === undefined) return undefined;
  const origin = /^https?:\/\//.test(domain) ? domain.replace(/\/+$/, '') : `https://${domain}`;
  return `${origin}/api/webhooks/partner-center/${secret.reveal()}`;
}

function domainOf(env: Env): string | undefined {
  const domain = env['BOT_DOMAIN']?.trim();
  return domain === undefined || domain === '' ? undefined : domain;
}

export async function checkStore(config: Config, { openStore }: CheckDeps): Promise<Finding> {
  const { store: chosen } = config;
  const about = chosen.kind === 'cosmos' ? 'Store, Cosmos DB' : 'Store, on this disk';
  const permission = chosen.kind === 'cosmos' ? ({ permission: 'store' } as const) : {};
  try {
    const store = await openStore(config);
    try {
      await store.check();
    } finally {
      await store.close();
    }
    return { about, state: 'good', seen: chosen.kind === 'cosmos' ? chosen.endpoint : chosen.dir, ...permission };
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    return { about, state: 'lacking', seen: error.message, ...permission, remedy: error.remedy };
  }
}
