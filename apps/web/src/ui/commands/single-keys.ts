import { useSyncExternalStore } from 'react';

const storageKey = 'plumbline.single-keys';
const listeners = new Set<() => void>();

/** Whether keys without Ctrl do anything (WCAG 2.1.4: they can be switched off). */
export function singleKeysAreOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

export function setSingleKeys(on: boolean): void {
  try {
    localStorage.setItem(storageKey, on ? 'on' : 'off');
  } catch {
    // Without storage the choice cannot be kept; the default stays.
  }
  for (const listener of listeners) listener();
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, singleKeysAreOn);
}
