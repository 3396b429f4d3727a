import { inBytes } from './in-bytes.js';

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [48_213, '48 kB'],
  [3_440_000, '3.4 MB'],
  [10_485_760, '10.5 MB'],
])('%d bytes are %s', (size, words) => {
  expect(inBytes(size)).toBe(words);
});
