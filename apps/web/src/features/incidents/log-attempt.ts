import { requestKey } from '../../client/request-key.js';

const storageKey = (workspace: string): string => `plumbline.log-attempt.${workspace}`;

/**
 * The Idempotency-Key for logging these very words. The same words get the same key, also after a reload, so that a
 * request whose answer was lost and its repetition are one act; other words get a new one.
 */
export function attemptKey(workspace: string, words: string): string {
  const kept = read(workspace);
  if (kept?.words === words) return kept.key;
  const key = requestKey();
  write(workspace, JSON.stringify({ words, key }));
  return key;
}

/** The words are logged: the next ones are another act, even when they are the same. */
export function forgetAttempt(workspace: string): void {
  write(workspace, null);
}

// For browsers that refuse storage: as long as the page lives.
let inMemory: string | null = null;

function read(workspace: string): { words: string; key: string } | null {
  try {
    return JSON.parse(localStorage.getItem(storageKey(workspace)) ?? 'null') as ReturnType<typeof read>;
  } catch {
    return JSON.parse(inMemory ?? 'null') as ReturnType<typeof read>;
  }
}

function write(workspace: string, attempt: string | null): void {
  inMemory = attempt;
  try {
    if (attempt) localStorage.setItem(storageKey(workspace), attempt);
    else localStorage.removeItem(storageKey(workspace));
  } catch {
    // Kept in memory.
  }
}
