import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'lmdb';
async function one(batching: boolean): Promise<void> {
  const dir = mkdtempSync('/tmp/ab-');
  const root = open<string, string>({ path: dir + '/a.mdb', noSubdir: true, encoding: 'string', maxDbs: 8, overlappingSync: false, mapSize: 2 ** 34, eventTurnBatching: batching });
  const db = root.openDB<string, string>({ name: 'd', encoding: 'string' });
  const times: number[] = [];
  for (let i = 0; i < 300; i++) { const t = performance.now(); await db.transaction(() => { db.putSync('k' + (i % 50), 'x'.repeat(1000)); }); times.push(performance.now() - t); }
  times.sort((a, b) => a - b);
  const c = process.cpuUsage(); const t = performance.now();
  for (let r = 0; r < 20; r++) await db.transaction(() => { for (let i = 0; i < 1000; i++) db.putSync('b' + r + '-' + i, 'x'.repeat(1000)); });
  const u = process.cpuUsage(c);
  console.log(batching, 'p50', times[150]!.toFixed(2), 'p90', times[270]!.toFixed(2), 'bulk ms', (performance.now() - t).toFixed(0), 'cpu ms', ((u.user + u.system) / 1000).toFixed(0));
  await root.close(); rmSync(dir, { recursive: true });
}
void (async () => { for (let i = 0; i < 4; i++) { await one(true); await one(false); } })();
