import { severityDefinitions, suggestSeverity, type SeverityAnswers } from './severity.js';
import { severity, type Severity } from './values/incident.js';
import { valuesOf } from './values.js';

type Row = [string, [number, number, number, number], Severity];

test.each<Row>([
  ['an oddity in a test', [0, 0, 0, 0], 'sev4'],
  ['no harm yet from a system that acts on its own everywhere', [0, 0, 3, 3], 'sev3'],
  ['an annoyance for a few', [1, 0, 1, 0], 'sev4'],
  ['an annoyance for everyone', [1, 0, 3, 1], 'sev3'],
  ['wrong claims to many, hardly undone', [2, 2, 2, 1], 'sev2'],
  ['unfair decisions on livelihoods', [3, 2, 2, 1], 'sev2'],
  ['injury, for good, by a system that acts widely', [3, 3, 2, 2], 'sev1'],
  ['everything at its worst', [3, 3, 3, 3], 'sev1'],
])('%s', (_, [harm, reversibility, exposure, capability], expected) => {
  const answers = { harm, reversibility, exposure, capability } as SeverityAnswers;
  expect(suggestSeverity(answers).severity).toBe(expected);
});

const levels = [0, 1, 2, 3] as const;
const everything = levels.flatMap((harm) =>
  levels.flatMap((reversibility) =>
    levels.flatMap((exposure) => levels.map((capability) => ({ harm, reversibility, exposure, capability }))),
  ),
);
const rank = (answers: SeverityAnswers) => valuesOf(severity).indexOf(suggestSeverity(answers).severity);

test.each(['harm', 'reversibility', 'exposure', 'capability'] as const)(
  'more %s never makes it milder',
  (question) => {
    for (const answers of everything) {
      if (answers[question] === 3) continue;
      const more = { ...answers, [question]: answers[question] + 1 } as SeverityAnswers;
      expect(rank(more)).toBeLessThanOrEqual(rank(answers));
    }
  },
);

test('every severity is defined, and the reason names the answers', () => {
  expect(Object.keys(severityDefinitions)).toEqual(valuesOf(severity));
  expect(suggestSeverity({ harm: 2, reversibility: 1, exposure: 0, capability: 3 }).reason).toBe(
    'Suggested from: real loss, distress, unfairness; with some work; test only; acts on its own, hard to stop.',
  );
});
