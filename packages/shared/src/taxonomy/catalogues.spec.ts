import { facets } from '../contract/incident-label.js';
import { genaiRisks } from './genai-risks.js';
import { rmfSubcategories } from './rmf.js';
import { trustworthiness } from './trustworthiness.js';

test('the GenAI profile names 12 risks, the same that a label may hold', () => {
  expect(Object.keys(genaiRisks)).toHaveLength(12);
  expect(Object.keys(genaiRisks)).toEqual(facets.genaiRisk.values.options);
});

test('trustworthy AI has 7 characteristics, measured by MEASURE 2.5 to 2.11', () => {
  const measuredBy = Object.values(trustworthiness).map((one) => one.measuredBy);
  expect(measuredBy).toEqual(Array.from({ length: 7 }, (_, index) => `MEASURE 2.${index + 5}`));
  for (const id of measuredBy) expect(rmfSubcategories).toHaveProperty([id]);
});
