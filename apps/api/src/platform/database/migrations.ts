import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';

const fileName = /^(\d{4})-([a-z0-9-]+)\.sql$/;
/** Any two processes that migrate the same database wait for one another on this number. */
const migrationLock = 7_117_586_254;

type MigrationClass = new () => MigrationInterface & { name: string };

/** Reads `migrations/NNNN-words.sql` as TypeORM migrations; their names end in NNNN padded to 13 digits. */
export function readMigrations(folder: string): MigrationClass[] {
  return readdirSync(folder)
    .filter((file) => fileName.test(file))
    .sort()
    .map((file) => {
      const [, number, words] = fileName.exec(file)!;
      const sql = readFileSync(join(folder, file), 'utf8');
      const alone = sql.startsWith('-- no-transaction');
      return class implements MigrationInterface {
        name = `${words!}${number!.padStart(13, '0')}`;
        transaction = !alone;
        async up(runner: QueryRunner): Promise<void> {
          const statements = alone
            ? sql.split(/;\s*$/m).filter((part) => part.replace(/--.*$/gm, '').trim())
            : [sql];
          for (const statement of statements) await runner.query(statement);
        }
        async down(): Promise<void> {
          throw new Error('Migrations only go forward. Restore a backup instead.');
        }
      };
    });
}

/**
 * Brings a database to the state this code needs, under an advisory lock.
 * @throws Error when the database is newer than the code
 * @returns the names of the migrations that ran
 */
export async function migrate(databaseUrl: string, folder: string): Promise<string[]> {
  const migrations = readMigrations(folder);
  const known = new Set(migrations.map((migration) => new migration().name));
  const source = await new DataSource({
    type: 'postgres',
    url: databaseUrl,
    migrations,
    migrationsTransactionMode: 'each',
  }).initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const unknown = await newerThanCode(source, known);
    if (unknown) {
      throw new Error(
        `The database was made by a newer Plumbline (migration ${unknown}). Update this installation first.`,
      );
    }
    const ran = await source.runMigrations();
    return ran.map(({ name }) => name);
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}

async function newerThanCode(source: DataSource, known: Set<string>): Promise<string | null> {
  const [table] = (await source.query(`SELECT to_regclass('migrations') AS name`)) as {
    name: string | null;
  }[];
  if (!table?.name) return null;
  const rows = (await source.query('SELECT name FROM migrations')) as { name: string }[];
  return rows.find(({ name }) => !known.has(name))?.name ?? null;
}
