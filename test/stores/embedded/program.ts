import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { LeaseRecord } from '../../../src/domain/documents';
import { createLog } from '../../../src/runtime/log';
import type { Store, StoreUnavailable, WriteOutcome } from '../../../src/store';
import { openEmbeddedStore } from '../../../src/stores/embedded';

/**
 * A process of its own on the embedded store; killed.test.ts and processes.test.ts start several of them.
 *
 * `write DIR NAME`: writes for ever, eight at a time, and prints `id term` for each write that was acknowledged
 * `count DIR TIMES`: raises two shared counters by compare-and-swap and prints how often it succeeded
 * `fill DIR`: writes until it fails, prints how many were acknowledged and the error
 * `look DIR`: writes a little, then reads again and again, and says now and then that it is still there
 *
 * A store that cannot be opened, or that is lost, is a sentence and the exit code 3.
 */
async function main(mode: string, dir: string, argument: string): Promise<void> {
  const options = { dir, partnerId: 'partner-a', log: createLog('silent'), onLost: giveUp };
  const store = await openEmbeddedStore(options).catch(giveUp);
  if (mode === 'look') await look(store);
  if (mode === 'write')
    await Promise.all(Array.from({ length: 8 }, (_, lane) => writeOn(store, `${argument}-${lane}`)));
  if (mode === 'count') print(String(await raise(store, Number(argument))));
  if (mode === 'fill') print(await fill(store));
  await store.close();
}

function giveUp(error: unknown): never {
  const { message, remedy } = error as StoreUnavailable;
  print(`${message} ${remedy}`);
  process.exit(3);
}

async function look(store: Store): Promise<void> {
  for (let term = 1; term <= 50; term += 1)
    await store.write({ write: 'insert', document: lease(`look-${term}`, term) });
  for (let round = 0; ; round += 1) {
    const seen = await store.read('lease', lease('look-1', 1).id).catch(() => undefined);
    if (seen !== undefined && round % 20 === 0) print('still there');
    await pause(5);
  }
}

function print(line: string): void {
  writeSync(1, `${line}\n`);
}

function lease(name: string, term: number): LeaseRecord {
  const id = `lease:${name}`;
  return { kind: 'lease', id, partnerId: 'partner-a', format: 1, holder: 'x'.repeat(500), until: 1, term, dueAt: term };
}

async function writeOn(store: Store, name: string): Promise<void> {
  for (let round = 0; ; round += 1) {
    const seen = await store.read('lease', lease(`${name}-${round % 3}`, 0).id);
    const document = lease(`${name}-${round % 3}`, (seen?.document.term ?? 0) + 1);
    const written = await store.write(
      seen === undefined ? { write: 'insert', document } : { write: 'replace', document, etag: seen.etag },
    );
    if (written.outcome === 'saved') print(`${document.id} ${document.term}`);
  }
}

async function raise(store: Store, times: number): Promise<number> {
  let raised = 0;
  while (raised < times) {
    const name = `counter-${raised % 2}`;
    const seen = await store.read('lease', lease(name, 0).id);
    const document = lease(name, (seen?.document.term ?? 0) + 1);
    const written = await store.write(
      seen === undefined ? { write: 'insert', document } : { write: 'replace', document, etag: seen.etag },
    );
    if (written.outcome === 'saved') raised += 1;
  }
  return raised;
}

async function fill(store: Store): Promise<string> {
  for (let count = 0; ; count += 1) {
    try {
      await store.write({ write: 'insert', document: lease(`fill-${count}`, 1) });
    } catch (error) {
      // Somebody who clicks now must be able to click again: the process goes on, and so does the queue.
      const again = await outcomeOf(store.write({ write: 'insert', document: lease('again', 1) }));
      const { name, message, remedy } = error as Error & { remedy?: string };
      const still = await store.read('lease', lease('fill-0', 1).id);
      return JSON.stringify({
        count,
        name,
        message,
        remedy,
        readable: still !== undefined,
        again,
      });
    }
  }
}

async function outcomeOf(write: Promise<WriteOutcome>): Promise<string> {
  try {
    return (await write).outcome;
  } catch (error) {
    return (error as Error).name;
  }
}

const [mode = '', dir = '', argument = ''] = process.argv.slice(2);
void main(mode, dir, argument);
