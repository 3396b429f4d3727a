/** Collects the values of a statement while its text is written: `add(7)` answers `$3`. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** A literal for the middle of LIKE: its own wildcards mean themselves. */
export function likeLiteral(words: string): string {
  return `%${words.replace(/[\\%_]/g, '\\$&')}%`;
}
