import { targetOf } from './import-rules.js';
import type { Source } from './source.js';

/** @returns the rings of files that import one another, each once, as "a -> b -> a" */
export function cycles(sources: readonly Source[]): string[] {
  const byStem = new Map(sources.map((source) => [source.path.replace(/\.tsx?$/, ''), source]));
  const done = new Set<string>();
  const rings: string[] = [];

  function visit(stem: string, way: string[]): void {
    const start = way.indexOf(stem);
    if (start >= 0) rings.push([...way.slice(start), stem].join(' -> '));
    if (start >= 0 || done.has(stem)) return;
    const source = byStem.get(stem);
    for (const { specifier, typeOnly } of source?.imports ?? []) {
      const target = typeOnly ? null : targetOf(source!.path, specifier);
      if (target !== null && byStem.has(target)) visit(target, [...way, stem]);
    }
    done.add(stem);
  }

  for (const stem of byStem.keys()) visit(stem, []);
  return rings;
}
