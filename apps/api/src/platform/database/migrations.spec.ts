import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createEmptyDatabase } from '../../harness/test-database.js';
import { migrate } from './migrations.js';

let folder: string;
let database: { url: string; drop(): Promise<void> };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-migrations-'));
  database = await createEmptyDatabase();
});
afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const write = (file: string, sql: string) => writeFileSync(join(folder, file), sql);

async function ask<T>(sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

const two = () => {
  write('0001-people.sql', 'CREATE TABLE person (id int); CREATE TABLE team (id int);');
  write('0002-names.sql', 'ALTER TABLE person ADD COLUMN name text;');
};

test('files run once, in the order of their numbers', async () => {
  two();
  expect(await migrate(database.url, folder)).toEqual(['people0000000000001', 'names0000000000002']);
  expect(await migrate(database.url, folder)).toEqual([]);
});

test('several processes that start at once run each file once', async () => {
  two();
  const ran = await Promise.all([1, 2, 3].map(() => migrate(database.url, folder)));
  expect(ran.flat().sort()).toEqual(['names0000000000002', 'people0000000000001']);
});

test('a file that fails leaves nothing of itself, and is named', async () => {
  two();
  write('0003-broken.sql', 'CREATE TABLE half (id int); SELECT nonsense;');
  await expect(migrate(database.url, folder)).rejects.toThrow('migrations/0003-broken.sql failed');
  expect(await ask(`SELECT to_regclass('half') AS half, to_regclass('person') IS NULL AS lost`)).toEqual([
    { half: null, lost: false },
  ]);
});

test('a file marked no-transaction runs statement by statement', async () => {
  two();
  write(
    '0003-indexes.sql',
    '-- no-transaction\nCREATE INDEX CONCURRENTLY person_id ON person (id);\n' +
      '-- and one more\nCREATE INDEX CONCURRENTLY person_name ON person (name);\n',
  );
  await migrate(database.url, folder);
  expect(await ask(`SELECT indexname FROM pg_indexes WHERE tablename = 'person' ORDER BY 1`)).toEqual([
    { indexname: 'person_id' },
    { indexname: 'person_name' },
  ]);
});

test('a database that is newer than the code is refused', async () => {
  two();
  await migrate(database.url, folder);
  rmSync(join(folder, '0002-names.sql'));
  await expect(migrate(database.url, folder)).rejects.toThrow('made by a newer Plumbline');
});

test('a restore can stop at the migrations of its backup, and go on later', async () => {
  two();
  expect(await migrate(database.url, folder, { only: ['people0000000000001'] })).toHaveLength(1);
  expect(await migrate(database.url, folder)).toEqual(['names0000000000002']);
});

test.each([
  ['two files with one number', '0001-teams.sql', 'have the same number'],
  ['a file without a number', 'teams.sql', 'must be called NNNN-words.sql'],
])('%s: refused before anything runs', async (_, file, sentence) => {
  two();
  write(file, 'CREATE TABLE extra (id int);');
  await expect(migrate(database.url, folder)).rejects.toThrow(sentence);
  expect(await ask(`SELECT to_regclass('person') AS person`)).toEqual([{ person: null }]);
});
