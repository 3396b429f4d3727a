import { intentSign, referenceOf } from './reference.js';

test.each([
  ['higher_better', 'higher_better', 1],
  ['higher_better', 'lower_better', -1],
  ['lower_better', 'higher_better', -1],
  ['target_band', 'lower_better', 1],
] as const)('%s beside %s', (proxy, intent, sign) => expect(intentSign(proxy, intent)).toBe(sign));

test.each([
  ['no audit', {}, [], null],
  ['the first twelve audits', {}, Array.from({ length: 20 }, (_, at) => at), { from: -Infinity, to: 11 }],
  ['fewer than twelve', {}, [3, 4], { from: -Infinity, to: 4 }],
  ['chosen', { from: 2, to: 9 }, [3, 4], { from: 2, to: 9 }],
  ['chosen from a day on', { from: 2 }, [3, 4], { from: 2, to: 4 }],
])('reference: %s', (_, chosen, audits, span) => expect(referenceOf(chosen, audits)).toEqual(span));
