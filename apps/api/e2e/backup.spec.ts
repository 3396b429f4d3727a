import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  statSync,
  writeFileSync,
  existsSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { contentsOf, restoreBackup } from '../src/harness/backup/restore-backup.js';
import { takeBackup, verifyBackup } from '../src/harness/backup/take-backup.js';
import { connect } from '../src/harness/backup/stored-tables.js';
import { repositoryRoot } from '../src/harness/repository-root.js';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../src/harness/test-database.js';

const migrations = join(repositoryRoot, 'migrations');
const taken = new Date('2026-11-20T09:00:00Z');
let folder: string;
let file: string;
let source: TestDatabase;
const databases: TestDatabase[] = [];

async function run(url: string, ...statements: string[]): Promise<pg.QueryResult[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const results: pg.QueryResult[] = [];
    for (const statement of statements) results.push(await client.query(statement));
    return results;
  } finally {
    await client.end();
  }
}

async function empty(): Promise<TestDatabase> {
  const database = await createEmptyDatabase();
  databases.push(database);
  return database;
}

async function contents(url: string) {
  const client = await connect(url, 'plumbline test');
  return contentsOf(client).finally(() => client.end());
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-backup-'));
  file = join(folder, 'whole.backup.gz');
  source = await createTestDatabase();
  databases.push(source);
  // Text that COPY has to escape, numbers at the edge, a link from a table into itself, a partition of our own.
  const w = `'00000000-0000-7000-8000-000000000001'`;
  const id = (digit: number) => `'00000000-0000-7000-8000-00000000000${digit}'`;
  await run(
    source.url,
    `INSERT INTO person VALUES (${id(2)}, 'é@example.com', E'tab\\t line\\n back\\\\ 漢字 🙂', 'hash', '2026-01-01')`,
    `INSERT INTO workspace VALUES (${w}, 'acme', 'Acme', 'UTC', '2026-01-01')`,
    `INSERT INTO ai_system (workspace_id, id, key, name, stage, role, risk_class, jurisdictions, created_at, updated_at)
     VALUES (${w}, ${id(3)}, 'feed', 'Feed', 'production', 'provider', 'high', '{EU,"U S"}', '2026-01-01', '2026-01-01')`,
    `INSERT INTO metric (workspace_id, id, system_id, key, name, role, kind, direction, scale, granularity, basis,
                         created_at, updated_at)
     VALUES (${w}, ${id(4)}, ${id(3)}, 'm', 'M', 'intent', 'reward', 'higher_better', 'unbounded', 'response', 'outcome',
             '2026-01-01', '2026-01-01')`,
    `INSERT INTO series (workspace_id, id, metric_id, created_at) VALUES (${w}, ${id(5)}, ${id(4)}, '2026-01-01')`,
    `CREATE TABLE observation_2026_01 PARTITION OF observation FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2026-02-01 00:00:00+00')`,
    `INSERT INTO observation SELECT ${w}, ${id(5)}, timestamptz '2025-12-01' + i * interval '1 minute', i / 3.0, NULL
       FROM generate_series(1, 50000) i`,
    `INSERT INTO observation VALUES (${w}, ${id(5)}, '2027-01-01', 'NaN', 1), (${w}, ${id(5)}, '2027-01-02', 5e-324, 1)`,
    `INSERT INTO incident (workspace_id, id, number, title, record_kind, triage_state, duplicate_of_id, reported_at,
                           updated_at, reporter_kind, reporter_name, source_kind, external_ids)
     VALUES (${w}, ${id(6)}, 1, 'first', 'incident', 'duplicate', ${id(7)}, '2026-01-01', '2026-01-01', 'key', 'k', 'api', '[{"id": 1}]'),
            (${w}, ${id(7)}, 2, 'second', 'incident', 'pending', NULL, '2026-01-01', '2026-01-01', 'key', 'k', 'api', '[]')`,
  );
  await takeBackup(source.url, file, taken);
});

