import { useSyncExternalStore } from 'react';

export interface Toast {
  id: number;
  message: string;
  /** Takes the act back; the toast then stays for ten seconds and Ctrl Z does the same. */
  undo?: () => void;
  /** A failure stays until it is dismissed. */
  failed?: boolean;
  /** For support, with a failure. */
  requestId?: string;
}

export const undoWindowMs = 10_000;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says that something was done, with a way back where there is one. At most three at a time. */
export function toast(message: string, more: Omit<Toast, 'id' | 'message'> = {}): number {
  lastId += 1;
  const one: Toast = { id: lastId, message, ...more };
  set([...toasts, one].slice(-3));
  if (!one.failed) setTimeout(() => dismissToast(one.id), one.undo ? undoWindowMs : 5_000);
  return one.id;
}

/** Says that something failed, in the words of the error. */
export function toastFailure(error: unknown): void {
  const message = error instanceof Error ? error.message : 'That did not work. Try again.';
  const requestId = error instanceof Error && 'requestId' in error ? String(error.requestId) : undefined;
  toast(message, { failed: true, requestId });
}

export function dismissToast(id: number): void {
  if (toasts.some((one) => one.id === id)) set(toasts.filter((one) => one.id !== id));
}

/** Takes back the newest act that can be taken back. @returns false when there is none */
export function undoLast(): boolean {
  const one = toasts.findLast(({ undo }) => undo);
  if (!one) return false;
  dismissToast(one.id);
  one.undo?.();
  return true;
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
}
