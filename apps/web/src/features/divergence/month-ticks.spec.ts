import { monthTicks } from './month-ticks.js';

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
const days = (ticks: number[]) => ticks.map((tick) => new Date(tick).toISOString().slice(0, 10));

test('months where there is room', () => {
  expect(days(monthTicks(day('2026-04-01'), day('2026-08-19'), 900))).toEqual([
    '2026-05-01',
    '2026-06-01',
    '2026-07-01',
    '2026-08-01',
  ]);
});

test('quarters where there is little', () => {
  expect(days(monthTicks(day('2025-01-15'), day('2026-01-15'), 390))).toEqual([
    '2025-03-01',
    '2025-05-01',
    '2025-07-01',
    '2025-09-01',
    '2025-11-01',
    '2026-01-01',
  ]);
});

test('Mondays of a few weeks', () => {
  expect(days(monthTicks(day('2026-11-01'), day('2026-11-25'), 900))).toEqual([
    '2026-11-02',
    '2026-11-09',
    '2026-11-16',
    '2026-11-23',
  ]);
});
