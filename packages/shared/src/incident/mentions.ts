/** Somebody who can be mentioned. */
export interface Mentionable {
  id: string;
  name: string;
}

const stored = /<@([0-9a-f]{8}-[0-9a-f-]{27})>/g;
const wordSign = /[\p{L}\p{N}_]/u;

/** @returns the ids of the people whom a stored text mentions, each once */
export function mentionedIn(text: string): string[] {
  return [...new Set([...text.matchAll(stored)].map(([, id]) => id!))];
}

/**
 * Writes mentions by id, so that they follow when somebody is renamed: `@Hana Sato` becomes `<@0192...>`. Of two
 * names that fit the longer one counts; a name that two people bear mentions both.
 */
export function storeMentions(text: string, people: readonly Mentionable[]): string {
  const names = [...new Set(people.map(({ name }) => name))].sort((one, other) => other.length - one.length);
  let result = '';
  let at = 0;
  while (at < text.length) {
    const name = text[at] === '@' && !wordSign.test(text[at - 1] ?? ' ') ? nameAt(text, at + 1, names) : null;
    if (name === null) {
      result += text[at];
      at += 1;
    } else {
      result += people
        .filter((one) => one.name === name)
        .map(({ id }) => `<@${id}>`)
        .join(' ');
      at += 1 + name.length;
    }
  }
  return result;
}

function nameAt(text: string, from: number, names: readonly string[]): string | null {
  const fits = (name: string): boolean =>
    text.slice(from, from + name.length).toLowerCase() === name.toLowerCase() &&
    !wordSign.test(text[from + name.length] ?? ' ');
  return names.find(fits) ?? null;
}

/** Writes mentions as people read them: by the name that somebody has now. */
export function showMentions(text: string, people: readonly Mentionable[]): string {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return text.replace(stored, (_, id: string) => `@${names.get(id) ?? 'somebody'}`);
}
