import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';

const fileName = /^(\d{4})-([a-z0-9-]+)\.sql$/;
/** Any two processes that migrate the same database wait for one another on this number. */
const migrationLock = 7_117_586_254;

type MigrationClass = new () => MigrationInterface & { name: string };

/**
 * Reads `migrations/NNNN-words.sql` as TypeORM migrations; their names end in NNNN padded to 13 digits.
 * @throws Error when a file name cannot be understood or two files share a number
 */
export function readMigrations(folder: string): MigrationClass[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  files.forEach((file, position) => {
    if (!fileName.test(file)) throw new Error(`migrations/${file} must be called NNNN-words.sql.`);
    if (files[position - 1]?.slice(0, 4) === file.slice(0, 4))
      throw new Error(`migrations/${files[position - 1]} and ${file} have the same number.`);
  });
  return files.map((file) => fromFile(file, readFileSync(join(folder, file), 'utf8')));
}

function fromFile(file: string, sql: string): MigrationClass {
  const [, number, words] = fileName.exec(file)!;
  const alone = sql.startsWith('-- no-transaction');
  return class implements MigrationInterface {
    name = `${words!}${number!.padStart(13, '0')}`;
    transaction = !alone;
    async up(runner: QueryRunner): Promise<void> {
      try {
        for (const statement of alone ? statementsOf(sql) : [sql]) await runner.query(statement);
      } catch (error) {
        throw new Error(`migrations/${file} failed: ${(error as Error).message}`, { cause: error });
      }
    }
    async down(): Promise<void> {
      throw new Error('Migrations only go forward. Restore a backup instead.');
    }
  };
}

/** Outside a transaction each statement is sent by itself; it ends with a semicolon at the end of a line. */
function statementsOf(sql: string): string[] {
  return sql.split(/;[ \t]*$/m).filter((part) => part.replace(/--.*$/gm, '').trim());
}

interface Goal {
  /** Run these alone, to stand where a backup was taken; all by default. */
  only?: readonly string[];
}

/**
 * Brings a database to the state this code needs, under an advisory lock.
 * @throws Error when the database is newer than the code, or a file fails (whose changes are then undone)
 * @returns the names of the migrations that ran
 */
export async function migrate(databaseUrl: string, folder: string, goal: Goal = {}): Promise<string[]> {
  const migrations = readMigrations(folder);
  const known = new Set(migrations.map((migration) => new migration().name));
  const source = await new DataSource({
    type: 'postgres',
    url: databaseUrl,
    migrations: migrations.filter((migration) => goal.only?.includes(new migration().name) ?? true),
    migrationsTransactionMode: 'each',
    applicationName: 'plumbline migrations',
  }).initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const unknown = (await migrationsRun(source)).find((name) => !known.has(name));
    if (unknown)
      throw new Error(
        `the database was made by a newer Plumbline (migration ${unknown}). Update this installation first.`,
      );
    const ran = await source.runMigrations();
    return ran.map(({ name }) => name);
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}

async function migrationsRun(source: DataSource): Promise<string[]> {
  const [table] = await source.query<{ name: string | null }[]>(`SELECT to_regclass('migrations') AS name`);
  if (!table?.name) return [];
  const rows = await source.query<{ name: string }[]>('SELECT name FROM migrations');
  return rows.map(({ name }) => name);
}
