import { createHash } from 'node:crypto';
import pg from 'pg';
import copyStreams from 'pg-copy-streams';
import type { Partition, TableClosing, TableOpening } from './backup-format.js';

/** A table of ours, with what it takes to read it in the same order everywhere. */
export interface StoredTable extends TableOpening {
  /** What its rows are ordered by: its primary key, text by code points whatever the server's language. */
  key: string[];
}

/** Values as text look the same whatever the server's own settings are; a long table may take its time. */
const settings = [
  'timezone=UTC',
  'datestyle=ISO,YMD',
  'intervalstyle=postgres',
  'extra_float_digits=1',
  'bytea_output=hex',
  'statement_timeout=0',
];

/** Connects for reading or writing whole tables. @param name how the server lists this connection */
export async function connect(databaseUrl: string, name: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: name,
    connectionTimeoutMillis: 10_000,
    options: settings.map((setting) => `-c ${setting}`).join(' '),
  });
  await client.connect();
  return client;
}

/** Every table of ours, those that others refer to first. The list of migrations is not one: it is made anew. */
export async function tablesInOrder(client: pg.ClientBase): Promise<StoredTable[]> {
  const { rows } = await client.query<StoredTable & { needs: string[] }>(
    `SELECT c.relname AS table,
            ARRAY(SELECT a.attname::text FROM pg_attribute a
                   WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                   ORDER BY a.attnum) AS columns,
            ARRAY(SELECT quote_ident(a.attname) || CASE WHEN a.attcollation = 0 THEN '' ELSE ' COLLATE "C"' END
                    FROM pg_index x
                    CROSS JOIN unnest(x.indkey::int[]) WITH ORDINALITY AS k(attnum, place)
                    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
                   WHERE x.indrelid = c.oid AND x.indisprimary AND k.place <= x.indnkeyatts
                   ORDER BY k.place) AS key,
            ARRAY(SELECT DISTINCT f.relname::text FROM pg_constraint r JOIN pg_class f ON f.oid = r.confrelid
                   WHERE r.conrelid = c.oid AND r.contype = 'f' AND f.oid <> c.oid AND NOT f.relispartition) AS needs
       FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND c.relname <> 'migrations'
      ORDER BY c.relname`,
  );
  return inOrder(rows);
}

function inOrder(tables: (StoredTable & { needs: string[] })[]): StoredTable[] {
  const placed = new Map<string, StoredTable>();
  while (placed.size < tables.length) {
    const next = tables.find(
      (table) => !placed.has(table.table) && table.needs.every((name) => placed.has(name)),
    );
    if (!next)
      throw new Error('The tables refer to one another in a circle: they cannot be filled one by one.');
    const { table, columns, key } = next;
    placed.set(table, { table, columns, key });
  }
  return [...placed.values()];
}

/** The parts of partitioned tables that the program has made, beyond those of the migrations. */
export async function partitions(client: pg.ClientBase): Promise<Partition[]> {
  const { rows } = await client.query<Partition>(
    `SELECT p.relname AS parent, c.relname AS name, pg_get_expr(c.relpartbound, c.oid) AS bound
       FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_class p ON p.oid = i.inhparent
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relispartition ORDER BY c.relname`,
  );
  return rows;
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Reads a table whole, ordered by its key, as COPY text.
 * @param take gets the bytes, piece by piece
 * @returns how many rows there were, and their hash
 */
export async function readTable(
  client: pg.ClientBase,
  { table, columns, key }: StoredTable,
  take: (bytes: Buffer) => Promise<void> = async () => undefined,
): Promise<TableClosing> {
  const list = columns.map(quoted).join(', ');
  const order = (key.length > 0 ? key : columns.map(quoted)).join(', ');
  const stream = client.query(
    copyStreams.to(`COPY (SELECT ${list} FROM ${quoted(table)} ORDER BY ${order}) TO STDOUT`),
  );
  const hash = createHash('sha256');
  let rows = 0;
  for await (const bytes of stream as AsyncIterable<Buffer>) {
    hash.update(bytes);
    rows += linesIn(bytes);
    await take(bytes);
  }
  return { rows, sha256: hash.digest('hex') };
}

/** In COPY text every row is one line: line breaks inside values are escaped. */
export function linesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) count += 1;
  return count;
}
