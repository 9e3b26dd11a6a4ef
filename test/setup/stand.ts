import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findStore } from '../../src/app/sources';
import { systemClock } from '../../src/runtime/clock';
import { thisMachine } from '../../src/runtime/machine';
import { PARTNER, startSandbox } from '../../src/sandbox/sandbox';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/sandbox';
import type { Ask } from '../../src/setup/ask';
import { envFiles, readEnvFiles, writeEnvFiles } from '../../src/setup/env-files';
import type { Finding } from '../../src/setup/finding';
import { runGuide } from '../../src/setup/guide';
import type { GuideDeps } from '../../src/setup/guide';
import type { Notebook } from '../../src/setup/chapters';
import { quietLog } from '../sandbox/stand';

/** An administrator at a terminal, with a browser, the sandbox in the place of the cloud, and a host for the bot. */
export interface SetupStand {
  readonly sandbox: Sandbox;
  readonly deps: GuideDeps;
  readonly notebook: Notebook;
  /** All that the terminal showed. */
  readonly shown: string[];
  readonly ask: Ask;
  /** Goes through the guide. */
  walk(): ReturnType<typeof runGuide>;
  /** What the terminal showed, as one text. */
  terminal(): string;
  /** What is answered to the question whose message holds the key; the first of several is used up. */
  readonly answers: Map<string, string[]>;
  /** What somebody does at the page of Entra. */
  page: 'accept' | 'cancel';
  /** Answers of the bot's public host. */
  hostStatus: number;
  /** Of the environment's files, and of the store. */
  readonly dir: string;
  /** Of the bot. */
  readonly hostUrl: string;
  /** What another tool does, or this bot at another time. */
  registerWebhook(url: string): Promise<void>;
  settings(): string;
  secrets(): string;
  close(): Promise<void>;
}

export async function setupStand(options: SandboxOptions = {}): Promise<SetupStand> {
  const sandbox = await startSandbox({ moves: false, ...options });
  const dir = mkdtempSync(join(tmpdir(), 'handshake-setup-'));
  const state: Pick<SetupStand, 'page' | 'hostStatus'> = { page: 'accept', hostStatus: 200 };
  const host = http.createServer((_request, response) => {
    response.writeHead(state.hostStatus);
    response.end('{}');
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  const hostUrl = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  const files = envFiles(dir, 'test');
  writeEnvFiles(files, addresses(sandbox, dir));
  const shown: string[] = [];
  const answers = new Map<string, string[]>(Object.entries(usual(sandbox, hostUrl)));
  const notebook: Notebook = {
    get env() {
      return readEnvFiles(files);
    },
    write: (changes) => {
      writeEnvFiles(files, changes);
    },
  };
  const deps: GuideDeps = {
    clock: systemClock,
    log: quietLog,
    machine: thisMachine,
    findStore: (config) => findStore(config, quietLog),
    openBrowser: (address) => void visit(address, state.page),
    redirectPort: 0,
    wait: () => new Promise((resolve) => setTimeout(resolve, 20)),
  };
  const ask = scripted(shown, answers);
  const read = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  return Object.assign(state, {
    sandbox,
    dir,
    hostUrl,
    registerWebhook: (url: string) => registerWebhook(sandbox, url),
    deps,
    notebook,
    shown,
    answers,
    ask,
    walk: () => runGuide(ask, notebook, deps),
    terminal: () => shown.join('\n'),
    settings: () => read(files.settings),
    secrets: () => read(files.secrets),
    async close() {
      host.closeAllConnections();
      await Promise.all([sandbox.close(), new Promise((resolve) => host.close(resolve))]);
      rmSync(dir, { recursive: true, force: true });
    },
  });
}

export const lacking = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ state }) => state === 'lacking');

