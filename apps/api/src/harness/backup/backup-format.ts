import { createReadStream } from 'node:fs';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { createGunzip } from 'node:zlib';

// A backup is one gzip file: lines of JSON, and between them the bytes of PostgreSQL's COPY text format.
//   header; then for each table: its opening, chunks of bytes, its closing with rows and hash; then the end.
// Counts and hashes close what they count, so that a backup is written in one pass and a cut one is noticed.

/** Opens the file. */
export interface BackupHeader {
  plumbline: 'backup';
  format: 1;
  /** The version that wrote it. */
  version: string;
  takenAt: string;
  /** Number of the newest migration that had run: 3 for 0003-words.sql. */
  migration: number;
  /** The names of all that had run: a restore stands there before it goes on. */
  migrations: string[];
  partitions: Partition[];
}

/** A part of a partitioned table, with the values it takes, as PostgreSQL writes them. */
export interface Partition {
  parent: string;
  name: string;
  bound: string;
}

export interface TableOpening {
  table: string;
  columns: string[];
}

export interface TableClosing {
  rows: number;
  /** SHA-256 of the rows in COPY text format, ordered by their key, in hex. */
  sha256: string;
}

/** What a table holds, in a form that can be compared: equal here is equal there. */
export type Contents = Record<string, TableClosing>;

type Record_ =
  | { kind: 'header'; header: BackupHeader }
  | { kind: 'table'; opening: TableOpening }
  | { kind: 'data'; bytes: Buffer }
  | { kind: 'closing'; closing: TableClosing };

/** Writes the parts of a backup into a (compressing) stream, waiting whenever that is full. */
export class BackupWriter {
  constructor(private readonly stream: Writable) {}

  async line(value: object): Promise<void> {
    await this.write(`${JSON.stringify(value)}\n`);
  }

  async data(bytes: Buffer): Promise<void> {
    await this.line({ bytes: bytes.length });
    await this.write(bytes);
  }

  /** Says that it is whole. @returns when everything is on its way to the disk */
  async end(tables: number): Promise<void> {
    await this.line({ end: true, tables });
    this.stream.end();
    await once(this.stream, 'finish');
  }

  private async write(chunk: string | Buffer): Promise<void> {
    if (!this.stream.write(chunk)) await once(this.stream, 'drain');
  }
}

/**
 * Reads a backup part by part.
 * @throws Error with a sentence when the file is no backup of ours, damaged, or cut short
 */
export async function* readBackup(file: string): AsyncGenerator<Record_> {
  const source = createReadStream(file);
  const unpacked = createGunzip();
  source.on('error', (error) => unpacked.destroy(error));
  const parts = new PartReader(source.pipe(unpacked));
  try {
    yield { kind: 'header', header: headerOf(await parts.line()) };
    for (;;) {
      const line = await parts.line();
      if (line.end) return;
      if (typeof line.bytes === 'number') yield { kind: 'data', bytes: await parts.bytes(line.bytes) };
      else if (typeof line.table === 'string')
        yield { kind: 'table', opening: line as unknown as TableOpening };
      else yield { kind: 'closing', closing: line as unknown as TableClosing };
    }
  } catch (error) {
    throw explained(file, error as NodeJS.ErrnoException);
  } finally {
    unpacked.destroy();
    source.destroy();
  }
}

function headerOf(line: Record<string, unknown>): BackupHeader {
  if (line.plumbline !== 'backup') throw new SyntaxError('no header');
  if (line.format !== 1)
    throw new Error('This backup was written by a newer Plumbline. Update this installation first.');
  return line as unknown as BackupHeader;
}

function explained(file: string, error: NodeJS.ErrnoException): Error {
  if (error.code === 'ENOENT') return new Error(`There is no file ${file}.`);
  if (error.code === 'Z_BUF_ERROR' || error instanceof CutShort)
    return new Error(`${file} is cut short: it is only a part of a backup.`);
  if (error.code?.startsWith('Z_') || error instanceof SyntaxError)
    return new Error(`${file} is not a backup of Plumbline, or it is damaged.`);
  return error;
}

class CutShort extends Error {}

/** Takes lines and byte runs out of a stream, whatever the pieces it comes in. */
class PartReader {
  private held: Buffer = Buffer.alloc(0);
  private readonly pieces: AsyncIterator<Buffer>;

  constructor(stream: AsyncIterable<Buffer>) {
    this.pieces = stream[Symbol.asyncIterator]();
  }

  async line(): Promise<Record<string, unknown>> {
    let end: number;
    while ((end = this.held.indexOf(0x0a)) < 0) await this.more();
    const line = this.take(end + 1).toString();
    return JSON.parse(line) as Record<string, unknown>;
  }

  async bytes(length: number): Promise<Buffer> {
    while (this.held.length < length) await this.more();
    return this.take(length);
  }

  private take(length: number): Buffer {
    const taken = this.held.subarray(0, length);
    this.held = this.held.subarray(length);
    return taken;
  }

  private async more(): Promise<void> {
    const { value, done } = await this.pieces.next();
    if (done) throw new CutShort();
    this.held = this.held.length === 0 ? value : Buffer.concat([this.held, value]);
  }
}
