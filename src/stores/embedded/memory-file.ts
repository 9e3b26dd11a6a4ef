import { fstatSync, readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { Piece } from '../../store';

/**
 * A file of pieces. Each has a head of three numbers: of which type it is, how many bytes it has, and their checksum.
 * After the last one comes a head of type `END`, so that a file that was cut short between two pieces is seen.
 */
const HEAD_BYTES = 12;
const END = 0;
const JSON_TEXT = 1;
const TYPES = { bytes: 2, int32: 3, float32: 4 } as const;

/** What is in the file is not what was written. */
export class DamagedMemory extends Error {
  constructor(why: string) {
    super(`the kept memory cannot be used: ${why}`);
    this.name = 'DamagedMemory';
  }
}

export async function writePiece(file: FileHandle, piece: Piece): Promise<void> {
  const bytes = 'json' in piece ? Buffer.from(JSON.stringify(piece.json)) : bytesOf(piece);
  await file.writev([headOf(typeOf(piece), bytes), bytes]);
}

export async function writeEnd(file: FileHandle): Promise<void> {
  await file.write(headOf(END, Buffer.alloc(0)));
}

/** The pieces of an open file. Throws `DamagedMemory` where it is not as it was written. */
export function* piecesIn(file: number): Generator<Piece, undefined> {
  const { size } = fstatSync(file);
  const room = createRoom();
  const head = Buffer.alloc(HEAD_BYTES);
  for (;;) {
    fillFrom(file, head);
    const [type, length, sum] = [head.readUInt32LE(0), head.readUInt32LE(4), head.readUInt32LE(8)];
    if (type === END) return;
    if (length > size) throw new DamagedMemory('a piece is longer than the file');
    const bytes = room(length);
    fillFrom(file, bytes);
    if (crc32(bytes) !== sum) throw new DamagedMemory('a checksum is wrong');
    yield pieceOf(type, bytes);
  }
}

function pieceOf(type: number, bytes: Buffer): Piece {
  const { buffer, byteOffset, length } = bytes;
  switch (type) {
    case JSON_TEXT:
      return { json: JSON.parse(bytes.toString('utf8')) };
    case TYPES.bytes:
      return bytes;
    case TYPES.int32:
      return new Int32Array(buffer, byteOffset, length / 4);
    case TYPES.float32:
      return new Float32Array(buffer, byteOffset, length / 4);
    default:
      throw new DamagedMemory(`there is no type ${type}`);
  }
}

function headOf(type: number, bytes: Uint8Array): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32LE(type, 0);
  head.writeUInt32LE(bytes.byteLength, 4);
  head.writeUInt32LE(crc32(bytes), 8);
  return head;
}

function typeOf(piece: Piece): number {
  if ('json' in piece) return JSON_TEXT;
  if (piece instanceof Int32Array) return TYPES.int32;
  return piece instanceof Float32Array ? TYPES.float32 : TYPES.bytes;
}

function bytesOf({ buffer, byteOffset, byteLength }: Exclude<Piece, { readonly json: unknown }>): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** Memory for pieces, asked of the system in few large parts. */
const ROOM_AT_ONCE = 2 ** 24;
/** Where numbers may begin. */
const ALIGNED = 8;

function createRoom(): (length: number) => Buffer {
  let room = Buffer.alloc(0);
  let used = 0;
  return (length) => {
    if (used + length > room.length) {
      room = Buffer.allocUnsafeSlow(Math.max(ROOM_AT_ONCE, length));
      used = 0;
    }
    const from = used;
    used += Math.ceil(length / ALIGNED) * ALIGNED;
    return room.subarray(from, from + length);
  };
}

function fillFrom(file: number, bytes: Buffer): void {
  for (let read = 0; read < bytes.length;) {
    const more = readSync(file, bytes, read, bytes.length - read, null);
    if (more === 0) throw new DamagedMemory('it is cut short');
    read += more;
  }
}
