import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Command } from './command.js';

type Source = { read: () => readonly Command[] };

let sources: readonly Source[] = [];
let snapshot: readonly Command[] = [];
const listeners = new Set<() => void>();

/** What can be done now. A page's command stands before one of the shell with the same id or key. */
export function currentCommands(): readonly Command[] {
  const seen = new Set<string>();
  return sources.flatMap((source) => source.read()).filter(({ id }) => !seen.has(id) && seen.add(id));
}

function changed(): void {
  snapshot = currentCommands();
  for (const listener of listeners) listener();
}

/**
 * Offers commands for as long as the component is on screen. Pass a fresh array on every render: the
 * newest closures are the ones that run.
 */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  const shape = commands
    .map(({ id, label, keys, disabledReason }) => [id, label, keys, disabledReason].join())
    .join(';');
  useEffect(() => {
    const source: Source = { read: () => latest.current };
    sources = [source, ...sources];
    changed();
    return () => {
      sources = sources.filter((other) => other !== source);
      changed();
    };
  }, [shape]);
}

/** The list for palette and sheet; changes when commands come or go. */
export function useAvailableCommands(): readonly Command[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => snapshot,
  );
}
