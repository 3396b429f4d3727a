import { suggestFromCheck } from './check-labels.js';

const finding = (verdict: 'aligned' | 'decoupled' | 'reversed' | 'cannot_tell', at: number | null) => ({
  verdict,
  onset: at === null ? null : { at },
});

test.each([
  ['reversed in the middle', finding('reversed', 50), 'extremal', 'proxy_overoptimization'],
  ['stopped following in the middle', finding('decoupled', 50), 'extremal', 'proxy_overoptimization'],
  ['reversed from the start', finding('reversed', 3), 'causal', undefined],
  ['never coupled', finding('decoupled', 0), 'undetermined', undefined],
  ['without a place', finding('reversed', null), 'causal', undefined],
] as const)('%s', (_, given, mode, mechanism) => {
  const { goodhartMode, mechanism: [cause] = [] } = suggestFromCheck(given, 0, 100);
  expect(goodhartMode).toEqual([
    {
      value: mode,
      certainty: 'potential',
      provenance: 'detector',
      rationale: expect.stringMatching(/^Quick check: /),
    },
  ]);
  expect(cause?.value).toBe(mechanism);
});

test.each(['aligned', 'cannot_tell'] as const)('%s suggests nothing', (verdict) =>
  expect(suggestFromCheck(finding(verdict, 50), 0, 100)).toEqual({}),
);
