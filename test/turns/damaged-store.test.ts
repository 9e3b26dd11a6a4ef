import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PARTNER } from '../../src/sandbox/sandbox';
import type { DocumentKind } from '../../src/domain/documents';
import { ALICE, announcementOf, cardOf, CHANNEL, PERSONAL, setStage, textOf } from './stage';
import type { Stage } from './stage';

/** Stored documents that somebody or something has damaged: everything else goes on, and they are named until they are well. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.install(CHANNEL);
});
afterAll(() => stage.close());

/** Puts another text behind a key of the store, from a process of its own and while the bot is open; gives the one before. */
async function put(kind: DocumentKind, id: string, text: string): Promise<string> {
  const program = `
    const { open } = require('lmdb');
    const [, file, key, text] = process.argv;
    const root = open({ path: file, noSubdir: true, encoding: 'string', maxDbs: 8 });
    const documents = root.openDB({ name: 'documents', encoding: 'string' });
    process.stdout.write(documents.get(key));
    documents.putSync(key, text);
    root.close();`;
  const file = join(stage.dir, 'handshake.mdb');
  const key = `${PARTNER.tenantId} ${kind} ${id}`;
  return (await promisify(execFile)(process.execPath, ['-e', program, file, key, text])).stdout;
}

async function health(): Promise<string> {
  const [message] = await stage.say(ALICE, PERSONAL, 'health');
  return textOf(cardOf(message!));
}

async function missing(): Promise<{ readonly ready: boolean; readonly missing: readonly string[] }> {
  const response = await fetch(`${stage.url}/readyz`);
  return (await response.json()) as { ready: boolean; missing: string[] };
}

async function unread(): Promise<string | undefined> {
  const metrics = await (await fetch(`${stage.url}/metrics`)).text();
  return /^handshake_documents_unread (\d+)$/m.exec(metrics)?.[1];
}

describe.each<[string, (whole: string) => string]>([
  ['half written', (whole) => whole.slice(0, whole.length / 2)],
  ['no row at all', () => '?'],
  ['written by a later version', (whole) => whole.replace(/"format":\d+/, '"format":99')],
])('an account and a customer that are %s', (_how, damaged) => {
  it('are named in health and in what is missing; the sync and everybody else go on', async () => {
    const accounts = await stage.kept('account');
    const customers = await stage.kept('customer');
    const hurt = [
      ['account', accounts.find(({ tenant }) => tenant.name === 'Contoso Ltd')!.id],
      ['customer', customers.at(-1)!.id],
    ] as const;
    const whole: string[] = [];
    for (const [kind, id] of hurt) {
      whole.push(await put(kind, id, 'being damaged'));
      await put(kind, id, damaged(whole.at(-1)!));
    }
    await stage.restart();

    const told = await missing();
    expect(told.ready).toBe(true);
    for (const [, id] of hurt) expect(told.missing.join('\n')).toContain(id);
    const said = await health();
    expect(said).toContain('Something needs attention');
    for (const [, id] of hurt) expect(said).toContain(id);
    expect(await unread()).toBe('2');

    const name = `Willow ${_how.length} Books`;
    stage.sandbox.control('accept', { name });
    await announcementOf(stage, name);
    expect(stage.lines.filter((line) => line.includes('The store is away'))).toEqual([]);

    for (const [at, [kind, id]] of hurt.entries()) await put(kind, id, whole[at]!);
    expect(await health()).not.toContain('Stored data');
    expect(await unread()).toBe('0');
  });
});
