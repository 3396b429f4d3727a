import { everyPage } from './every-page.js';

const pagesOf = (...pages: number[][]) => {
  const asked: (string | undefined)[] = [];
  const read = async (cursor: string | undefined) => {
    asked.push(cursor);
    const place = Number(cursor ?? 0);
    return { items: pages[place] ?? [], next: place + 1 < pages.length ? String(place + 1) : null };
  };
  return { asked, read };
};

test('the pages of a list follow each other until there is no next one', async () => {
  const { asked, read } = pagesOf([1, 2], [3], [4]);
  expect(await everyPage(read)).toEqual({ items: [1, 2, 3, 4], next: null });
  expect(asked).toEqual([undefined, '1', '2']);
});

test('an endless list ends after twenty pages and says that there is more', async () => {
  const { asked, read } = pagesOf(...Array.from({ length: 30 }, (_, page) => [page]));
  expect(await everyPage(read)).toMatchObject({ next: '20' });
  expect(asked).toHaveLength(20);
});
