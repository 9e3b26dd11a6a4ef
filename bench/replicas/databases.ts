import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCosmosGateway } from '../../test/doubles/cosmos-gateway';

/** A store that several replicas share, empty at first. */
export interface Database {
  readonly name: string;
  readonly settings: Readonly<Record<string, string>>;
  /** So many provider accounts that the store itself is not what is measured: the double of Cosmos scans all it has. */
  readonly accounts: number;
  readonly close: () => Promise<void>;
}

export const DATABASES: readonly (() => Promise<Database>)[] = [embedded, cosmos];

function embedded(): Promise<Database> {
  const dir = mkdtempSync(join(tmpdir(), 'handshake-bench-'));
  return Promise.resolve({
    name: 'embedded',
    settings: { STORE: 'embedded', DATA_DIR: dir },
    accounts: 5_000,
    close() {
      rmSync(dir, { recursive: true, force: true });
      return Promise.resolve();
    },
  });
}

async function cosmos(): Promise<Database> {
  const gateway = await startCosmosGateway();
  return {
    name: 'cosmos (double)',
    settings: { STORE: 'cosmos', COSMOS_ENDPOINT: gateway.endpoint, COSMOS_KEY: 'a2V5' },
    accounts: 200,
    close: () => gateway.close(),
  };
}
