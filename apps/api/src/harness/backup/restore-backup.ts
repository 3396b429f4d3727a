import { once } from 'node:events';
import type pg from 'pg';
import copyStreams, { type CopyStreamQuery } from 'pg-copy-streams';
import { migrate, readMigrations } from '../../platform/database/migrations.js';
import { readBackup, type BackupHeader, type Contents, type Partition } from './backup-format.js';
import { connect, quoted, readTable, tablesInOrder, partitions } from './stored-tables.js';
import { sameContents, verifyBackup } from './take-backup.js';

export interface RestoreSummary {
  header: BackupHeader;
  contents: Contents;
  /** Names of the migrations that have run after the data were in. */
  movedOn: string[];
}

/**
 * Fills an empty installation from a backup: builds the tables as they were when it was taken, loads and compares
 * them in one transaction, and then migrates on to what this version needs.
 * @param migrationsFolder where this version's migrations are
 * @throws Error with a sentence when the file is damaged, the installation holds something or is in use
 */
export async function restoreBackup(
  databaseUrl: string,
  file: string,
  migrationsFolder: string,
): Promise<RestoreSummary> {
  const expected = await verifyBackup(file);
  refuseNewer(migrationsFolder, expected.header);
  const client = await connect(databaseUrl, 'plumbline restore');
  try {
    await refuseUnlessFree(client);
    await dropTables(client);
    await migrate(databaseUrl, migrationsFolder, { only: expected.header.migrations });
    await client.query('BEGIN');
    await makePartitions(client, expected.header.partitions);
    await load(client, file);
    const contents = await contentsOf(client);
    if (!sameContents(contents, expected.contents))
      throw new Error('What was loaded is not what the backup holds. Nothing has been kept.');
    await client.query('COMMIT');
    return { ...expected, movedOn: await migrate(databaseUrl, migrationsFolder) };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

/** An installation is empty until somebody has been set up in it. */
async function refuseUnlessFree(client: pg.Client): Promise<void> {
  const { rows: others } = await client.query(
    `SELECT 1 FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'plumbline%'`,
  );
  if (others.length > 0)
    throw new Error('Plumbline is running on this database. Stop it, restore, and start it again.');
  for (const table of ['person', 'workspace']) {
    const { rows: exists } = await client.query(`SELECT to_regclass($1) IS NOT NULL AS there`, [
      `public.${table}`,
    ]);
    if (!(exists[0] as { there: boolean }).there) continue;
    const { rows } = await client.query(`SELECT 1 FROM ${table} LIMIT 1`);
    if (rows.length > 0)
      throw new Error(
        'This installation already holds data, and a restore would destroy it. Restore into an empty one: ' +
          'set PLUMBLINE_DATA to a new folder, or DATABASE_URL to an empty database.',
      );
  }
}

async function dropTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition`,
  );
  if (rows.length > 0)
    await client.query(`DROP TABLE ${rows.map(({ name }) => quoted(name)).join(', ')} CASCADE`);
}

function refuseNewer(folder: string, header: BackupHeader): void {
  const known = readMigrations(folder).map((migration) => new migration().name);
  const missing = header.migrations.find((name) => !known.includes(name));
  if (missing)
    throw new Error(
      `This backup was taken from a newer Plumbline (${header.version}, migration ${missing}). ` +
        'Update this installation first.',
    );
}

const bound = /^(DEFAULT|FOR VALUES (FROM|IN|WITH) \([^;]*\))$/;

async function makePartitions(client: pg.Client, wanted: Partition[]): Promise<void> {
  const there = new Set((await partitions(client)).map(({ name }) => name));
  for (const part of wanted.filter(({ name }) => !there.has(name))) {
    if (!bound.test(part.bound))
      throw new Error(`The backup names a partition that cannot be made: ${part.name}.`);
    await client.query(`CREATE TABLE ${quoted(part.name)} PARTITION OF ${quoted(part.parent)} ${part.bound}`);
  }
}

async function load(client: pg.Client, file: string): Promise<void> {
  const tables = await tablesInOrder(client);
  await client.query(`TRUNCATE ${tables.map(({ table }) => quoted(table)).join(', ')}`);
  let open: CopyStreamQuery | null = null;
  let finished: Promise<unknown> = Promise.resolve();
  for await (const part of readBackup(file)) {
    if (part.kind === 'table') {
      const { table, columns } = part.opening;
      open = client.query(
        copyStreams.from(`COPY ${quoted(table)} (${columns.map(quoted).join(', ')}) FROM STDIN`),
      );
      finished = once(open, 'finish');
      // Awaited below; until then a refusal of the server must not count as nobody's.
      finished.catch(() => undefined);
    } else if (part.kind === 'data') {
      if (!open!.write(part.bytes)) await Promise.race([once(open!, 'drain'), finished]);
    } else if (part.kind === 'closing') {
      open!.end();
      await finished;
    }
  }
}

/** What the tables of an installation hold now. */
export async function contentsOf(client: pg.Client): Promise<Contents> {
  const contents: Contents = {};
  for (const table of await tablesInOrder(client)) contents[table.table] = await readTable(client, table);
  return contents;
}