async function registerWebhook({ urls }: Sandbox, url: string): Promise<void> {
  const token = await fetch(`${urls.entra}/${PARTNER.tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: PARTNER.clientId,
      client_secret: PARTNER.clientSecret,
      scope: `${urls.partnerCenter}/.default`,
    }),
  });
  const { access_token: bearer } = (await token.json()) as { access_token: string };
  const made = await fetch(`${urls.partnerCenter}/webhooks/v1/registration`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}` },
    body: JSON.stringify({ WebhookUrl: url, WebhookEvents: [] }),
  });
  if (!made.ok) throw new Error(`the sandbox took no registration: ${made.status}`);
}

/** What an installation in the public cloud leaves at its defaults. */
function addresses({ settings, urls }: Sandbox, dir: string): Record<string, string> {
  const names = ['PARTNER_CENTER_BASE_URL', 'PARTNER_CENTER_AUTHORITY', 'GRAPH_BASE_URL', 'DATAVERSE_AUTHORITY'];
  return {
    ...Object.fromEntries(names.map((name) => [name, settings[name] ?? ''])),
    BOT_LOGIN_URL: `${urls.entra}/${PARTNER.tenantId}`,
    DATA_DIR: join(dir, 'data'),
  };
}

function usual({ urls }: Sandbox, hostUrl: string): Record<string, string[]> {
  const { tenantId, clientId, clientSecret } = PARTNER;
  return {
    'Microsoft App ID': [clientId],
    'Tenant ID of its app': [tenantId],
    'Client secret of that app': [clientSecret],
    'Public host': [hostUrl],
    'Tenant ID of the partner tenant': [tenantId],
    'Application (client) ID': [clientId],
    'Client secret (the Value': [clientSecret],
    'Address of the environment': [urls.dataverse],
    'Its tenant ID': [tenantId],
    'Object IDs of the administrators': [''],
    'Connection string of Application Insights': [''],
    'What shall run the bot': ['own'],
    'Where shall records be kept': ['embedded'],
    'Where are your customers': ['work365'],
    'How shall an Admin agent sign in': ['browser', 'on'],
    'Somebody is signed in': ['on'],
    'Something is lacking': ['on'],
    'Leave it as it is': ['yes'],
    'Register it for this bot': ['yes'],
    'perhaps by another tool': ['no'],
  };
}

/** The last answer to a question is given again and again. */
function scripted(shown: string[], answers: Map<string, string[]>): Ask {
  const answerTo = (message: string): string => {
    const [, given] = [...answers].find(([key]) => message.includes(key)) ?? [];
    if (given === undefined) throw new Error(`nobody answers: ${message}`);
    return (given.length > 1 ? given.shift() : given[0]) ?? '';
  };
  const checked = (message: string, check: (answer: string) => string | undefined): string => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const answer = answerTo(message);
      const wrong = check(answer);
      if (wrong === undefined) return answer;
      shown.push(wrong);
    }
    throw new Error(`no good answer to: ${message}`);
  };
  const asked = <T>(message: string, answer: () => T): Promise<T> => {
    shown.push(`? ${message}`);
    return Promise.resolve(answer());
  };
  return {
    say: (text) => void shown.push(text),
    text: ({ message, check }) => asked(message, () => checked(message, check)),
    secret: ({ message, check }) => asked(message, () => checked(message, check)),
    choose: ({ message, choices }) =>
      asked(message, () => {
        const wanted = answerTo(message);
        const chosen = choices.find(({ value }) => value === wanted);
        if (chosen === undefined) throw new Error(`no such choice: ${message}`);
        return chosen.value;
      }),
    confirm: ({ message }) => asked(message, () => answerTo(message) === 'yes'),
  };
}

/** Somebody in a browser: reads the page, and clicks. */
async function visit(address: string, page: 'accept' | 'cancel'): Promise<void> {
  const seen = await (await fetch(address)).text();
  if (!seen.includes('second factor')) return;
  await fetch(`${address}&consent=${page === 'accept' ? 'yes' : 'no'}`);
}
