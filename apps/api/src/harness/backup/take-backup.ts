import { createHash } from 'node:crypto';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { version } from '../../platform/version.js';
import { BackupWriter, readBackup, type BackupHeader, type Contents } from './backup-format.js';
import { connect, linesIn, partitions, readTable, tablesInOrder } from './stored-tables.js';

export interface BackupSummary {
  header: BackupHeader;
  contents: Contents;
}

/**
 * Writes everything an installation holds into one compressed file, as of one moment, while it goes on working.
 * The file appears under its name only once it has been read again and found whole.
 * @param now when it is taken
 * @throws Error with a sentence when the database is not one of ours, or the file cannot be written
 */
export async function takeBackup(databaseUrl: string, file: string, now: Date): Promise<BackupSummary> {
  const client = await connect(databaseUrl, 'plumbline backup');
  const draft = `${file}.part`;
  try {
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const header = await headerOf(client, now);
    const written = await write(client, header, draft);
    const summary = await verifyBackup(draft);
    if (!sameContents(summary.contents, written))
      throw new Error(`The backup does not read back as it was written. Is the disk of ${file} sound?`);
    renameSync(draft, file);
    return summary;
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function headerOf(client: pg.Client, now: Date): Promise<BackupHeader> {
  const { rows } = await client
    .query<{ name: string }>('SELECT name FROM migrations ORDER BY right(name, 13)')
    .catch(() => {
      throw new Error('This database holds no Plumbline yet: there is nothing to back up.');
    });
  const migrations = rows.map(({ name }) => name);
  return {
    plumbline: 'backup',
    format: 1,
    version,
    takenAt: now.toISOString(),
    migration: Number(migrations.at(-1)?.slice(-13) ?? 0),
    migrations,
    partitions: await partitions(client),
  };
}

async function write(client: pg.Client, header: BackupHeader, file: string): Promise<Contents> {
  const target = createWriteStream(file, { mode: 0o600 });
  await once(target, 'open');
  const packed = createGzip({ level: 6 });
  packed.pipe(target);
  const onDisk = once(target, 'close');
  const writer = new BackupWriter(packed);
  const contents: Contents = {};
  await writer.line(header);
  for (const stored of await tablesInOrder(client)) {
    await writer.line({ table: stored.table, columns: stored.columns });
    contents[stored.table] = await readTable(client, stored, (bytes) => writer.data(bytes));
    await writer.line(contents[stored.table]!);
  }
  await writer.end(Object.keys(contents).length);
  await onDisk;
  return contents;
}

/** Reads a backup from end to end. @throws Error with a sentence when it is damaged @returns what it holds */
export async function verifyBackup(file: string): Promise<BackupSummary> {
  let header: BackupHeader | null = null;
  const contents: Contents = {};
  let table = '';
  let hash = createHash('sha256');
  let rows = 0;
  for await (const part of readBackup(file)) {
    if (part.kind === 'header') header = part.header;
    if (part.kind === 'table') [table, hash, rows] = [part.opening.table, createHash('sha256'), 0];
    if (part.kind === 'data') {
      hash.update(part.bytes);
      rows += linesIn(part.bytes);
    }
    if (part.kind !== 'closing') continue;
    const read = { rows, sha256: hash.digest('hex') };
    contents[table] = read;
    if (read.rows !== part.closing.rows || read.sha256 !== part.closing.sha256)
      throw new Error(`${file} is damaged: the table "${table}" is not what was written.`);
  }
  return { header: header!, contents };
}

/** @returns whether both hold the same tables with the same rows */
export function sameContents(one: Contents, other: Contents): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => one[name]!.rows === other[name]?.rows && one[name]!.sha256 === other[name].sha256)
  );
}
