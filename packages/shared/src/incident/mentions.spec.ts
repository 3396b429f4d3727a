import { mentionedIn, showMentions, storeMentions } from './mentions.js';

const hana = { id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a10', name: 'Hana Sato' };
const han = { id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a11', name: 'Hana' };
const twin = { id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a12', name: 'Hana Sato' };
const inWords = (text: string, people = [hana, han]) => showMentions(storeMentions(text, people), people);

test.each([
  ['Ask @Hana Sato.', [hana.id]],
  ['Ask @hana sato, please', [hana.id]],
  ['Ask @Hana about it', [han.id]],
  ['@Hana Sato and @Hana', [hana.id, han.id]],
  ['@Hana Sato, @Hana Sato', [hana.id]],
  ['mail@Hana', []],
  ['@Hanako', []],
  ['@nobody', []],
  ['', []],
])('%s', (text, ids) => {
  expect(mentionedIn(storeMentions(text, [hana, han]))).toEqual(ids);
});

test('a mention follows when somebody is renamed', () => {
  const kept = storeMentions('Ask @Hana Sato', [hana]);
  expect(showMentions(kept, [{ ...hana, name: 'Hana Mori' }])).toBe('Ask @Hana Mori');
  expect(showMentions(kept, [])).toBe('Ask @somebody');
});

test('what is shown and stored again says the same', () => {
  expect(inWords(inWords('@Hana, @Hana Sato: ```@x```'))).toBe('@Hana, @Hana Sato: ```@x```');
});

test('a name that two bear mentions both', () => {
  expect(mentionedIn(storeMentions('@Hana Sato', [hana, twin]))).toEqual([hana.id, twin.id]);
});
