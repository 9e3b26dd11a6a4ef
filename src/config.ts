import { chooseBot, type BotConfig } from './config/bot';
import { chooseCircles } from './config/circles';
import { TEAMS_CLOUDS } from './config/clouds';
import { checkCertificates } from './config/files';
import type { Machine } from './config/files';
import { Findings, type SettingFailure } from './config/findings';
import type { Circles } from './domain/circles';
import { DAY } from './domain/time';
import { isLoopback, type HostRule } from './runtime/hosts';
import { nearest } from './config/nearest';
import {
  chooseDirectory,
  choosePartnerCenter,
  type DirectoryConfig,
  type PartnerCenterSettings,
} from './config/sources';
import { chooseProviders } from './config/providers';
import { chooseShown, type ShownConfig } from './config/shown';
import { chooseStore, type StoreConfig } from './config/storage';
import { chooseTelemetry } from './config/telemetry';
import type { TelemetryConfig } from './config/telemetry';
import { ourPrefixes, strangersWithOurPrefix, variableNames, variables, type Values } from './config/variables';
import type { LogLevel } from './runtime/log';
import type { Secret } from './runtime/secret';

/** The settings of one bot, checked against each other. Times are in milliseconds, addresses have no slash at the end. */
export interface Config extends ShownConfig {
  readonly mode: 'local' | 'production';
  readonly port: number;
  readonly host: string;
  /** Who else than this machine may read /metrics. */
  readonly metricsToken?: Secret;
  /** Absent in local mode, where nobody is authenticated. */
  readonly bot?: BotConfig;
  /** Absent in local mode unless set: then every tenant may talk to the bot. */
  readonly allowedTenants?: readonly string[];
  readonly allowedServiceHosts: readonly HostRule[];
  /** Where files may be sent that people take. */
  readonly uploadHosts: readonly HostRule[];
  readonly circles: Circles;
  readonly store: StoreConfig;
  readonly partnerId: string;
  /** Other forms of that id in which the settings have it: earlier versions stored under them. */
  readonly formerPartnerIds: readonly string[];
  /** Every Partner Center tenant of ours; empty only in local mode. */
  readonly partnerCenters: readonly PartnerCenterSettings[];
  /** The first of them, whose tenant and app stand for us where one has to. */
  readonly partnerCenter?: PartnerCenterSettings;
  /** Absent when no directory is configured: acceptance can be asked for, nothing can be mapped. */
  readonly directory?: DirectoryConfig;
  readonly webhooks: WebhookConfig;
  readonly syncIntervalMs: number;
  readonly reconcileIntervalMs: number;
  /** How often a few accounts are looked up one by one; once a minute without it. */
  readonly gatherIntervalMs?: number;
  /** Teams' limit for all requests of the bot within one tenant. */
  readonly teamsRequestsPerSecond: number;
  /** What has kept failing for so long is shown to people. */
  readonly stuckAfterMs: number;
  readonly logLevel: LogLevel;
  readonly applicationInsights?: TelemetryConfig;
}

export interface WebhookConfig {
  /** Without a secret the webhook's address does not exist. */
  readonly partnerCenterSecret?: Secret;
  readonly dataverseSecret?: Secret;
  /** Hosts that Partner Center's signing certificate may be fetched from, https only. */
  readonly certHosts: readonly HostRule[];
  /** PEM file with the CA certificates that the signing certificate must lead to. */
  readonly caFile?: string;
}

export type { TelemetryConfig } from './config/telemetry';
export type { BotConfig } from './config/bot';
export type { Machine } from './config/files';
export type { SettingFailure } from './config/findings';
export type { HostRule } from './runtime/hosts';
export { hostAllowed, isLoopback } from './runtime/hosts';
export type { DirectoryConfig, PartnerCenterSettings } from './config/sources';
export type { StoreConfig } from './config/storage';

/** `warnings` are sentences for the log: the bot starts, but somebody should look. */
export type ReadConfig =
  | { readonly ok: true; readonly config: Config; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly failures: readonly SettingFailure[]; readonly warnings: readonly string[] };

const LOOPBACK_HOSTS: readonly HostRule[] = [{ host: 'localhost' }, { host: '127.0.0.1' }, { host: '[::1]' }];
/** The host in Partner Center's documented sample of a signed webhook. */
const CERT_HOSTS: readonly HostRule[] = [{ host: '3psostorageacct.blob.core.windows.net' }];

