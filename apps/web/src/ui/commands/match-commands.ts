import type { Command } from './command.js';

/**
 * Commands that hold every word of the query, best first: label starts with it, a word of the label
 * starts with it, it stands anywhere. Ties keep their order.
 */
export function matchCommands(commands: readonly Command[], query: string): Command[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const ranked = commands.flatMap((command) => {
    const label = command.label.toLowerCase();
    const text = `${label} ${command.group} ${command.words ?? ''}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) return [];
    const whole = words.join(' ');
    const rank = label.startsWith(whole)
      ? 0
      : words.every((word) => ` ${label}`.includes(` ${word}`))
        ? 1
        : 2;
    return [{ command, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ command }) => command);
}
