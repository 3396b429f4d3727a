import { sparkPaths } from './sparkline-paths.js';

test('two lines in one box, from edge to edge', () => {
  const { proxy, intent } = sparkPaths(
    { x: [0, 1, 2, 3], value: [1, 2, 1, 9] },
    { x: [0, 3], value: [0.5, 0.5] },
  );
  expect(proxy).toMatch(/^M2\.0 \S+L16\.7 \S+L31\.3 \S+L46\.0 2\.0$/);
  expect(intent).toMatch(/^M2\.0 \S+L46\.0 \S+$/);
});

test.each([
  ['nothing', { x: [], value: [] }],
  ['one value', { x: [1], value: [1] }],
])('%s draws nothing', (_, half) => expect(sparkPaths(half, half)).toEqual({ proxy: '', intent: '' }));
