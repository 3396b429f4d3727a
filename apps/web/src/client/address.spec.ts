import { addressOf } from './address.js';

test.each([
  [
    'fills and encodes parameters',
    '/incidents/:key',
    { key: 'INC 1/2' },
    {},
    '/api/v1/incidents/INC%201%2F2',
  ],
  [
    'leaves empty members out',
    '/incidents',
    {},
    { q: '', owner: null, team: undefined, limit: 50 },
    '/api/v1/incidents?limit=50',
  ],
  [
    'repeats arrays',
    '/incidents',
    {},
    { severity: ['sev1', 'sev2'] },
    '/api/v1/incidents?severity=sev1&severity=sev2',
  ],
  [
    'keeps zero and false',
    '/incidents',
    {},
    { from: 0, drills: false },
    '/api/v1/incidents?from=0&drills=false',
  ],
])('%s', (_, path, params, query, address) => {
  expect(addressOf(path, params as Record<string, string>, query)).toBe(address);
});

test('a missing parameter is a mistake of the program, not an address', () => {
  expect(() => addressOf('/incidents/:key')).toThrow('needs key');
});
