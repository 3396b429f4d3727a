/** Something a person can do, by palette, key or button. One registry feeds them all. */
export interface Command {
  /** Unique, `area.verb`: `incidents.log`. */
  id: string;
  /** Imperative, sentence case: `Log incident`. */
  label: string;
  /** Heading in the palette and in the sheet of keys. */
  group: string;
  /** Further words that the palette finds it by. */
  words?: string;
  /** Such as `c`, `?`, `shift+n`, `mod+k` (Ctrl, or Cmd on a Mac), or two in a row: `g i`. */
  keys?: string;
  /** Further keys for the same, not shown. */
  otherKeys?: readonly string[];
  /** Works while typing; only sensible for keys with `mod`. */
  whileTyping?: boolean;
  /** Left out of the palette (moves such as J and K). */
  keyOnly?: boolean;
  /** Why it cannot be done now; shown in the palette instead of running. */
  disabledReason?: string | null;
  run: () => void;
}

/** How a key is printed: `shift+n` -> `Shift N`, `mod+enter` -> `Ctrl Enter`, `g i` -> `G I`. */
export function printedKeys(keys: string, isMac = false): string {
  const names: Record<string, string> = {
    mod: isMac ? 'Cmd' : 'Ctrl',
    shift: 'Shift',
    enter: 'Enter',
    escape: 'Esc',
    space: 'Space',
    backspace: 'Backspace',
    arrowup: 'Up',
    arrowdown: 'Down',
  };
  return keys
    .split(/[ +]/)
    .map((key) => names[key] ?? key.toUpperCase())
    .join(' ');
}

/** The key of an event in the notation of `Command.keys`: `mod+k`, `shift+n`, `?`, `g`. */
export function keyOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): string {
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase();
  // Shift is part of a sign such as ? or :, but a modifier of letters and named keys.
  const shift = event.shiftKey && (/^[a-z]$/.test(key) || key.length > 1);
  return [event.ctrlKey || event.metaKey ? 'mod' : '', event.altKey ? 'alt' : '', shift ? 'shift' : '', key]
    .filter(Boolean)
    .join('+');
}
