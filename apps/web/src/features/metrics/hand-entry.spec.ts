import { readEntry } from './hand-entry.js';

const nothing = { size: '', positives: '', value: '' };

test.each([
  ['a share by counting', { size: '200', positives: '118' }, true, { value: 0.59, n: 200 }],
  ['a share as it is', { value: '0,59' }, true, { value: 0.59, n: null }],
  ['a value with its size', { value: '-3.5', size: '40' }, false, { value: -3.5, n: 40 }],
  ['nothing', {}, false, 'Write the value.'],
  ['no share', {}, true, 'Write the positives, or the share itself.'],
  ['a share in percent', { value: '59' }, true, 'A share lies between 0 and 1.'],
  ['positives of nothing', { positives: '3' }, true, 'Say how many were looked at: the size.'],
  [
    'more positives than looked at',
    { size: '2', positives: '3' },
    true,
    'Positives are a whole number from 0 to 2.',
  ],
  ['half a size', { size: '2.5', value: '1' }, false, 'The size is a whole number from 1 on.'],
])('%s', (_, entry, share, read) => expect(readEntry({ ...nothing, ...entry }, share)).toEqual(read));
