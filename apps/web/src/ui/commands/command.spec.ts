import { keyOf, printedKeys } from './command.js';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test.each([
  ['c', 'C'],
  ['shift+n', 'Shift N'],
  ['mod+enter', 'Ctrl Enter'],
  ['g i', 'G I'],
  ['?', '?'],
])('%s is printed as %s', (keys, printed) => {
  expect(printedKeys(keys)).toBe(printed);
});

test('a Mac has Cmd', () => {
  expect(printedKeys('mod+k', true)).toBe('Cmd K');
});

test.each([
  [{ ...none, key: 'c' }, 'c'],
  [{ ...none, key: 'N', shiftKey: true }, 'shift+n'],
  [{ ...none, key: '?', shiftKey: true }, '?'],
  [{ ...none, key: 'k', ctrlKey: true }, 'mod+k'],
  [{ ...none, key: 'k', metaKey: true }, 'mod+k'],
  [{ ...none, key: ' ' }, 'space'],
  [{ ...none, key: 'Tab', shiftKey: true }, 'shift+tab'],
])('%j is %s', (event, key) => {
  expect(keyOf(event)).toBe(key);
});
