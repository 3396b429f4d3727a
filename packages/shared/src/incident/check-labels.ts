/** A label as a detector suggests it: what it says, and why. */
interface SuggestedLabel<V extends string> {
  value: V;
  certainty: 'potential';
  provenance: 'detector';
  rationale: string;
}

interface Finding {
  verdict: 'aligned' | 'decoupled' | 'reversed' | 'cannot_tell';
  onset: { at: number } | null;
}

export interface CheckLabels {
  goodhartMode?: SuggestedLabel<'extremal' | 'causal' | 'undetermined'>[];
  mechanism?: SuggestedLabel<'proxy_overoptimization'>[];
  detectionSignal?: SuggestedLabel<'unexpected_optimisation_pattern'>[];
}

/** Where the run begins, a link cannot have held before. */
const beginning = 0.08;

/**
 * What a checked run suggests about its incident; a person decides. Held in the usual range and broke beyond it:
 * extremal. Fell from the start while the proxy rose: raising the proxy does not raise the intent, causal.
 * @param from and `to` are the ends of the axis, in its units
 */
export function suggestFromCheck({ verdict, onset }: Finding, from: number, to: number): CheckLabels {
  if (verdict !== 'decoupled' && verdict !== 'reversed') return {};
  const suggest = <V extends string>(value: V, rationale: string): SuggestedLabel<V>[] => [
    { value, certainty: 'potential', provenance: 'detector', rationale },
  ];
  const signal = suggest(
    'unexpected_optimisation_pattern',
    'Quick check: the proxy and the intent came apart.',
  );
  const held = onset !== null && to > from && (onset.at - from) / (to - from) > beginning;
  if (held) {
    const then = verdict === 'reversed' ? 'fell' : 'stood still';
    return {
      goodhartMode: suggest('extremal', `Quick check: the intent followed at first and ${then} beyond.`),
      mechanism: suggest('proxy_overoptimization', 'Quick check: the proxy rose on, the intent did not.'),
      detectionSignal: signal,
    };
  }
  return {
    goodhartMode:
      verdict === 'reversed'
        ? suggest('causal', 'Quick check: raising the proxy lowered the intent from the start.')
        : suggest('undetermined', 'Quick check: the intent never followed.'),
    detectionSignal: signal,
  };
}
