import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { COPIED_KINDS, type DocumentSource } from './copy';
import { readDocument } from './schema';

/** The first line of an export; every other line is one document as JSON. */
interface Head {
  readonly handshake: 1;
  readonly partnerId: string;
  readonly at: string;
}

/** A file that is no export, or a line of it that is no document. The message says which. */
export class BadExport extends Error {}

const OWNER_ONLY = 0o600;

/** Writes every document that is copied into one file, which both stores can be filled from; gives how many. The file is whole or not there. */
export async function writeExport(
  source: DocumentSource,
  path: string,
  head: Omit<Head, 'handshake'>,
): Promise<number> {
  if (existsSync(path)) throw new BadExport(`${path} is there already: name a file that is not`);
  const draft = `${path}.part`;
  let count = 0;
  async function* lines(): AsyncGenerator<string> {
    yield lineOf({ handshake: 1, ...head });
    for (const kind of COPIED_KINDS) {
      for await (const document of source.documents(kind)) {
        yield lineOf(document);
        count += 1;
      }
    }
  }
  try {
    await pipeline(Readable.from(lines()), createWriteStream(draft, { mode: OWNER_ONLY }));
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  return count;
}

function lineOf(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

/** An export as a source; documents of earlier versions come upgraded. Throws `BadExport`. */
export function readExport(path: string): DocumentSource & { head(): Promise<Head> } {
  async function* lines(): AsyncGenerator {
    let number = 0;
    for await (const text of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
      number += 1;
      if (text.trim() === '') continue;
      yield parsed(text, `line ${number} of ${path}`);
    }
  }
  return {
    async head() {
      for await (const first of lines()) {
        if (isHead(first)) return first;
        break;
      }
      throw new BadExport(`${path} is no export of Handshake`);
    },
    async *documents(kind) {
      let isSeen = false;
      for await (const one of lines()) {
        if (kindOf(one) === kind) {
          isSeen = true;
          yield readDocument(kind, one, path);
          // Kinds are written one after another.
        } else if (isSeen) return;
      }
    },
  };
}

function parsed(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadExport(`${where} is damaged`);
  }
}

function kindOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
}

function isHead(value: unknown): value is Head {
  return typeof value === 'object' && value !== null && 'handshake' in value && value.handshake === 1;
}