afterAll(async () => {
  for (const database of databases) await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

test('counts and hashes are equal after a restore, table by table', async () => {
  const before = await contents(source.url);
  const target = await empty();
  const { movedOn } = await restoreBackup(target.url, file, migrations);
  expect(movedOn).toEqual([]);
  expect(await contents(target.url)).toEqual(before);
  expect(before.observation!.rows).toBe(50_002);
  const [parts] = await run(target.url, `SELECT count(*)::int AS rows FROM observation_2026_01`);
  expect(parts!.rows).toEqual([{ rows: 5361 }]);
});

test('the header says what it is, and only its owner may read it', async () => {
  const { header } = await verifyBackup(file);
  expect(header).toMatchObject({ plumbline: 'backup', format: 1, takenAt: taken.toISOString() });
  expect(header.migration).toBe(header.migrations.length);
  expect(statSync(file).mode & 0o077).toBe(0);
});

test('a later version takes the backup in as it was and then moves on', async () => {
  const later = join(folder, 'later');
  cpSync(migrations, later, { recursive: true });
  writeFileSync(
    join(later, '9000-shout.sql'),
    `ALTER TABLE person ADD COLUMN loud text; UPDATE person SET loud = upper(email);`,
  );
  const target = await empty();
  const { movedOn } = await restoreBackup(target.url, file, later);
  expect(movedOn).toEqual(['shout0000000009000']);
  const [people] = await run(target.url, 'SELECT loud FROM person');
  expect(people!.rows).toEqual([{ loud: 'É@EXAMPLE.COM' }]);
});

test('an earlier version refuses it and keeps nothing', async () => {
  const earlier = join(folder, 'earlier');
  cpSync(migrations, earlier, { recursive: true });
  rmSync(join(earlier, readdirSync(earlier).sort().at(-1)!));
  const target = await empty();
  await expect(restoreBackup(target.url, file, earlier)).rejects.toThrow('from a newer Plumbline');
});

test('an installation that holds something is refused, and left alone', async () => {
  const before = await contents(source.url);
  await expect(restoreBackup(source.url, file, migrations)).rejects.toThrow('already holds data');
  expect(await contents(source.url)).toEqual(before);
});

test('an installation that was started but never set up counts as empty', async () => {
  const target = await createTestDatabase();
  databases.push(target);
  await restoreBackup(target.url, file, migrations);
  expect(await contents(target.url)).toEqual(await contents(source.url));
});

test('a database that a Plumbline is using is refused', async () => {
  const target = await empty();
  const user = new pg.Client({ connectionString: target.url, application_name: 'plumbline' });
  await user.connect();
  await expect(restoreBackup(target.url, file, migrations)).rejects.toThrow('Stop it, restore');
  await user.end();
});

describe('files that cannot be restored', () => {
  const cut = () => {
    const path = join(folder, 'cut.gz');
    cpSync(file, path);
    truncateSync(path, statSync(file).size - 1000);
    return path;
  };
  const changed = () => {
    const path = join(folder, 'changed.gz');
    writeFileSync(
      path,
      gzipSync(
        Buffer.from(gunzipSync(readFileSync(file)).toString('latin1').replace('second', 'sekond'), 'latin1'),
      ),
    );
    return path;
  };
  const other = () => {
    const path = join(folder, 'other.gz');
    writeFileSync(path, 'hello');
    return path;
  };
  test.each<[string, () => string, string]>([
    ['cut short', cut, 'is cut short'],
    ['changed on the way', changed, 'is damaged: the table "incident"'],
    ['something else', other, 'is not a backup of Plumbline'],
    ['not there', () => join(folder, 'nothing'), 'There is no file'],
  ])('%s', async (_, make, words) => {
    const target = await empty();
    await expect(restoreBackup(target.url, make(), migrations)).rejects.toThrow(words);
    const [tables] = await run(
      target.url,
      `SELECT count(*)::int AS tables FROM pg_tables WHERE schemaname = 'public'`,
    );
    expect(tables!.rows).toEqual([{ tables: 0 }]);
  });
});

test('a backup that fails leaves no file behind', async () => {
  const nothing = await empty();
  const path = join(folder, 'nothing.backup.gz');
  await expect(takeBackup(nothing.url, path, taken)).rejects.toThrow('holds no Plumbline yet');
  expect([existsSync(path), existsSync(`${path}.part`)]).toEqual([false, false]);
});
