import { z } from 'zod';
import { guidIn } from '../domain/one-form';
import { Secret } from '../runtime/secret';
import { checkPair, readJsonFile } from './files';
import type { Machine } from './files';
import { Findings } from './findings';
import { PUBLIC_AUTHORITY, tokenPlace } from './sources';
import type { PartnerCenterCredential, PartnerCenterSettings } from './sources';
import type { Values } from './variables';

const FILE = 'PROVIDERS_FILE';

/** A secret stands in an environment variable, never in the file. */
const reference = z.strictObject({ env: z.string().min(1) });
const filled = z.string().trim().min(1);
const address = z.url().transform((url) => url.replace(/\/+$/, ''));

const entrySchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'is a short word of small letters, digits and hyphens'),
  name: filled.max(80),
  tenantId: filled.refine(
    (text) => guidIn(text) !== undefined,
    "is the tenant's id, which Entra shows in its overview",
  ),
  clientId: filled,
  clientSecret: reference.optional(),
  certificatePath: filled.optional(),
  refreshToken: reference.optional(),
  /** Name, or id of the row, that the provider has in Work 365's table of providers; found by itself where it can be. */
  work365Provider: filled.optional(),
  /** Ids of the conversations that hear of it; all without them. */
  conversations: z.array(filled).min(1).optional(),
  baseUrl: address.optional(),
  authority: address.optional(),
  graphBaseUrl: address.optional(),
});

type Entry = z.output<typeof entrySchema>;
type Env = Readonly<Record<string, string | undefined>>;

interface Reading {
  readonly values: Values;
  readonly env: Env;
  readonly machine: Machine;
  readonly findings: Findings;
}

/** Every entry of the file that is good; each of the others is named with its remedy. */
export function chooseProviders(reading: Reading): readonly PartnerCenterSettings[] {
  const { values, machine, findings } = reading;
  const content = readJsonFile(FILE, values.PROVIDERS_FILE, machine, findings);
  if (content === undefined) return [];
  const list = Array.isArray(content) ? content : entriesIn(content);
  if (list === undefined || list.length === 0) {
    findings.fail(FILE, 'lists no provider', 'write {"providers": [...]} with an entry for each Partner Center tenant');
    return [];
  }
  const found = list.map((entry, at) => readEntry(entry, at, reading)).filter((entry) => entry !== undefined);
  const taken = new Set<string>(values.PARTNER_CENTER_TENANT_ID === undefined ? [] : [values.PARTNER_CENTER_TENANT_ID]);
  const good: PartnerCenterSettings[] = [];
  for (const { entry, settings } of found) {
    for (const key of [settings.tenantId.toLowerCase(), entry.id, entry.name.toLowerCase()]) {
      if (taken.has(key)) fail(findings, entry.id, `has "${key}", as another one has`, 'give each provider its own');
      taken.add(key);
    }
    good.push(settings);
  }
  return good;
}

/** Which variable each entry has its refresh token in, by the id of the entry; of those that name one. */
export function refreshVariables(path: string | undefined, machine: Machine): ReadonlyMap<string, string> {
  const content = readJsonFile(FILE, path, machine, new Findings());
  const list = Array.isArray(content) ? content : (entriesIn(content) ?? []);
  const named = z.object({ id: z.string(), refreshToken: reference });
  return new Map(
    list.flatMap((raw) => {
      const entry = named.safeParse(raw).data;
      return entry === undefined ? [] : [[entry.id, entry.refreshToken.env] as const];
    }),
  );
}

function entriesIn(content: unknown): readonly unknown[] | undefined {
  return z.object({ providers: z.array(z.unknown()) }).safeParse(content).data?.providers;
}

function readEntry(
  raw: unknown,
  at: number,
  reading: Reading,
): { readonly entry: Entry; readonly settings: PartnerCenterSettings } | undefined {
  const { findings } = reading;
  const called = z.object({ id: z.string() }).safeParse(raw).data?.id ?? `number ${at + 1}`;
  const parsed = entrySchema.safeParse(raw);
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) {
      const where = path.length === 0 ? 'the entry' : path.join('.');
      fail(findings, called, `is not right at ${where}: ${message}`, 'put it right; docs/install.md shows an entry');
    }
    return undefined;
  }
  const settings = settingsOf(parsed.data, reading);
  return settings === undefined ? undefined : { entry: parsed.data, settings };
}

function settingsOf(entry: Entry, { values, env, machine, findings }: Reading): PartnerCenterSettings | undefined {
  const secretOf = (field: 'clientSecret' | 'refreshToken'): Secret | undefined => {
    const name = entry[field]?.env;
    if (name === undefined) return undefined;
    const value = env[name]?.trim() ?? '';
    if (value !== '') return new Secret(value);
    fail(findings, entry.id, `has its ${field} in the variable ${name}, which is not set`, `set ${name}`);
    return undefined;
  };
  const { certificatePath: path } = entry;
  const [secret, refreshToken] = [secretOf('clientSecret'), secretOf('refreshToken')];
  if ((path === undefined) === (entry.clientSecret === undefined)) {
    const remedy = 'give clientSecret as {"env": "NAME"}, or certificatePath, and not both';
    fail(findings, entry.id, 'does not have one credential', remedy);
    return undefined;
  }
  checkPair(FILE, path, machine, findings);
  const credential = credentialOf(path, secret);
  if (credential === undefined) return undefined;
  return {
    tenantId: guidIn(entry.tenantId) ?? entry.tenantId,
    clientId: entry.clientId,
    name: entry.name,
    entry: entry.id,
    credential,
    ...(refreshToken === undefined ? {} : { refreshToken }),
    keptIn: tokenPlace(values, secret),
    baseUrl: (entry.baseUrl ?? values.PARTNER_CENTER_BASE_URL ?? 'https://api.partnercenter.microsoft.com').replace(
      /\/v1$/,
      '',
    ),
    authority: entry.authority ?? values.PARTNER_CENTER_AUTHORITY ?? PUBLIC_AUTHORITY,
    graphBaseUrl: entry.graphBaseUrl ?? values.GRAPH_BASE_URL ?? 'https://graph.microsoft.com',
    ...(entry.work365Provider === undefined ? {} : { work365Provider: entry.work365Provider }),
    ...(entry.conversations === undefined ? {} : { conversations: entry.conversations }),
  };
}

function credentialOf(path: string | undefined, secret: Secret | undefined): PartnerCenterCredential | undefined {
  if (path !== undefined) return { kind: 'certificate', path };
  return secret === undefined ? undefined : { kind: 'secret', secret };
}

function fail(findings: Findings, id: string, problem: string, remedy: string): void {
  findings.fail(FILE, `has the provider "${id}", which ${problem}`, remedy);
}
