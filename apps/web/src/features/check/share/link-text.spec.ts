import { exampleTexts } from '../example-runs.js';
import { fragmentOf, mostLinkCharacters, pastedFromFragment } from './link-text.js';

const damaged = 'This link is damaged';

test('what was pasted and said comes out of the link as it went in', async () => {
  const pasted = {
    text: `${exampleTexts.turned}\n“Wörter” 数`,
    said: { axis: 'kl', intent: { scale: 'score' } },
  } as const;
  const fragment = await fragmentOf(pasted);
  expect(fragment).toMatch(/^d=[\w-]+$/);
  expect(fragment.length).toBeLessThan(1200);
  expect(await pastedFromFragment(`#${fragment}`)).toEqual(pasted);
});

test('a thousand rows still fit', async () => {
  const rows = Array.from(
    { length: 1000 },
    (_, at) => `${at}\t${Math.sin(at).toFixed(3)}\t${Math.cos(at * 7).toFixed(3)}`,
  );
  expect((await fragmentOf({ text: rows.join('\n'), said: {} })).length).toBeLessThan(mostLinkCharacters);
});

test.each(['', '#', '#top', '#x=1'])('%j carries no data', async (hash) =>
  expect(await pastedFromFragment(hash)).toBeNull(),
);

test('a link that was cut off, mistyped or packs something else is refused', async () => {
  const fragment = await fragmentOf({ text: exampleTexts.turned, said: {} });
  const other = await fragmentOf({ text: 5 as unknown as string, said: {} });
  for (const broken of [fragment.slice(0, 60), `${fragment.slice(0, 40)}%%%`, 'd=', 'd=AAAA', other])
    expect(await pastedFromFragment(broken)).toContain(damaged);
});

test('what would unpack without end is not unpacked', async () => {
  const bomb = await fragmentOf({ text: 'x'.repeat(30_000_000), said: {} });
  expect(bomb.length).toBeLessThan(60_000);
  expect(await pastedFromFragment(bomb)).toContain(damaged);
});

test('what a link says of columns is dropped where it makes no sense', async () => {
  const said = {
    roles: ['proxy', 'king'],
    axis: 'moon',
    proxy: { scale: 'score', direction: 'up' },
    intent: 7,
  };
  const fragment = await fragmentOf({ text: '1 2', said: said as never });
  expect(await pastedFromFragment(fragment)).toEqual({ text: '1 2', said: { proxy: { scale: 'score' } } });
});
