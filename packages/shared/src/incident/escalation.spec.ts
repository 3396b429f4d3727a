import { escalationOf, reaches } from './escalation.js';

const influence = { facet: 'powerSeeking', value: 'influence' };
const deception = { facet: 'manifestation', value: 'deception' };
const faking = { facet: 'mechanism', value: 'deceptive_alignment' };

test.each([
  [[influence], 'incident', 'power-seeking'],
  [[deception], 'near_miss', 'deception'],
  [[faking], 'evaluation_finding', 'deception'],
  [[influence, faking], 'incident', 'power-seeking and deception'],
] as const)('%j of a %s escalates, because of %s', (labels, kind, what) => {
  expect(escalationOf(labels, kind)).toMatchObject({
    severity: 'sev2',
    visibility: 'restricted',
    reason: expect.stringContaining(`a sign of ${what} is`),
  });
});

test.each([
  [[], 'incident'],
  [[{ facet: 'mechanism', value: 'sycophancy' }], 'incident'],
  [[influence], 'drill'],
  [[faking], 'reference'],
] as const)('%j of a %s does not', (labels, kind) => {
  expect(escalationOf(labels, kind)).toBeNull();
});

test.each([
  [null, false],
  ['sev1', true],
  ['sev2', true],
  ['sev3', false],
] as const)('%s reaches sev2: %s', (severity, yes) => {
  expect(reaches(severity, 'sev2')).toBe(yes);
});
