import { keyFromName } from './key-from-name.js';

test.each([
  ['Feed ranker (EU)', 'feed-ranker-eu'],
  ['  Żółw & Söhne ', 'zo-w-sohne'],
  ['---', ''],
  ['x'.repeat(60), 'x'.repeat(48)],
])('%p becomes %p', (name, key) => expect(keyFromName(name)).toBe(key));
