import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFileDirectory } from '../../src/directories/file/file';
import { directoryContract } from '../contracts/directory';
import { quietLog, startStand } from '../sandbox/stand';

directoryContract('Work 365', async () => {
  const stand = await startStand();
  return { directory: stand.directory(), stop: () => stand.sandbox.close() };
});

directoryContract('a customer file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'contract-'));
  const path = join(folder, 'customers.csv');
  writeFileSync(path, 'id,name,country,email,tenant id\n1,Contoso,UK,a@contoso.com,\n2,Fabrikam,Narnia,n/a,x\n');
  const stop = () => {
    rmSync(folder, { recursive: true });
    return Promise.resolve();
  };
  return Promise.resolve({
    directory: createFileDirectory({ path }, { log: quietLog, wait: () => Promise.resolve() }),
    stop,
  });
});