/**
 * Environment variables to settings; every failure is found at once, and each names its remedy. `secrets` holds the
 * variables to which `PROVIDERS_FILE` refers.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  machine: Machine,
  secrets: Readonly<Record<string, string | undefined>> = env,
): ReadConfig {
  const findings = new Findings();
  const values = readValues(env, findings);
  warnOfStrangers(env, findings);
  const mode = values.HANDSHAKE_MODE ?? (values.BOT_ID === undefined ? 'local' : 'production');
  const bot = chooseBot(values, mode, findings);
  const partnerCenter = choosePartnerCenter(values, mode, machine, findings);
  const several = chooseProviders({ values, env: secrets, machine, findings });
  const partnerCenters = [...(partnerCenter === undefined ? [] : [partnerCenter]), ...several];
  const [first] = partnerCenters;
  const directory = chooseDirectory(values, mode, machine, findings);
  const config: Config = {
    mode,
    ...where(values, mode, findings),
    ...(bot === undefined ? {} : { bot }),
    ...whoMayTalk(values, mode, findings),
    circles: chooseCircles(values, mode, findings),
    store: chooseStore(values, findings),
    ...whosePartition(values, env),
    partnerCenters,
    ...(first === undefined ? {} : { partnerCenter: first }),
    ...directory,
    ...chooseShown(values, mode, directory.directory),
    webhooks: chooseWebhooks(values, machine, findings),
    syncIntervalMs: (values.SYNC_INTERVAL_S ?? 300) * 1000,
    reconcileIntervalMs: (values.RECONCILE_INTERVAL_S ?? 2) * 1000,
    teamsRequestsPerSecond: values.TEAMS_REQUESTS_PER_SECOND ?? 50,
    stuckAfterMs: (values.STUCK_AFTER_DAYS ?? 3) * DAY,
    logLevel: values.LOG_LEVEL ?? 'info',
    ...chooseTelemetry(values, findings),
  };
  if (values.PROVIDERS_FILE !== undefined && values.PARTNER_CENTER_TENANT_ID === undefined)
    findings.need(
      'PARTNER_ID',
      values.PARTNER_ID,
      'set it to a word for all providers, and never change it: all records lie under it',
    );
  if (mode === 'local') checkSources(config, values, findings);
  const { failures, warnings } = findings;
  return failures.length === 0 ? { ok: true, config, warnings } : { ok: false, failures, warnings };
}

/** The failures as a person at a terminal reads them, one line each. */
export function printFailures(failures: readonly SettingFailure[]): string {
  const lines = failures.map(({ setting, problem, remedy }) => `  ${setting} ${problem}. Remedy: ${remedy}.`);
  return ['Handshake cannot start with these settings:', ...lines, 'env/.env.example explains each setting.'].join(
    '\n',
  );
}

/** The values that can be read; for each of the others a failure, after which it counts as not set. */
function readValues(env: Readonly<Record<string, string | undefined>>, findings: Findings): Values {
  const known = Object.fromEntries(variableNames.map((name) => [name, env[name]]));
  const first = variables.safeParse(known);
  if (first.success) return first.data;
  for (const issue of first.error.issues) {
    const name = String(issue.path[0]);
    const remedy: unknown = issue.code === 'custom' ? issue.params?.['remedy'] : undefined;
    findings.fail(name, issue.message, typeof remedy === 'string' ? remedy : 'see env/.env.example');
    known[name] = undefined;
  }
  return variables.parse(known);
}

function warnOfStrangers(env: Readonly<Record<string, string | undefined>>, findings: Findings): void {
  for (const name of Object.keys(env)) {
    if (!ourPrefixes.some((prefix) => name.startsWith(prefix))) continue;
    if (variableNames.includes(name) || strangersWithOurPrefix.has(name)) continue;
    const meant = nearest(name, variableNames);
    findings.warn(`${name} is no setting of Handshake${meant === undefined ? '' : `; did you mean ${meant}?`}`);
  }
}

