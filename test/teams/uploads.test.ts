import { createLog } from '../../src/runtime/log';
import { createUploads } from '../../src/teams/sending/uploads';
import { createUploadUrls } from '../../src/teams/service-url';
import { startDrive } from '../doubles/drive';
import type { DriveDouble } from '../doubles/drive';

/** Files on their way to where people keep theirs, over HTTP. */

let drive: DriveDouble;
beforeEach(async () => {
  drive = await startDrive();
});
afterEach(() => drive.close());

/** Waits are as short as can be; nothing takes too long here. */
const timer = {
  now: () => performance.now(),
  after: (ms: number, run: () => void) => {
    const handle = setTimeout(run, ms >= 30_000 ? ms : 1);
    return () => {
      clearTimeout(handle);
    };
  },
};
const lines: string[] = [];
const log = createLog('info', { write: (line: string) => void lines.push(line) });
const uploads = (hosts: Parameters<typeof createUploadUrls>[0] = [{ host: '127.0.0.1' }]) =>
  createUploads({ allows: createUploadUrls(hosts), timer, log });

const file = (bytes: number): Buffer => Buffer.from(Array.from({ length: bytes }, (_, n) => n % 251));
const RANGE = 10 * 320 * 1024;

it('sends a small file in one range, and no token of ours', async () => {
  expect(await uploads().put(drive.uploadUrl, file(1_000))).toEqual({ uploaded: 'there' });
  expect(drive.requests).toEqual([{ method: 'PUT', range: 'bytes 0-999/1000' }]);
  expect(drive.content()).toEqual(file(1_000));
});

it('sends a large one range after range', async () => {
  const content = file(2 * RANGE + 5);
  expect(await uploads().put(drive.uploadUrl, content)).toEqual({ uploaded: 'there' });
  expect(drive.requests.map(({ range }) => range)).toEqual([
    `bytes 0-${RANGE - 1}/${content.length}`,
    `bytes ${RANGE}-${2 * RANGE - 1}/${content.length}`,
    `bytes ${2 * RANGE}-${content.length - 1}/${content.length}`,
  ]);
  expect(drive.content().equals(content)).toBe(true);
});

it.each([
  ['the service is busy', [503, 429]],
  ['the answer to a range is lost', ['lost' as const]],
])('goes on where the session lacks something when %s', async (_why, steps) => {
  const content = file(RANGE + 5);
  drive.script(...steps);
  expect(await uploads().put(drive.uploadUrl, content)).toEqual({ uploaded: 'there' });
  expect(drive.content().equals(content)).toBe(true);
});

it.each([
  ['a session that is over', 404, 'HTTP 404', 1],
  ['a redirect, which it does not follow', 302, 'HTTP 302', 1],
  ['a service that stays away', 503, 'HTTP 503', 4],
])('gives up on %s', async (_what, status, reason, tries) => {
  drive.script(status, status, status, status);
  expect(await uploads().put(drive.uploadUrl, file(10))).toEqual({ uploaded: 'failed', reason });
  expect(drive.requests.filter(({ method }) => method === 'PUT')).toHaveLength(tries);
  expect(lines.join('')).not.toContain('tempauth');
});

it('sends nothing to a host that is not set up for it', async () => {
  const strict = uploads([{ host: 'sharepoint.com', below: true }]);
  expect(await strict.put(drive.uploadUrl, file(10))).toEqual({ uploaded: 'not-allowed' });
  expect(drive.requests).toEqual([]);
});

it.each([
  ['https://contoso-my.sharepoint.com/personal/x/_api/v2.0/drive/items/1/uploadSession?tempauth=x', true],
  ['http://contoso-my.sharepoint.com/x', false],
  ['https://sharepoint.com/x', false],
  ['https://evilsharepoint.com/x', false],
  ['https://contoso.sharepoint.com.evil.example/x', false],
  ['https://user:pass@contoso.sharepoint.com/x', false],
  ['https://169.254.169.254/latest', false],
  ['no address', false],
])('%s may be sent a file: %s', (url, allowed) => {
  expect(createUploadUrls([{ host: 'sharepoint.com', below: true }])(url)).toBe(allowed);
});
