import { healthWords } from './metric-health.js';

const well = {
  role: 'proxy',
  state: 'active',
  unmeasured: false,
  heldOut: false,
  reviewByOn: '2026-12-01',
  retiredOn: null,
  lastAt: '2026-11-19T00:00:00.000Z',
};

test.each([
  ['all is well', {}, []],
  ['nothing measures what it stands for', { unmeasured: true }, ['unmeasured proxy']],
  ['its review was due', { reviewByOn: '2026-11-23' }, ['review due 23 Nov 2026']],
  ['its review is due today', { reviewByOn: '2026-11-24' }, []],
  ['nobody sends values', { unmeasured: true, lastAt: null }, ['unmeasured proxy', 'no values yet']],
  ['it is retired', { state: 'retired', retiredOn: '2026-11-01', unmeasured: true }, ['retired 1 Nov 2026']],
])('%s', (_, facts, words) => expect(healthWords({ ...well, ...facts }, '2026-11-24')).toEqual(words));
