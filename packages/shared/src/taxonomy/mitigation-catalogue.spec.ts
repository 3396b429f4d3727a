import { approachOf, mitigationCatalogue } from './mitigation-catalogue.js';
import { mitigationStage, type MitigationStage } from './values/mitigation.js';

test('77 techniques, each with an id of its own', () => {
  expect(mitigationCatalogue).toHaveLength(77);
  expect(new Set(mitigationCatalogue.map(({ id }) => id)).size).toBe(77);
});

test.each<[MitigationStage, number]>([
  ['specification', 6],
  ['training', 26],
  ['post_training', 14],
  ['runtime', 15],
  ['organisational', 16],
])('%s holds %i of them', (stage, count) => {
  expect(mitigationCatalogue.filter((approach) => approach.stage === stage)).toHaveLength(count);
  expect(mitigationStage).toHaveProperty(stage);
});

test('each says in a sentence what it is, what it cannot do, and where it comes from', () => {
  const thin = mitigationCatalogue.filter(
    ({ what, limitation, reference, year, identifiers, against }) =>
      !/^[A-Z].{20,}\.$/.test(what) ||
      !/^[A-Z].{10,}\.$/.test(limitation) ||
      reference.length < 8 ||
      !/\d{4}/.test(year) ||
      identifiers.length === 0 ||
      against.length === 0,
  );
  expect(thin.map(({ id }) => id)).toEqual([]);
});

test.each([
  'metric-redesign',
  'satisficing-target',
  'regular-metric-update',
  'diverse-metrics',
  'value-learning',
])('%s stands in the catalogue', (id) => {
  expect(approachOf(id)?.stage).toBe('specification');
});
