import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'match-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, lines: readonly unknown[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)) + '\n').join(''));
  return path;
}

const CUSTOMERS = [
  { id: 'c1', name: 'Northwind Traders Inc', domain: 'www.northwindtraders.com', country: 'US' },
  { id: 'c2', name: 'Adventure Works Cycles', country: 'US' },
];

function match(...args: string[]): { status: number | null; stderr: string } {
  return spawnSync(process.execPath, ['scripts/run.mjs', 'src/matching/cli.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
}

function predictions(
  out: string,
): { id: string; ranked: { customerId: string; score: number }[]; decision: string | null }[] {
  return readFileSync(out, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('npm run match', () => {
  it('ranks the customers for each account, and never looks at the answer', () => {
    const out = join(folder, 'out.jsonl');
    const account = {
      companyName: 'Northwind Traders',
      defaultDomain: 'northwindtraders.onmicrosoft.com',
      country: 'US',
    };
    const accounts = file('accounts.jsonl', [
      { ...account, id: 'a1', truth: 'c2', kind: 'former_name', evidence: 'none' },
      { ...account, id: 'a2' },
      { id: 'a3', companyName: 'Zyxwv Qrstu' },
    ]);

    const args = ['--customers', file('customers.jsonl', CUSTOMERS), '--accounts', accounts, '--out', out];
    execFileSync(process.execPath, ['scripts/run.mjs', 'src/matching/cli.ts', ...args], { cwd: root });

    const [first, second, third] = predictions(out);
    expect(first?.ranked[0]?.customerId).toBe('c1');
    expect(first?.ranked).toEqual(second?.ranked);
    expect(third).toMatchObject({ id: 'a3', decision: null });
  });

  it('ranks the customers for each typed name', () => {
    const out = join(folder, 'out.jsonl');
    const lookups = file('lookups.jsonl', [
      { id: 'q1', query: 'northwnd traders' },
      { id: 'q2', query: 'adventure works' },
      { id: 'q3', query: 'Northwind Insurance' },
    ]);

    expect(match('--customers', file('customers.jsonl', CUSTOMERS), '--lookups', lookups, '--out', out).status).toBe(0);
    expect(predictions(out)[0]).toMatchObject({ id: 'q1', decision: 'c1' });
    expect(predictions(out)[1]).toMatchObject({ id: 'q2', decision: null, assumed: 'c2' });
    expect(predictions(out)[2]).toMatchObject({ id: 'q3', decision: null, probably: 'c1' });
  });

  it('says which file is missing, and what to do', () => {
    const { status, stderr } = match('--customers', join(folder, 'no.jsonl'), '--accounts', 'x', '--out', 'y');

    expect(status).toBe(1);
    expect(stderr).toMatch(/Cannot read .*no\.jsonl .*Check the path/);
  });

  it('says which line is bad, and what to do', () => {
    const customers = file('customers.jsonl', [CUSTOMERS[0], '{"id":']);
    const { status, stderr } = match('--customers', customers, '--accounts', 'x', '--out', 'y');

    expect(status).toBe(1);
    expect(stderr).toMatch(/customers\.jsonl, line 2: .*not a JSON object.*Correct or remove it/);
  });

  it('says which field is missing', () => {
    const { stderr } = match('--customers', file('customers.jsonl', [{ id: 'c1' }]), '--accounts', 'x', '--out', 'y');

    expect(stderr).toMatch(/line 1: .*lacks "id" and "name"/);
  });

  it('shows its use without the files', () => {
    const { status, stderr } = match('--customers', 'x');

    expect(status).toBe(2);
    expect(stderr).toMatch(/^usage: npm run match/);
  });
});
