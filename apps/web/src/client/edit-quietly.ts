import { ProblemError } from './problem-error.js';

/**
 * Sends an edit, and once more by itself when somebody else changed other fields meanwhile.
 * @param send one attempt at the version given
 * @throws {ProblemError} with a sentence for people when the same fields were changed, or for any other refusal
 */
export async function editQuietly<T>(
  fields: readonly string[],
  version: number,
  send: (ifMatch: number) => Promise<T>,
): Promise<T> {
  try {
    return await send(version);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'conflict/stale') throw error;
    const changed = error.more.changed as string[];
    if (!fields.some((field) => changed.includes(field)))
      return editQuietly(fields, (error.more.current as { version: number }).version, send);
    throw new Error(
      'Someone else changed the same thing while you wrote. Close this, look at theirs, and edit again.',
    );
  }
}
