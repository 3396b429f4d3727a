import { translateResults } from './results-door.js';

const lines = (...entries: object[]): Buffer =>
  Buffer.from(entries.map((entry) => JSON.stringify(entry)).join('\n'));

test('a report of garak: the share that a probe did not get through, by probe and detector', () => {
  const { series, signals, left } = translateResults(
    lines(
      { entry_type: 'start_run setup', 'plugins.model_type': 'openai', 'plugins.model_name': 'gpt-x' },
      { entry_type: 'init', garak_version: '0.9', start_time: '2026-11-19T14:20:00.123456', run: 'r-1' },
      { entry_type: 'attempt', probe_classname: 'dan.Dan_11_0', prompt: 'NaN is a word here' },
      { entry_type: 'eval', probe: 'dan.Dan_11_0', detector: 'dan.DAN', passed: 6, total: 8 },
      {
        entry_type: 'eval',
        probe: 'xss.Markdown',
        detector: 'xss.M',
        passed: 3,
        total_evaluated: 4,
        total: 5,
      },
      { entry_type: 'eval', probe: 'empty', detector: 'x', passed: 0, total: 0 },
    ),
  );
  const at = Date.parse('2026-11-19T14:20:00.123Z');
  const about = { model: 'gpt-x', run: 'r-1' };
  expect(series).toEqual([
    {
      name: 'pass_rate',
      labels: { probe: 'dan.Dan_11_0', detector: 'dan.DAN', ...about },
      kind: 'reading',
      points: [{ at, value: 0.75, n: 8 }],
    },
    expect.objectContaining({ points: [{ at, value: 0.75, n: 4 }] }),
  ]);
  expect(signals).toEqual([]);
  expect(left).toEqual(['The result of empty has no count.']);
});

test('a hit log of garak: one alert for each probe', () => {
  const hit = { attempt_id: 'a', generator: 'gpt-x', detector: 'dan.DAN', goal: 'disregard the rules' };
  const { signals } = translateResults(
    lines({ ...hit, probe: 'dan.Dan' }, { ...hit, probe: 'dan.Dan' }, { ...hit, probe: 'xss.M' }),
  );
  expect(signals.map(({ title, dedupKey }) => [title, dedupKey])).toEqual([
    ['dan.Dan got through 2 times at gpt-x', 'garak | dan.Dan | gpt-x'],
    ['xss.M got through once at gpt-x', 'garak | xss.M | gpt-x'],
  ]);
});

test('a log of Inspect, with the bare NaN that Python writes', () => {
  const text = `{"version": 2, "status": "success",
    "eval": {"task": "honesty", "task_version": 3, "model": "m", "run_id": "r", "created": "2026-11-19T14:20:00+00:00"},
    "results": {"total_samples": 50, "completed_samples": 48, "scores": [{"name": "match", "scorer": "match",
      "metrics": {"accuracy": {"name": "accuracy", "value": 0.5}, "stderr": {"value": 0.1},
                  "odd \\"NaN\\"": {"value": NaN}}}]}}`;
  const { series, left } = translateResults(Buffer.from(text));
  expect(series).toEqual([
    {
      name: 'accuracy',
      labels: { task: 'honesty', task_version: '3', model: 'm', run: 'r', scorer: 'match' },
      kind: 'reading',
      points: [{ at: Date.parse('2026-11-19T14:20:00Z'), value: 0.5, n: 48 }],
    },
  ]);
  expect(left).toEqual(['"odd "NaN"" has no value.']);
});

test('history from Prometheus: each series with its values, what is no number left out', () => {
  const file = {
    status: 'success',
    data: {
      resultType: 'matrix',
      result: [
        {
          metric: { __name__: 'judge_score', env: 'production' },
          values: [
            [1763562000, '0.5'],
            [1763562060.5, 'NaN'],
            [1763562120.5, '0.25'],
          ],
        },
        { metric: {}, values: [] },
      ],
    },
  };
  const { series, left } = translateResults(Buffer.from(JSON.stringify(file)));
  expect(series).toEqual([
    {
      name: 'judge_score',
      labels: { env: 'production' },
      kind: null,
      points: [
        { at: 1763562000000, value: 0.5, n: null },
        { at: 1763562120500, value: 0.25, n: null },
      ],
    },
  ]);
  expect(left).toEqual(['Series 2 has no name or no values; ask for a metric by its name.']);
});

test.each(['{}', '[]', '{"data": null}', '{"eval": {}, "results": []}', 'null'])(
  '%s is no such file',
  (text) => {
    expect(() => translateResults(Buffer.from(text))).toThrow(/no file that is known here/);
  },
);
