import { createReadStream, createWriteStream, renameSync } from 'node:fs';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { DocumentKind } from '../domain/documents';
import { UPGRADES } from '../domain/upgrades';
import type { DocumentSource } from './copy';
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

/** Writes every document into one file, which both stores can be filled from; gives how many. The file is whole or not there. */
export async function writeExport(
  source: DocumentSource,
  path: string,
  head: Omit<Head, 'handshake'>,
): Promise<number> {
  const draft = `${path}.part`;
  const out = createWriteStream(draft, { mode: OWNER_ONLY });
  const line = async (value: object): Promise<void> => {
    if (!out.write(`${JSON.stringify(value)}\n`)) await once(out, 'drain');
  };
  await line({ handshake: 1, ...head });
  let count = 0;
  for (const kind of Object.keys(UPGRADES) as DocumentKind[]) {
    for await (const document of source.documents(kind)) {
      await line(document);
      count += 1;
    }
  }
  out.end();
  await once(out, 'close');
  renameSync(draft, path);
  return count;
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
