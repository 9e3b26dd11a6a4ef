import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startCosmosGateway } from '../doubles/cosmos-gateway';

/** What keeps the records while the program stops and starts again. */
export interface Database {
  /** Environment of the program. */
  readonly settings: Readonly<Record<string, string>>;
  /** Fails when the records were kept elsewhere, or in a way that Cosmos would not take. */
  expectUsed(dataDir: string): void;
  close(): Promise<void>;
}

/** Every store that a deployment can choose, by the value of `STORE`. */
export const DATABASES: Readonly<Record<'embedded' | 'cosmos', () => Promise<Database>>> = {
  embedded: () =>
    Promise.resolve({
      settings: { STORE: 'embedded' },
      expectUsed: (dataDir) => {
        expect(isEmbeddedIn(dataDir)).toBe(true);
      },
      close: () => Promise.resolve(),
    }),
  cosmos: async () => {
    const gateway = await startCosmosGateway();
    return {
      settings: { STORE: 'cosmos', COSMOS_ENDPOINT: gateway.endpoint, COSMOS_KEY: 'a2V5' },
      expectUsed: (dataDir) => {
        const operations = gateway.requests.map((request) => request.operation);
        expect(operations).toEqual(expect.arrayContaining(['create', 'read', 'replace', 'query']));
        expect(gateway.complaints).toEqual([]);
        expect(isEmbeddedIn(dataDir)).toBe(false);
      },
      close: () => gateway.close(),
    };
  },
};

function isEmbeddedIn(dataDir: string): boolean {
  return existsSync(join(dataDir, 'handshake.mdb'));
}
