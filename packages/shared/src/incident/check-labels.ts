/** A label as a detector suggests it: what it says, and why. */
interface SuggestedLabel<V extends string> {
  value: V;
  certainty: 'potential';
  provenance: 'detector';
  rationale: string;
}

interface Finding {
  verdict: 'aligned' | 'decoupled' | 'reversed' | 'cannot_tell';
  sentence: string;
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
export function suggestFromCheck(
  { verdict, sentence, onset }: Finding,
  from: number,
  to: number,
): CheckLabels {
  if (verdict !== 'decoupled' && verdict !== 'reversed') return {};
  const suggest = <V extends string>(value: V): SuggestedLabel<V>[] => [
    { value, certainty: 'potential', provenance: 'detector', rationale: sentence },
  ];
  const held = onset !== null && to > from && (onset.at - from) / (to - from) > beginning;
  if (held) {
    return {
      goodhartMode: suggest('extremal'),
      mechanism: suggest('proxy_overoptimization'),
      detectionSignal: suggest('unexpected_optimisation_pattern'),
    };
  }
  return {
    goodhartMode: verdict === 'reversed' ? suggest('causal') : suggest('undetermined'),
    detectionSignal: suggest('unexpected_optimisation_pattern'),
  };
}
