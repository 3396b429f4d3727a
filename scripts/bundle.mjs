// How heavy the web pages are: the entry with all it needs at once, and each lazy part. Sizes are gzip, in kB.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './bootstrap.mjs';

const dist = join(root, 'apps', 'web', 'dist');
const kilobytes = (bytes) => Math.round(bytes / 100) / 10;
const read = (file) => JSON.parse(readFileSync(join(dist, '.vite', file), 'utf8'));
const sizeOf = (file) => gzipSync(readFileSync(join(dist, file))).length;

/** A chunk with everything that is loaded before it can run. */
function closure(manifest, key, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  for (const needed of manifest[key].imports ?? []) closure(manifest, needed, found);
  return found;
}

/** What is loaded for sure when a lazy part is asked for: the entry, and what all that can ask for it need. */
function loadedBefore(manifest, key, entry) {
  const askers = Object.keys(manifest).filter((one) => manifest[one].dynamicImports?.includes(key));
  const needs = askers.map((asker) => closure(manifest, asker));
  const common = [...(needs[0] ?? [])].filter((one) => needs.every((need) => need.has(one)));
  return new Set([...entry, ...common]);
}

const sum = (manifest, keys) => [...keys].reduce((total, key) => total + sizeOf(manifest[key].file), 0);

function contentsOf(manifest, keys) {
  const contents = read('contents.json');
  const totals = {};
  for (const key of keys)
    for (const [owner, bytes] of Object.entries(contents[manifest[key].file] ?? {}))
      totals[owner] = (totals[owner] ?? 0) + bytes;
  return Object.entries(totals).sort(([, one], [, other]) => other - one);
}

/**
 * Prints the sizes and what the entry holds.
 * @returns a line for the summary
 * @throws Error when the entry is over 180 kB or a lazy part adds more than 60 kB to it
 */
export function checkBundle() {
  const manifest = read('manifest.json');
  const entryKey = Object.keys(manifest).find((key) => manifest[key].isEntry);
  const entry = closure(manifest, entryKey);
  const entrySize = kilobytes(sum(manifest, entry));
  console.log(`entry ${entrySize} kB of 180, of these before minifying:`);
  for (const [owner, bytes] of contentsOf(manifest, entry).slice(0, 14))
    console.log(`  ${owner.padEnd(32)} ${String(kilobytes(bytes)).padStart(7)} kB`);
  const lazy = Object.keys(manifest)
    .filter((key) => manifest[key].isDynamicEntry)
    .map((key) => {
      const there = loadedBefore(manifest, key, entry);
      const added = [...closure(manifest, key)].filter((one) => !there.has(one));
      return { name: manifest[key].name ?? key, size: kilobytes(sum(manifest, added)) };
    })
    .sort((one, other) => other.size - one.size);
  console.log('lazy parts, what each adds:');
  for (const { name, size } of lazy) console.log(`  ${name.padEnd(32)} ${String(size).padStart(7)} kB of 60`);
  const heavy = lazy.filter(({ size }) => size > 60).map(({ name }) => name);
  if (entrySize > 180) throw new Error(`The entry weighs ${entrySize} kB; 180 is the most.`);
  if (heavy.length > 0) throw new Error(`These lazy parts weigh over 60 kB: ${heavy.join(', ')}.`);
  return `entry ${entrySize} kB, ${lazy.length} lazy parts`;
}
