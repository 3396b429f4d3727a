import { readPrefill } from './log-prefill.js';

test.each<[string, Record<string, unknown>, object]>([
  [
    'a bookmarklet',
    { title: 'Odd', link: 'https://x.example/1' },
    { title: 'Odd', link: 'https://x.example/1' },
  ],
  [
    'the three boxes',
    { wanted: 'a', specified: 'b', happened: 'c' },
    { intendedGoal: 'a', specifiedObjective: 'b', observedBehaviour: 'c' },
  ],
  ['its own words after a reload', { intendedGoal: 'a' }, { intendedGoal: 'a' }],
  ['a number as a title', { title: 42 }, { title: '42' }],
  ['no script as an address', { link: 'javascript:alert(1)' }, {}],
  ['no name as an id', { system: 'feed' }, {}],
])('an address fills in %s', (_, search, filled) => {
  expect(readPrefill(search)).toEqual(filled);
});
