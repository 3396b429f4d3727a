import { panelScale } from './panel-scale.js';
import { stackBars } from './stack-bars.js';

const scale = panelScale(1112, 0, 1000);
const bar = (from: number, to: number | null, label = 'a') => ({ from, to, label });

test('bars that do not meet share a row, others stack', () => {
  const rows = stackBars(scale, [bar(0, 100), bar(200, 300), bar(250, 400)]).map(({ row }) => row);
  expect(rows).toEqual([0, 0, 1]);
});

test('a word stands in its bar, else before it, else after it', () => {
  const word = 'a word of some length';
  expect(stackBars(scale, [bar(100, 900, word)])[0]).toMatchObject({ anchor: 'start', labelAt: 162 });
  expect(stackBars(scale, [bar(500, 510, word)])[0]).toMatchObject({ anchor: 'end', labelAt: 550 });
  expect(stackBars(scale, [bar(0, 10, word)])[0]).toMatchObject({ anchor: 'start', labelAt: 72 });
});

test('what lasts still reaches the end', () => {
  expect(stackBars(scale, [bar(900, null)])[0]).toMatchObject({ from: 956, width: 100 });
});
