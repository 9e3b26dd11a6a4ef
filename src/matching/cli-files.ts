import { readFileSync } from 'node:fs';
import type { Customer } from '../domain/customer';
import type { Tenant } from '../domain/tenant';

/** Says which file and line, and what to do. */
export interface FileProblem {
  readonly problem: string;
}

export interface ListedAccount {
  readonly id: string;
  readonly tenant: Tenant;
}

export interface LookupLine {
  readonly id: string;
  readonly query: string;
}

type Line = Readonly<Record<string, unknown>>;

export function readMatchingCustomers(file: string): Customer[] | FileProblem {
  return readLines(
    file,
    (line) => {
      const id = text(line, 'id');
      const name = text(line, 'name');
      if (id === undefined || name === undefined) return undefined;
      return {
        id,
        name,
        ...part('website', text(line, 'domain') ?? text(line, 'website')),
        ...part('city', text(line, 'city')),
        ...part('country', text(line, 'country')),
        ...part('tenantId', text(line, 'tenantId')),
        ...part('number', text(line, 'number')),
      };
    },
    '"id" and "name"',
  );
}

export function readAccounts(file: string): ListedAccount[] | FileProblem {
  return readLines(
    file,
    (line) => {
      const id = text(line, 'id');
      const name = text(line, 'companyName');
      if (id === undefined || name === undefined) return undefined;
      const domains = line['domains'];
      const tenant: Tenant = {
        tenantId: text(line, 'tenantId') ?? '',
        name,
        ...part('defaultDomain', text(line, 'defaultDomain')),
        ...(Array.isArray(domains) && { domains: domains.filter((domain) => typeof domain === 'string') }),
        ...part('country', text(line, 'country')),
      };
      return { id, tenant };
    },
    '"id" and "companyName"',
  );
}

export function readLookups(file: string): LookupLine[] | FileProblem {
  return readLines(
    file,
    (line) => {
      const id = text(line, 'id');
      const query = text(line, 'query');
      return id === undefined || query === undefined ? undefined : { id, query };
    },
    '"id" and "query"',
  );
}

function readLines<T>(file: string, read: (line: Line) => T | undefined, wanted: string): T[] | FileProblem {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: `Cannot read ${file} (${reason}). Check the path; it is taken from the folder that you are in.` };
  }
  const rows: T[] = [];
  for (const [i, raw] of content.split('\n').entries()) {
    if (raw.trim() === '') continue;
    const line = parsed(raw);
    const row = line === undefined ? undefined : read(line);
    if (row === undefined) {
      const reason = line === undefined ? 'is not a JSON object' : `lacks ${wanted} as texts`;
      return { problem: `${file}, line ${i + 1}: the line ${reason}. Correct or remove it.` };
    }
    rows.push(row);
  }
  return rows;
}

function parsed(raw: string): Line | undefined {
  try {
    const value: unknown = JSON.parse(raw);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function text(line: Line, key: string): string | undefined {
  const value = line[key];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function part<Key extends string>(key: Key, value: string | undefined): Partial<Record<Key, string>> {
  const found: Partial<Record<Key, string>> = {};
  if (value !== undefined) found[key] = value;
  return found;
}
