import type { Database } from '../../platform/database/database.js';

/** A foreign key between two tables of ours, apart from the workspace. */
export interface Reference {
  child: string;
  column: string;
  parent: string;
  parentColumn: string;
  /** Whether the child's rows have an id of their own that others may refer to. */
  childHasId: boolean;
  /** Whether a child can do without: then it is unlinked, not removed. */
  optional: boolean;
  /** Whether the database itself takes care of the child (cascade, set null). */
  seenTo: boolean;
}

/** Reads from the catalogue which tables refer to which, so that a new table needs no mention here. */
export async function readReferences(database: Database): Promise<Reference[]> {
  return database.query<Reference & Record<string, unknown>>(
    `SELECT child.relname AS child, a.attname AS column, parent.relname AS parent, b.attname AS "parentColumn",
            EXISTS (SELECT 1 FROM pg_attribute i
                     WHERE i.attrelid = child.oid AND i.attname = 'id' AND NOT i.attisdropped) AS "childHasId",
            NOT a.attnotnull AND EXISTS (SELECT 1 FROM pg_attribute i WHERE i.attrelid = child.oid
                                            AND i.attname = 'id' AND NOT i.attisdropped) AS optional, f.confdeltype IN ('c', 'n') AS "seenTo"
       FROM pg_constraint f
       JOIN pg_class child ON child.oid = f.conrelid
       JOIN pg_class parent ON parent.oid = f.confrelid
       CROSS JOIN unnest(f.conkey, f.confkey) AS k(own, other)
       JOIN pg_attribute a ON a.attrelid = child.oid AND a.attnum = k.own
       JOIN pg_attribute b ON b.attrelid = parent.oid AND b.attnum = k.other
      WHERE f.contype = 'f' AND f.conparentid = 0 AND child.relnamespace = 'public'::regnamespace
        AND b.attname <> 'workspace_id' AND parent.relname <> 'workspace'
      ORDER BY child.relname, a.attname`,
  );
}

/** Rows that are to go: of each table, by which column and which values. */
export type Doomed = Map<string, Map<string, Set<string>>>;

/**
 * Follows the references from some rows to everything that hangs on them.
 * @returns what has to go with them, and they themselves
 */
export async function everythingOn(
  database: Database,
  workspaceId: string,
  references: readonly Reference[],
  roots: Record<string, string[]>,
): Promise<Doomed> {
  const doomed: Doomed = new Map();

  function add(table: string, column: string, ids: string[]): string[] {
    const columns = doomed.get(table) ?? new Map<string, Set<string>>();
    const known = columns.get(column) ?? new Set<string>();
    const fresh = ids.filter((id) => !known.has(id));
    for (const id of fresh) known.add(id);
    doomed.set(table, columns.set(column, known));
    return fresh;
  }

  async function follow(table: string, ids: string[]): Promise<void> {
    const fresh = add(table, 'id', ids);
    if (fresh.length === 0) return;
    for (const { child, column, childHasId, optional } of needing(references, table)) {
      if (optional) continue;
      if (!childHasId) add(child, column, fresh);
      else await follow(child, await idsOf(child, column, fresh));
    }
  }

  async function idsOf(table: string, column: string, values: string[]): Promise<string[]> {
    const rows = await database.query<{ id: string }>(
      `SELECT id FROM "${table}" WHERE workspace_id = $1 AND "${column}" = ANY ($2)`,
      [workspaceId, values],
    );
    return rows.map(({ id }) => id);
  }

  for (const [table, ids] of Object.entries(roots)) await follow(table, ids);
  return doomed;
}

const needing = (references: readonly Reference[], table: string): Reference[] =>
  references.filter((reference) => reference.parent === table && !reference.seenTo);

/** Unlinks rows that stay from rows that go. */
async function unlink(
  database: Database,
  workspaceId: string,
  references: readonly Reference[],
  doomed: Doomed,
): Promise<void> {
  for (const [table, columns] of doomed)
    for (const { child, column } of needing(references, table).filter(({ optional }) => optional)) {
      const going = [...(doomed.get(child)?.get('id') ?? [])];
      await database.query(
        `UPDATE "${child}" SET "${column}" = NULL
          WHERE workspace_id = $1 AND "${column}" = ANY ($2) AND NOT id = ANY ($3)`,
        [workspaceId, [...(columns.get('id') ?? [])], going],
      );
    }
}

/** Deletes the rows, those first that refer to others. */
export async function deleteAll(
  database: Database,
  workspaceId: string,
  references: readonly Reference[],
  doomed: Doomed,
): Promise<void> {
  await unlink(database, workspaceId, references, doomed);
  const left = new Map(doomed);
  while (left.size > 0) {
    const refersTo = (table: string) =>
      references.some((r) => r.parent === table && r.child !== table && !r.seenTo && left.has(r.child));
    const next = [...left.keys()].find((table) => !refersTo(table));
    if (next === undefined)
      throw new Error(`Tables refer to one another in a circle: ${[...left.keys()].join()}`);
    for (const [column, values] of left.get(next)!)
      await database.query(`DELETE FROM "${next}" WHERE workspace_id = $1 AND "${column}" = ANY ($2)`, [
        workspaceId,
        [...values],
      ]);
    left.delete(next);
  }
}

/** @returns those of the values that some row still refers to */
export async function stillNamed(
  database: Database,
  references: readonly Reference[],
  parent: string,
  values: string[],
  except: readonly string[] = [],
): Promise<Set<string>> {
  const named = new Set<string>();
  for (const { child, column } of references.filter(
    (r) => r.parent === parent && !except.includes(r.child),
  )) {
    const rows = await database.query<{ value: string }>(
      `SELECT DISTINCT "${column}" AS value FROM "${child}" WHERE "${column}" = ANY ($1)`,
      [values],
    );
    for (const { value } of rows) named.add(value);
  }
  return named;
}
