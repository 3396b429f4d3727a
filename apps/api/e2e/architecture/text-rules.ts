import { emptyNames, longestFile } from './house.js';
import type { Source } from './source.js';

const quoted = /`(?:[^`\\]|\\.)*`|'(?:[^'\\\n]|\\.)*'/g;
const sqlWord = /\b(SELECT|INSERT|UPDATE|DELETE|WHERE|VALUES|SET)\b/;
const sqlNow = /\b(now\(\)|current_timestamp|localtimestamp|clock_timestamp\(\)|transaction_timestamp\(\))/i;
const decorated = /@(Body|Query|Param)\(\{\s*schema:\s*(\w+)\s*\}\)\s*(\w+|\{[^}]*\})\s*:\s*([\w.]+)/g;

/** @returns a sentence for each part of a path that says nothing about what is inside */
export function emptyName(path: string): string[] {
  return path
    .split('/')
    .map((part) => part.replace(/\.(spec|test)?\.?(tsx?|mjs|css|sql)$/, ''))
    .flatMap((part) => part.split(/[.\-_]/).map((word) => ({ part, word })))
    .filter(({ part, word }) => isEmpty(word, part))
    .map(({ word }) => `${path}: "${word}" says nothing about what is inside.`);
}

/** `core` and `base` may be half of a real word; alone they are not one. */
function isEmpty(word: string, part: string): boolean {
  const alone = word === part;
  const never = ['utils', 'util', 'helpers', 'helper', 'misc', 'dto', 'manager'];
  const lower = word.toLowerCase();
  return alone ? (emptyNames as readonly string[]).includes(lower) : never.includes(lower);
}

/** @returns a sentence for each way in which a file's text breaks the rules of the house */
export function brokenText({ path, text, onlyHandsOn }: Source): string[] {
  return [
    ...tooLong(path, text),
    ...(onlyHandsOn ? [`${path} only hands on what others export: import from where it is made.`] : []),
    ...(/\bforwardRef\b/.test(text) ? [`${path} uses forwardRef: turn the dependency around.`] : []),
    ...(/\b(class|interface|type)\s+\w+Dto\b/.test(text) ? [`${path} names something Dto.`] : []),
    ...mismatches(path, text),
    ...databaseClock(path, text),
  ];
}

/** @returns a sentence when the file has more lines than one idea takes */
export function tooLong(path: string, text: string): string[] {
  const lines = text.trimEnd().split('\n').length;
  return lines > longestFile ? [`${path} has ${lines} lines; ${longestFile} is the most.`] : [];
}

/** `@Body({ schema: A }) x: B` compiles though A is not B: the names must agree. */
function mismatches(path: string, text: string): string[] {
  return [...text.matchAll(decorated)]
    .filter(([, decorator, schema, , type]) => decorator === 'Body' && schema !== type)
    .map(([, , schema, , type]) => `${path}: a body checked as ${schema} is called ${type}.`);
}

/** Time comes from the clock and enters SQL as a parameter, so that tests can turn it. */
export function databaseClock(path: string, text: string): string[] {
  const statements = path.endsWith('.sql')
    ? [text.replace(/--.*$/gm, '')]
    : [...text.matchAll(quoted)].map(([literal]) => literal).filter((literal) => sqlWord.test(literal));
  return statements.some((statement) => sqlNow.test(statement))
    ? [`${path} asks the database for the time: pass it in from the clock.`]
    : [];
}
