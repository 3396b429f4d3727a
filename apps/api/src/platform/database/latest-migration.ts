import type { Database } from './database.js';

/** @returns the number of the newest migration that has run: 3 for `0003-words.sql`; 0 for none */
export async function latestMigration(database: Database): Promise<number> {
  const row = await database.first<{ latest: string | null }>(
    `SELECT max(right(name, 13)::bigint) AS latest FROM migrations`,
  );
  return Number(row?.latest ?? 0);
}
