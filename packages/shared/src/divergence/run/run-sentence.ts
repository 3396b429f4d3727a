import type { Figure, Located, RunCheck } from './run-check.js';
import type { RunAxis, RunInput } from './run-input.js';

const places: Record<RunAxis, string> = { step: 'step', time: 'time', kl: 'KL' };

/** What the run says, in one sentence with its intervals. */
export function runSentence(check: Omit<RunCheck, 'sentence'>, input: RunInput): string {
  const place = places[input.axis];
  const percent = (chance: number) => `${Math.round(100 * chance)} %`;
  const sure = percent(check.pDiverged);
  const at = (where: Located) =>
    `${place} ${short(where.at)} (90 % ${short(where.lo)} to ${short(where.hi)})`;
  const { change } = check;
  const since = change
    ? `proxy ${signed(change.proxy)}, intent ${intentWords(change.intent, input)}`
    : 'nothing to compare';
  switch (check.verdict) {
    case 'reversed':
      return `Reversed (${sure}): the intent peaked at ${at(check.turningPoint!)}; since then ${since}.`;
    case 'decoupled':
      return `Decoupled (${sure}): the intent stopped following the proxy at ${at(check.onset!)}; since then ${since}.${mayHaveFallen(check)}`;
    case 'aligned':
      return `Aligned so far (chance of divergence ${sure}): over ${check.evaluations} evaluations ${since}, as one link predicts.`;
    case 'cannot_tell':
      return cannotTell(check, place, sure);
  }
}

/** The weaker word is said where both are plausible; then the stronger one is not kept back. */
function mayHaveFallen({ pReversedIfDiverged }: Pick<RunCheck, 'pReversedIfDiverged'>): string {
  if (pReversedIfDiverged < 0.25) return '';
  return ` It may have fallen rather than stood still (chance ${Math.round(100 * pReversedIfDiverged)} %).`;
}

function cannotTell(check: Omit<RunCheck, 'sentence'>, place: string, sure: string): string {
  if (check.evaluations < 4) {
    const missing = 4 - check.evaluations;
    const seen = `${check.evaluations} ${check.evaluations === 1 ? 'evaluation' : 'evaluations'}`;
    return `Cannot tell yet: ${seen} of the intent, at least ${missing} more needed.`;
  }
  if (check.warnings.some((warning) => warning.code === 'constant_intent')) {
    return 'Cannot tell: the intent never changes, so nothing can be said about what the proxy does to it.';
  }
  const where =
    check.pDiverged > 0.5 && check.onset ? `; if so, since about ${place} ${short(check.onset.at)}` : '';
  const chance = `Cannot tell yet (chance of divergence ${sure}${where})`;
  if (check.settle === null || check.settle === 'raise_n') {
    return `${chance}: evaluations of this size will not settle it; raise n.`;
  }
  const { more, n } = check.settle;
  const size = n === null ? 'like these' : `of n = ${n}`;
  return `${chance}: about ${more} more ${more === 1 ? 'evaluation' : 'evaluations'} ${size} would settle it.`;
}

function intentWords(figure: Figure, input: RunInput): string {
  const points = input.intent.scale === 'proportion';
  const word = (value: number) => (points ? fixed(100 * value) : signed(value));
  return `${word(figure.value)}${points ? ' points' : ''} (90 % ${word(figure.lo)} to ${word(figure.hi)})`;
}

const plus = (value: number, words: string) => (value > 0 && /[1-9]/.test(words) ? `+${words}` : words);

function fixed(points: number): string {
  const words = points.toFixed(1);
  return plus(points, words === '-0.0' ? '0.0' : words);
}

function signed(value: number): string {
  return plus(value, short(value));
}

/** Three digits for small numbers, whole numbers from a thousand on. */
function short(value: number): string {
  if (value === 0) return '0';
  if (Math.abs(value) >= 1000) return String(Math.round(value));
  return String(Number(value.toPrecision(3)));
}
