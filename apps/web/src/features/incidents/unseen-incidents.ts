import { useSyncExternalStore } from 'react';

/** Incidents that came in while a list was on screen: nothing moves under the cursor until one asks for them. */
const unseen = new Map<string, readonly string[]>();
const listeners = new Set<() => void>();
const none: readonly string[] = [];

function set(workspace: string, keys: readonly string[]): void {
  unseen.set(workspace, keys);
  for (const listener of listeners) listener();
}

/** Notes that an incident came in. */
export function noteUnseen(workspace: string, key: string): void {
  const before = unseen.get(workspace) ?? none;
  if (!before.includes(key)) set(workspace, [...before, key]);
}

/** They are on screen now. */
export function clearUnseen(workspace: string): void {
  if (unseen.has(workspace)) set(workspace, none);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Keys of the incidents that came in since the list was loaded. */
export function useUnseen(workspace: string): readonly string[] {
  return useSyncExternalStore(subscribe, () => unseen.get(workspace) ?? none);
}
