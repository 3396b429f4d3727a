import { explorerCsv } from './explorer-csv.js';

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`);

test('each moment is one row, with what was measured and what was estimated', () => {
  const csv = explorerCsv(
    { proxy: 'Watch time, min', intent: '=Worth it' },
    {
      proxy: { x: [day('2026-01-01'), day('2026-01-02')], value: [12.5, 13], n: [null, null] },
      intent: { x: [day('2026-01-02')], value: [0.59], n: [200] },
    },
    [
      {
        at: day('2026-01-02'),
        score: -1.5,
        threshold: null,
        gap: -0.02,
        low: -0.05,
        high: 0.01,
        chance: 0.1,
        provisional: true,
      },
    ],
  );
  const [head, ...rows] = csv.trim().split('\r\n');
  expect(head).toMatch(/^time,"Watch time, min","'=Worth it",/);
  expect(rows).toEqual([
    '2026-01-01T00:00:00.000Z,12.5,,,,,,,,,',
    '2026-01-02T00:00:00.000Z,13,0.59,200,-0.02,-0.05,0.01,0.1,-1.5,,yes',
  ]);
});
