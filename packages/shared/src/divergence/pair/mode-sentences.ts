import type { ModeSigns } from './mode-signs.js';
import type { PairState } from './pair-state.js';

/** What was seen, for a person who has to judge: proxy and intent in their usual spreads, before and since. */
export function modeSentences(signs: ModeSigns, state: PairState, t: number, onset: number): string[] {
  const sentences: string[] = [];
  const weeks = Math.max(1, Math.round((t - onset) / 7));
  const since = `in the ${weeks === 1 ? 'week' : `${weeks} weeks`} since the onset`;
  sentences.push(`The proxy ${moved(signs.riseSince)} ${since}, the intent ${moved(signs.intentSince)}.`);
  if (signs.jumpAgainstUsual > 2.5 && signs.jump > 0.5) {
    sentences.push(
      `Within days of the onset the proxy jumped by ${size(signs.jump)}, ${signs.jumpAgainstUsual.toFixed(1)} times its usual jump.`,
    );
  }
  if (signs.riseBefore > 0.5 && signs.intentBefore > 0.3) {
    sentences.push(
      `Before that both rose: the proxy by ${size(signs.riseBefore)}, the intent by ${size(signs.intentBefore)}.`,
    );
  } else if (signs.riseBefore > 0.5) {
    sentences.push(`The proxy rose before it too, by ${size(signs.riseBefore)} in two months.`);
  }
  if (signs.proxyLevel > 2.5) {
    sentences.push(
      `The proxy stands ${size(signs.proxyLevel)} above its reference period: it left that range.`,
    );
  }
  if (signs.bursts > 1 || signs.volatility > 0.35) {
    sentences.push('From day to day the proxy moves more than before, in bursts upward.');
  }
  if (signs.hollowShare > 0.8 && signs.riseSince > 0.5) {
    sentences.push('What the proxy gained since then is missing in the intent.');
  }
  if (state.audits.withoutSize > 0) {
    sentences.push(
      `${state.audits.withoutSize} audits came without a sample size and were taken as usual ones.`,
    );
  }
  return sentences;
}

function size(spreads: number): string {
  return `${Math.abs(spreads).toFixed(1)} of its usual spreads`;
}

function moved(spreads: number): string {
  if (Math.abs(spreads) < 0.3) return 'hardly moved';
  return `${spreads > 0 ? 'rose' : 'fell'} by ${size(spreads)}`;
}
