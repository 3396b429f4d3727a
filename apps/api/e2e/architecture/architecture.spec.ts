import { cycles } from './cycles.js';
import { wrongWays } from './import-rules.js';
import { filesBelow, readText } from './repository-sources.js';
import { readSource } from './source.js';
import { brokenText, databaseClock, emptyName, tooLong } from './text-rules.js';

const code = ['apps', 'packages', 'bench'].flatMap((folder) => filesBelow(folder, /\.tsx?$/));
/** The rules themselves name what they forbid. */
const own = 'apps/api/e2e/architecture/';
const sources = code
  .filter((path) => !path.endsWith('.d.ts'))
  .map((path) => readSource(path, readText(path)));
const others = [
  ...['apps', 'scripts', 'bench'].flatMap((folder) => filesBelow(folder, /\.(css|mjs)$/)),
  ...filesBelow('migrations', /\.sql$/),
];

test('the house is read whole', () => {
  const folders = ['apps/api/src/', 'apps/web/src/', 'packages/shared/src/'];
  for (const folder of folders)
    expect(code.filter((path) => path.startsWith(folder)).length).toBeGreaterThan(20);
});

test('imports run one way, as house.ts draws it', () => {
  expect(sources.flatMap(wrongWays)).toEqual([]);
});

test('no file imports itself, not even in a circle', () => {
  expect(cycles(sources)).toEqual([]);
});

test('names say what is inside', () => {
  expect([...code, ...others].flatMap(emptyName)).toEqual([]);
});

test('files are short, hand on nothing, and leave the time to the clock', () => {
  const texts = others.map((path) => ({ path, text: readText(path) }));
  expect([
    ...sources.filter(({ path }) => !path.startsWith(own)).flatMap(brokenText),
    ...texts.flatMap(({ path, text }) => [...tooLong(path, text), ...databaseClock(path, text)]),
  ]).toEqual([]);
});
