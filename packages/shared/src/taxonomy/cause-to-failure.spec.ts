import { manifestationsOfCause } from './cause-to-failure.js';
import {
  categoryOfSpecificCause,
  causeCategory,
  manifestation,
  specificCause,
} from './values/classification.js';
import { valuesOf } from './values.js';

test.each(valuesOf(causeCategory))('%s has specific causes, and each leads to failures', (category) => {
  const causes = valuesOf(specificCause).filter((cause) => categoryOfSpecificCause[cause] === category);
  expect(causes.length).toBeGreaterThanOrEqual(3);
  for (const cause of causes) expect(manifestationsOfCause[cause].length).toBeGreaterThan(0);
});

test('every way of showing is reached from some cause', () => {
  const reached = new Set(Object.values(manifestationsOfCause).flat());
  expect(valuesOf(manifestation).filter((one) => !reached.has(one))).toEqual([]);
});
