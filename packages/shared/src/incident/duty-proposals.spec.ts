import { type IncidentFacts, proposeDuties, type SystemFacts } from './duty-proposals.js';

const grave: IncidentFacts = {
  severity: 'sev1',
  oecdSeverity: null,
  harmRealisation: 'realised',
  harmTypes: [],
  awareAt: '2026-11-19T14:20:00.000Z',
};
const hiring: SystemFacts = {
  name: 'Hiring screen',
  role: 'provider',
  riskClass: 'high',
  jurisdictions: ['EU'],
};
const proposed = (incident: Partial<IncidentFacts>, ...systems: Partial<SystemFacts>[]): string[] =>
  proposeDuties(
    { ...grave, ...incident },
    systems.map((system) => ({ ...hiring, ...system })),
  ).map(({ duty }) => duty);

test.each<[string, Partial<IncidentFacts>, Partial<SystemFacts>, string[]]>([
  ['a grave incident of a high-risk system', {}, {}, ['eu-aia-73-general']],
  ['in small letters too', {}, { jurisdictions: [' eu '] }, ['eu-aia-73-general']],
  ['a death', { oecdSeverity: 'death' }, {}, ['eu-aia-73-general', 'eu-aia-73-death']],
  [
    'harm to the public',
    { harmTypes: ['public_interest'] },
    {},
    ['eu-aia-73-general', 'eu-aia-73-widespread-critical'],
  ],
  ['a deployer', {}, { role: 'deployer' }, ['eu-aia-26-deployer']],
  ['both at once', {}, { role: 'provider_and_deployer' }, ['eu-aia-73-general', 'eu-aia-26-deployer']],
  ['a light one', { severity: 'sev3' }, {}, []],
  ['no harm at all', { harmRealisation: 'none' }, {}, []],
  ['a system of limited risk', {}, { riskClass: 'limited' }, []],
  ['elsewhere', {}, { jurisdictions: ['CH'] }, []],
  ['before the law', { awareAt: '2026-08-01T00:00:00.000Z' }, {}, []],
  ['California', {}, { jurisdictions: ['US-CA'] }, ['us-ca-sb53-15d']],
  [
    'California, danger to life',
    { harmRealisation: 'imminent', harmTypes: ['physical'] },
    { jurisdictions: ['US-CA'] },
    ['us-ca-sb53-15d', 'us-ca-sb53-24h'],
  ],
  ['New York, whose law is to come', {}, { jurisdictions: ['US-NY'] }, []],
  [
    'New York, once it has come',
    { awareAt: '2027-01-01T08:00:00.000Z' },
    { jurisdictions: ['US-NY'] },
    ['us-ny-raise-72h'],
  ],
])('%s', (_, incident, system, duties) => expect(proposed(incident, system)).toEqual(duties));

test('the reason names the system that it holds for, once, and nothing without a system', () => {
  const [first, ...others] = proposeDuties(grave, [{ ...hiring, name: 'Toy', riskClass: 'minimal' }, hiring]);
  expect(first!.because).toBe(
    'Hiring screen is a high-risk system at work in EU, as its provider, and it is sev1.',
  );
  expect(others).toEqual([]);
  expect(proposed({})).toEqual([]);
});
