/**
 * What stands at a JSON pointer (RFC 6901); '' is the whole. Only what the document itself holds is found, never what
 * every object inherits.
 * @returns undefined where there is nothing
 */
export function atPointer(document: unknown, pointer: string): unknown {
  if (pointer === '') return document;
  let here: unknown = document;
  for (const part of pointer.slice(1).split('/')) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) return undefined;
    here = (here as Record<string, unknown>)[name];
  }
  return here;
}
