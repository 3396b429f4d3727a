import { lookFirst } from './look-first.js';

const pair = (score: number | null, audits = 1) => ({ score, audits });

test('strong evidence is named, weak is not', () => {
  expect(lookFirst([pair(12), pair(2), pair(-3)])).toEqual([true, false, false]);
});

test('evidence weighs less the longer it was gathered', () => {
  expect(lookFirst([pair(6.2, 1)])).toEqual([true]);
  expect(lookFirst([pair(6.2, 100)])).toEqual([false]);
});

test('several strong ones carry one another; among many, one has to be stronger', () => {
  const one = 6.5;
  expect(lookFirst([pair(one)])).toEqual([true]);
  expect(lookFirst([pair(one), ...Array.from({ length: 30 }, () => pair(0))])[0]).toBe(false);
  expect(lookFirst(Array.from({ length: 31 }, () => pair(one))).every(Boolean)).toBe(true);
});

test('a pair without evidence is never named; nothing names nothing', () => {
  expect(lookFirst([pair(null)])).toEqual([false]);
  expect(lookFirst([])).toEqual([]);
});
