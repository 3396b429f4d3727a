import { ProblemError } from './problem-error.js';

/** Someone else changed the very fields that were to be saved. */
export class EditConflict<T> extends Error {
  override readonly name = 'EditConflict';
  /** @param current the record as it is now @param fields those that both changed */
  constructor(
    readonly current: T,
    readonly fields: readonly string[],
  ) {
    super(
      `Someone else changed this meanwhile (${fields.join(', ')}). ` +
        'Save again to put yours in its place, or close to keep theirs.',
    );
  }
}

/** What a form changed: only the fields that differ from the record it began with. */
export function changesOf<C extends object>(before: C, after: C): Partial<C> {
  const names = Object.keys(after) as (keyof C)[];
  const changed = names.filter((name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]));
  return Object.fromEntries(changed.map((name) => [name, after[name]])) as unknown as Partial<C>;
}

/**
 * Saves changes of a versioned record. When somebody else was faster but changed other fields, saves once more
 * on top of theirs.
 * @throws {EditConflict} when the same fields were changed
 */
export async function saveVersioned<T extends { version: number }>(
  version: number,
  changes: object,
  send: (version: number) => Promise<T>,
): Promise<T> {
  try {
    return await send(version);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status !== 412) throw error;
    const { current, changed } = error.more as { current?: T; changed?: string[] };
    if (!current || !changed) throw error;
    const both = changed.filter((field) => Object.hasOwn(changes, field));
    if (both.length > 0) throw new EditConflict(current, both);
    return send(current.version);
  }
}
