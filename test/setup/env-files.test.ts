import { mkdtempSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { envFiles, readEnvFiles, writeEnvFiles } from '../../src/setup/env-files';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'handshake-env-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

it('leaves comments and other lines as they are, and gives back what was written', () => {
  const files = envFiles(dir, 'prod');
  mkdirSync(join(dir, 'env'));
  writeFileSync(files.settings, '# ours\nTEAMSFX_ENV=prod\nPORT=1\n');
  writeEnvFiles(files, { PORT: '8080', HOST: '0.0.0.0', BOT_PASSWORD: 'a#b c~d', METRICS_TOKEN: 'x' });
  writeEnvFiles(files, { METRICS_TOKEN: undefined });

  expect(readFileSync(files.settings, 'utf8')).toBe('# ours\nTEAMSFX_ENV=prod\nPORT=8080\nHOST=0.0.0.0\n');
  expect(readEnvFiles(files)).toEqual({ TEAMSFX_ENV: 'prod', PORT: '8080', HOST: '0.0.0.0', BOT_PASSWORD: 'a#b c~d' });
});

it('keeps secrets apart, under the names that the toolkit masks, for their owner alone', () => {
  const files = envFiles(dir, 'prod');
  writeEnvFiles(files, { BOT_ID: 'id', BOT_PASSWORD: 'hush' });

  expect(readFileSync(files.settings, 'utf8')).not.toContain('hush');
  expect(readFileSync(files.secrets, 'utf8')).toContain('SECRET_BOT_PASSWORD=hush');
  if (process.platform !== 'win32') expect(statSync(files.secrets).mode & 0o077).toBe(0);
});
