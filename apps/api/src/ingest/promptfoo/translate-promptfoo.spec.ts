import { translatePromptfoo } from './translate-promptfoo.js';

/** As promptfoo writes it, with what is not read left out. */
const result = (promptIdx: number, testIdx: number, namedScores: Record<string, number>, id = 'row') => ({
  id: `${id}-${promptIdx}-${testIdx}`,
  promptIdx,
  testIdx,
  promptId: `prompt-${promptIdx}`,
  provider: { id: 'openai:gpt-x', label: '' },
  prompt: { raw: 'Answer {{question}}', label: `Prompt ${promptIdx}` },
  score: namedScores.helpful ?? 0,
  success: true,
  namedScores,
});

const file = (results: object[]) => ({
  evalId: 'eval-abc-2026-11-19T14:20:00',
  results: { version: 3, timestamp: '2026-11-19T14:20:00.000Z', prompts: [], results, stats: {} },
  config: {},
});

test('named scores become means with their number, for each prompt and provider', () => {
  const { series, left } = translatePromptfoo(
    file([
      result(0, 0, { helpful: 1, true: 0.5 }),
      result(0, 1, { helpful: 0, true: 1 }),
      result(1, 0, { helpful: 0.25 }),
      // Told twice, under another row id.
      result(0, 1, { helpful: 0, true: 1 }, 'again'),
    ]),
  );
  expect(left).toEqual([]);
  const at = Date.parse('2026-11-19T14:20:00Z');
  const labels = { provider: 'openai:gpt-x', prompt: 'Prompt 0' };
  expect(series).toEqual(
    expect.arrayContaining([
      { name: 'helpful', labels, kind: 'reading', points: [{ at, value: 0.5, n: 2 }] },
      { name: 'true', labels, kind: 'reading', points: [{ at, value: 0.75, n: 2 }] },
      { name: 'pass', labels, kind: 'reading', points: [{ at, value: 1, n: 2 }] },
      {
        name: 'helpful',
        labels: { ...labels, prompt: 'Prompt 1' },
        kind: 'reading',
        points: [{ at, value: 0.25, n: 1 }],
      },
    ]),
  );
});

test('what is no result is left and named; the rest is read', () => {
  const { series, left } = translatePromptfoo(file([null!, { hello: 1 }, result(0, 0, { helpful: 1 })]));
  expect(left).toEqual(['Result 1 is not a result.', 'Result 2 is not a result.']);
  expect(series.length).toBeGreaterThan(0);
});

test.each([[null], [{}], [{ results: { results: [] } }], ['text'], [[]]])(
  '%j is no results file',
  (given) => {
    expect(() => translatePromptfoo(given)).toThrow(/no results file/);
  },
);
