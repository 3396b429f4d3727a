import { mentionAt, namesFor } from './mention-at.js';

const names = ['Hana Sato', 'Jonas Lindqvist', 'Amara Okafor'];

test.each([
  ['Ask @ha', 7, ['Hana Sato']],
  ['Ask @', 5, names],
  ['Ask @lind', 9, ['Jonas Lindqvist']],
  ['Ask @hana s', 11, ['Hana Sato']],
  ['Ask @Hana Sato now', 18, []],
  ['mail@hana', 9, []],
  ['@hana and', 5, ['Hana Sato']],
  ['no mention', 10, []],
  ['@ha\nna', 6, []],
])('%j at %d offers', (text, caret, offered) => {
  const begun = mentionAt(text, caret);
  expect(begun ? namesFor(begun.words, names) : []).toEqual(offered);
});
