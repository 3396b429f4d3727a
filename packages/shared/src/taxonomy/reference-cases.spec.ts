import { NewIncident } from '../contract/incident-edit.js';
import { referenceCases } from './reference-cases.js';
import { categoryOfSpecificCause, typeOfBrokenLink } from './values/classification.js';

test('ten cases, each with an id of its own, mechanisms mixed', () => {
  expect(referenceCases).toHaveLength(10);
  expect(new Set(referenceCases.map(({ id }) => id)).size).toBe(10);
  expect(new Set(referenceCases.map(({ labels }) => labels.mechanism)).size).toBeGreaterThanOrEqual(9);
});

test.each(referenceCases.map((one) => [one.id, one] as const))('%s can be logged as it stands', (_, one) => {
  const { title, intendedGoal, specifiedObjective, observedBehaviour, lesson, labels } = one;
  const given = {
    title,
    intendedGoal,
    specifiedObjective,
    observedBehaviour,
    lesson,
    recordKind: 'reference',
    labels: Object.fromEntries(Object.entries(labels).map(([facet, value]) => [facet, [{ value }]])),
  };
  expect(NewIncident.safeParse(given).error).toBeUndefined();
});

test.each(referenceCases.map(({ id, labels }) => [id, labels] as const))(
  '%s is classified without contradiction',
  (_, { brokenLink, misalignmentType, causeCategory, specificCause }) => {
    expect(typeOfBrokenLink[brokenLink]).toBe(misalignmentType);
    expect(categoryOfSpecificCause[specificCause]).toBe(causeCategory);
  },
);
