import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALICE, cardOf, PERSONAL, setStage, textOf } from './stage';
import type { Stage } from './stage';

/** Jobs that fail, and records that cannot be kept, are seen: in `health`, in `/readyz` and in the metrics. */

let stage: Stage;
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'handshake-customers-'));
});
afterEach(async () => {
  await stage.close();
  rmSync(dir, { recursive: true, force: true });
});

async function say(text: string): Promise<string> {
  const [message] = await stage.say(ALICE, PERSONAL, text);
  return textOf(cardOf(message!));
}

const ready = async (): Promise<{ status: number; missing: string[] }> => {
  const response = await fetch(`${stage.url}/readyz`);
  const { missing } = (await response.json()) as { missing: string[] };
  return { status: response.status, missing };
};

describe('a record that cannot be read (S1, S11)', () => {
  it('is left out and named, while all other customers, and the accounts, are read', async () => {
    const mailDomains = Array.from({ length: 16_000 }, (_, n) => `mail-domain-number-${n}.example.com`);
    const file = join(dir, 'customers.json');
    const customers = [
      { id: '1', name: 'Fabrikam' },
      { id: '2', name: 'Giant Stores', mailDomains },
      { id: '1,23457E+11', name: 'Contoso' },
    ];
    writeFileSync(file, JSON.stringify(customers));
    stage = await setStage({ env: { DIRECTORY: 'file', DIRECTORY_FILE: file } });

    const said = await say('health');
    expect(said).toContain('Something needs attention');
    expect(said).toMatch(/1 record is left out: line \d+ \(id is a number that a spreadsheet has shortened/);
    expect(said).toMatch(/[1-9]\d* accounts, \d+ open; 2 customers/);
    expect(await ready()).toEqual({ status: 200, missing: [] });
    const metrics = await (await fetch(`${stage.url}/metrics`)).text();
    expect(metrics).toContain('handshake_source_left_out{part="customers@file"} 1');
    expect(metrics).toMatch(/handshake_job_failing\{job="reconcile"\} 0/);
    expect(stage.lines.filter((line) => line.includes('Records of a source are left out'))).toHaveLength(1);
  });
});

describe('a bot that has never read anything', () => {
  beforeEach(async () => {
    stage = await setStage({ synced: false, config: { syncIntervalMs: 3_600_000 } });
    stage.sandbox.control('fail', { service: 'partner-center', status: 500 });
  });

  it('says so when it is asked what is pending, and in its health (S29, O15)', async () => {
    await stage.until(() => stage.lines.some((line) => line.includes('A source cannot be read now')));
    expect(await say('pending')).toMatch(/Nothing has been read yet/);
    const said = await say('health');
    expect(said).not.toContain('All is well');
    expect(said).toContain('never read completely');
    const { status, missing } = await ready();
    expect(status).toBe(200);
    expect(missing.join()).toMatch(/accounts:.* cannot be read: .* It was never read completely\./);
  });
});

describe('a source that cannot be reached (O14)', () => {
  it('is told to operators once when it begins and once when it is over', async () => {
    stage = await setStage({ config: { syncIntervalMs: 50 } });
    const told = (words: string): number => stage.lines.filter((line) => line.includes(words)).length;
    stage.sandbox.control('fail', { service: 'partner-center', status: 500 });
    await stage.until(() => told('A source cannot be read now') > 0);
    const asked = stage.sandbox.visits.last.length;
    await stage.until(() => stage.sandbox.visits.last.length > asked + 3);
    stage.sandbox.control('heal');
    await stage.until(() => told('A source can be read again') > 0);

    expect([told('A source cannot be read now'), told('A source can be read again')]).toEqual([1, 1]);
  });
});
