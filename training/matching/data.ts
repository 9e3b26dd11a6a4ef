import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Customer } from '../../src/domain/customer';
import type { Tenant } from '../../src/domain/tenant';

export interface Account extends Tenant {
  readonly id: string;
  readonly truth: string | null;
  readonly kind: string;
  readonly origin: string;
  readonly evidence: string;
}

export interface TypedName {
  readonly id: string;
  readonly query: string;
  readonly truth: string | null;
  readonly kind: string;
}

export interface MatchingData {
  readonly customers: readonly Customer[];
  readonly accounts: readonly Account[];
  readonly lookups: readonly TypedName[];
}

const FOLDER = join(process.cwd(), 'training', 'matching', 'data');

type CustomerLine = Omit<Customer, 'website'> & { readonly domain?: string };
type AccountLine = Omit<Account, 'name' | 'evidence'> & { readonly companyName: string; readonly evidence?: string };

export function readMatchingData(folder = FOLDER): MatchingData {
  const lines = <T>(file: string): T[] =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as T);
  return {
    customers: lines<CustomerLine>('customers.jsonl').map(({ domain, ...rest }) => ({
      ...rest,
      ...(domain !== undefined && { website: domain }),
    })),
    accounts: lines<AccountLine>('accounts.jsonl').map(({ companyName, evidence, ...rest }) => ({
      ...rest,
      name: companyName,
      evidence: evidence ?? '',
    })),
    lookups: lines<TypedName>('lookups.jsonl'),
  };
}