/** Local mode answers anybody on this machine: what real sources know is not shown there by a slip. */
function checkSources({ partnerCenters, directory }: Config, values: Values, findings: Findings): void {
  if (values.HANDSHAKE_REAL_SOURCES === 'on') return;
  const asked = [
    ...partnerCenters.map(({ baseUrl }) => baseUrl),
    ...(directory?.kind === 'work365' ? [directory.url] : []),
  ];
  const real = asked.map((address) => new URL(address).hostname).filter((host) => !isLoopback(host));
  if (real.length === 0) return;
  findings.fail(
    'HANDSHAKE_REAL_SOURCES',
    `is not on, but local mode, which asks nobody for a password, would read ${real.join(' and ')}`,
    'unset PARTNER_CENTER_* and DATAVERSE_* for work with the sandbox, or set HANDSHAKE_REAL_SOURCES=on',
  );
}

function whosePartition(
  { PARTNER_ID, PARTNER_CENTER_TENANT_ID }: Values,
  env: Readonly<Record<string, string | undefined>>,
): Pick<Config, 'partnerId' | 'formerPartnerIds'> {
  const partnerId = PARTNER_ID ?? PARTNER_CENTER_TENANT_ID ?? 'local';
  const typed = PARTNER_ID === undefined ? env['PARTNER_CENTER_TENANT_ID'] : env['PARTNER_ID'];
  const former = typed?.trim() ?? partnerId;
  return { partnerId, formerPartnerIds: former === partnerId || former === '' ? [] : [former] };
}

function where(
  values: Values,
  mode: Config['mode'],
  findings: Findings,
): Pick<Config, 'port' | 'host' | 'metricsToken'> {
  const host = values.HOST ?? (mode === 'local' ? '127.0.0.1' : '0.0.0.0');
  if (mode === 'local' && !isLoopback(host)) {
    findings.fail(
      'HOST',
      `is "${host}", but local mode has no authentication`,
      'use 127.0.0.1, or set BOT_ID and its credential for production',
    );
  }
  return {
    port: values.PORT ?? 3978,
    host,
    ...(values.METRICS_TOKEN === undefined ? {} : { metricsToken: values.METRICS_TOKEN }),
  };
}

function whoMayTalk(
  values: Values,
  mode: Config['mode'],
  findings: Findings,
): Pick<Config, 'allowedTenants' | 'allowedServiceHosts' | 'uploadHosts'> {
  const { hosts, uploadHosts: cloud } = TEAMS_CLOUDS[values.TEAMS_CLOUD ?? 'public'];
  const allowedServiceHosts = values.ALLOWED_SERVICE_URLS ?? (mode === 'local' ? LOOPBACK_HOSTS : hosts);
  const uploadHosts = values.ALLOWED_UPLOAD_HOSTS ?? (mode === 'local' ? LOOPBACK_HOSTS : cloud);
  const tenants = values.ALLOWED_TENANTS ?? (values.BOT_TENANT_ID === undefined ? undefined : [values.BOT_TENANT_ID]);
  if (tenants === undefined && mode === 'production' && !findings.failed('BOT_TENANT_ID')) {
    findings.fail('ALLOWED_TENANTS', 'is not set', 'name the tenants (ids) whose users may talk to the bot');
  }
  for (const tenant of tenants ?? []) findings.expectGuid('ALLOWED_TENANTS', tenant);
  const lower = tenants?.map((tenant) => tenant.toLowerCase());
  return { allowedServiceHosts, uploadHosts, ...(lower === undefined ? {} : { allowedTenants: lower }) };
}

function chooseWebhooks(values: Values, machine: Machine, findings: Findings): WebhookConfig {
  const { PARTNER_CENTER_WEBHOOK_SECRET: secret, PARTNER_CENTER_WEBHOOK_CA_FILE: caFile } = values;
  const dataverse = values.DATAVERSE_WEBHOOK_SECRET;
  checkCertificates('PARTNER_CENTER_WEBHOOK_CA_FILE', caFile, machine, findings);
  for (const [name, given] of [
    ['PARTNER_CENTER_WEBHOOK_SECRET', secret],
    ['DATAVERSE_WEBHOOK_SECRET', values.DATAVERSE_WEBHOOK_SECRET],
  ] as const) {
    if (given !== undefined && given.reveal().length < 16) findings.warn(`${name} is short; use 32 characters or more`);
  }
  return {
    ...(secret === undefined ? {} : { partnerCenterSecret: secret }),
    ...(dataverse === undefined ? {} : { dataverseSecret: dataverse }),
    certHosts: values.PARTNER_CENTER_WEBHOOK_CERT_HOSTS ?? CERT_HOSTS,
    ...(caFile === undefined ? {} : { caFile }),
  };
}
