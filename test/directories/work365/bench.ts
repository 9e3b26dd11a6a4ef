import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SandboxOptions } from '../../../src/sandbox/sandbox';
import { startStand } from '../../sandbox/stand';
import type { Stand } from '../../sandbox/stand';

/** Somebody whom Dataverse knows by Entra object id. */
export const MEGAN = '48d31887-5fad-4d73-a9f5-3c356e68a038';

export interface Work365Bench {
  /** That of the test that runs now. */
  readonly stand: Pick<Stand, 'sandbox' | 'directory'>;
  /** Begins anew with another sandbox. */
  readonly restart: (options: SandboxOptions) => Promise<void>;
  /** Where `schemaFile` writes. */
  readonly schemaPath: () => string;
  /** Writes a file of names; returns its path. */
  readonly schemaFile: (content: unknown) => string;
  readonly rowOf: (name: string) => NonNullable<ReturnType<Stand['sandbox']['world']['rowOf']>>;
  readonly etagOf: (name: string) => string;
  readonly customerId: (name: string) => string;
}

/** Every test of the file gets a sandbox and a folder of its own. */
export function work365Bench(): Work365Bench {
  let now: Stand;
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'work365-'));
    now = await startStand({ people: { [MEGAN]: 'Megan Bowen' } });
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true });
    await now.sandbox.close();
  });
  const rowOf: Work365Bench['rowOf'] = (name) => now.sandbox.world.rowOf(name)!;
  return {
    stand: {
      get sandbox() {
        return now.sandbox;
      },
      directory: (...args) => now.directory(...args),
    },
    async restart(options) {
      await now.sandbox.close();
      now = await startStand(options);
    },
    schemaPath: () => join(folder, 'schema.json'),
    schemaFile(content) {
      const path = join(folder, 'schema.json');
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
      return path;
    },
    rowOf,
    etagOf: (name) => `W/"${rowOf(name).version}"`,
    customerId: (name) => now.sandbox.world.findCustomer(name)!.id,
  };
}
