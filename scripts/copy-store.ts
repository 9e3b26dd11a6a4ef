// `npm run copy-store -- --from embedded --to cosmos` and back: copies every record, counts, and compares at the end.
// `npm run export -- --to FILE` writes a backup that both stores can be filled from (`copy-store -- --from FILE --to cosmos`).
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openStore } from '../src/app/sources';
import { printFailures, readConfig } from '../src/config';
import { createLog } from '../src/runtime/log';
import { thisMachine } from '../src/runtime/machine';
import { environmentOf } from '../src/setup/env-files';
import { StoreUnavailable, Unstorable } from '../src/store';
import type { Store } from '../src/store';
import { BadExport, readExport, writeExport } from '../src/stores/export-file';
import { compareDocuments, copyDocuments, documentsOf } from '../src/stores/copy';
import type { CopyComparison, CopiedKind, DocumentSource } from '../src/stores/copy';
import { root } from './root';

const USAGE = `usage: npm run copy-store -- --from embedded|cosmos|FILE --to embedded|cosmos|FILE [--env NAME] [--replace]
       npm run export -- --to FILE [--env NAME]     the same from the store that STORE names
Stop the bot first: what it writes meanwhile is not copied.`;

type Env = Readonly<Record<string, string | undefined>>;

interface Opened {
  readonly store?: Store;
  readonly source: DocumentSource;
  readonly partnerId?: string;
  close(): Promise<void>;
}

async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      env: { type: 'string' },
      replace: { type: 'boolean', default: false },
    },
  });
  const env: Env = environmentOf(root, values.env);
  const { from = env['STORE'] ?? 'embedded', to } = values;
  if (to === undefined || from === to) {
    console.error(USAGE);
    return 2;
  }
  const source = await open(from, env);
  try {
    if (isStore(to)) return await intoStore(source, to, env, values.replace);
    const partnerId = source.partnerId ?? '';
    const count = await writeExport(source.source, to, { partnerId, at: new Date().toISOString() });
    console.log(`${count} records are in ${to}. It names people and customers: keep it as you keep the store.`);
    return leftOut(source);
  } finally {
    await source.close();
  }
}

async function intoStore(from: Opened, to: string, env: Env, replace: boolean): Promise<number> {
  const { source } = from;
  const target = await open(to, env);
  try {
    if (target.store === undefined) return 2;
    const copied = await copyDocuments(source, target.store, {
      replace,
      told: (one) => {
        report(one);
      },
    });
    const compared = await compareDocuments(source, target.store);
    return Math.max(conclude(copied, compared), leftOut(from));
  } finally {
    await target.close();
  }
}

/** Records that could not be read are in no copy, which must not pass for a whole one. */
function leftOut({ store }: Opened): number {
  const unread = store?.unread() ?? [];
  for (const { reason, remedy } of unread) console.error(`LEFT OUT: ${reason} ${remedy}`);
  return unread.length === 0 ? 0 : 1;
}

function isStore(name: string): boolean {
  return name === 'embedded' || name === 'cosmos';
}

async function open(name: string, env: Env): Promise<Opened> {
  if (!isStore(name)) {
    if (!existsSync(name)) throw new BadExport(`${name} is not there`);
    const exported = readExport(name);
    const { partnerId } = await exported.head();
    return { source: exported, partnerId, close: () => Promise.resolve() };
  }
  const read = readConfig({ ...env, STORE: name }, thisMachine);
  if (!read.ok) throw new BadExport(printFailures(read.failures));
  const store = await openStore(read.config, createLog('warn'));
  return { store, source: documentsOf(store), partnerId: read.config.partnerId, close: () => store.close() };
}

function report({ kind, found, written, same, left }: CopiedKind): void {
  if (found === 0) return;
  const rest = [same > 0 ? `${same} were there already` : '', left > 0 ? `${left} LEFT, with another content` : ''];
  console.log(
    `${kind.padEnd(14)}${[`${found} found, ${written} written`, ...rest].filter((part) => part !== '').join(', ')}`,
  );
}

function conclude(copied: readonly CopiedKind[], compared: readonly CopyComparison[]): number {
  const total = copied.reduce((sum, { found }) => sum + found, 0);
  const differing = compared.flatMap(({ differing: ids }) => ids);
  if (differing.length === 0) {
    console.log(`Compared: all ${total} records are the same in both.`);
    return 0;
  }
  console.log(
    `Compared: ${differing.length} of ${total} records differ, ${differing.slice(0, 5).join(', ')} among them.`,
  );
  console.log(
    'Either somebody writes to one of the two (stop the bot), or they were there before: --replace overwrites them.',
  );
  return 1;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const remedy = error instanceof StoreUnavailable ? ` ${error.remedy}` : '';
    const isKnown = error instanceof BadExport || error instanceof StoreUnavailable || error instanceof Unstorable;
    console.error(isKnown ? `${error.message}${remedy}` : error);
    process.exitCode = 1;
  },
);
