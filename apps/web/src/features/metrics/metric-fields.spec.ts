import { emptyMetric, metricBodyOf, whyNoMetric } from './metric-fields.js';

const good = { ...emptyMetric, name: 'Watch time', key: 'watch_time.p50' };

test.each([
  ['can be sent', {}, null],
  ['without a name', { name: ' ' }, 'Name it first.'],
  ['with a bad key', { key: 'Watch Time' }, 'Give it a key first.'],
  ['with words for a number', { bandLow: 'low' }, 'Write the target band in numbers.'],
  ['with half a band', { direction: 'target_band', bandLow: '1' }, 'A target band needs both ends.'],
] as const)('a metric %s', (_, fields, why) => expect(whyNoMetric({ ...good, ...fields })).toBe(why));

test('what is empty is null, numbers are numbers', () => {
  expect(metricBodyOf({ ...good, bandLow: '0,5', reviewByOn: '2027-01-01' })).toMatchObject({
    bandLow: 0.5,
    bandHigh: null,
    reviewByOn: '2027-01-01',
    retiredOn: null,
  });
});
