import { readNumber, readTime, usesDecimalCommas } from './read-cell.js';

test.each([
  ['1.5', 1.5],
  [' -0.25 ', -0.25],
  ['\u22120.25', -0.25],
  ['1e-3', 0.001],
  ['.5', 0.5],
  ['1,234.5', 1234.5],
  ['12 345', 12345],
  ['61.5 %', 61.5],
  ['', null],
  ['NaN', null],
  ['n/a', null],
  ['-', null],
  ['inf', undefined],
  ['1e999', undefined],
  ['abc', undefined],
  ['1.2.3', undefined],
  ['0x10', undefined],
  ['1,5', undefined],
])('with decimal dots %j is %p', (cell, value) => expect(readNumber(cell, false)).toBe(value));

test.each([
  ['0,5', 0.5],
  ['1.234,5', 1234.5],
  ['-3', -3],
  ['1,2e-3', 0.0012],
  ['1,2,3', undefined],
])('with decimal commas %j is %p', (cell, value) => expect(readNumber(cell, true)).toBe(value));

test.each([
  [['0,5', '3'], true],
  [['0,375'], true],
  [['1,200', '2,400'], false],
  [['1,200', '0.5'], false],
  [['12,5', '0.5'], false],
  [['1.234,5'], true],
  [['1.234', '2,5'], true],
  [['3', '4'], false],
])('%j uses decimal commas: %p', (cells, uses) => expect(usesDecimalCommas(cells)).toBe(uses));

test.each([
  ['2026-11-19', Date.UTC(2026, 10, 19)],
  ['2026-11-19 14:20', Date.UTC(2026, 10, 19, 14, 20)],
  ['2026-11-19T14:20:30.250Z', Date.UTC(2026, 10, 19, 14, 20, 30, 250)],
  ['2026-11-19T14:20+02:00', Date.UTC(2026, 10, 19, 12, 20)],
  ['2026-11-19T14:20:00-0130', Date.UTC(2026, 10, 19, 15, 50)],
  ['2026-02-30', undefined],
  ['2026-11-19T25:00', undefined],
  ['1066-10-14', undefined],
  ['19.11.2026', undefined],
  ['12', undefined],
  ['', null],
])('the time %j is %p', (cell, at) => expect(readTime(cell)).toBe(at));
