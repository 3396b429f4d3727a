import type { Figure, RunCheck } from '@plumbline/shared/divergence/run/run-check';
import { numberWords, usualDigits } from '../../../ui/chart/number-words.js';
import type { CheckedRun, Half, Run } from '../checked-run.js';
import { bareInWords, placeInWords } from './place-in-words.js';

/** A piece of a sentence; the names of the two columns carry the line of their series. */
export interface Words {
  text: string;
  as?: 'proxy' | 'intent' | 'strong';
}

/** What the page says first, in large type, and the small print under it. */
export interface Verdict {
  headline: Words[];
  detail: string[];
}

/** The verdict in words; every figure stands with its interval. */
export function verdictWords({ run, check }: CheckedRun): Verdict {
  switch (check.verdict) {
    case 'reversed':
      return reversed(run, check);
    case 'decoupled':
      return decoupled(run, check);
    case 'aligned':
      return aligned(run, check);
    case 'cannot_tell':
      return cannotTell(run, check);
  }
}

/** What happened as a title: the movement first, then since when. */
export function titleWords({ run, check }: CheckedRun): string {
  const { change, verdict } = check;
  const located = verdict === 'reversed' ? check.turningPoint : verdict === 'decoupled' ? check.onset : null;
  if (!change) return `Whether ${run.proxy.name} still means ${run.intent.name} cannot be told yet`;
  const proxy = `${run.proxy.name} ${moved(change.proxy, run.proxy)}`;
  const { value, lo, hi } = change.intent;
  const intent = verdict === 'decoupled' && lo <= 0 && hi >= 0 ? 'stood still' : moved(value, run.intent);
  const both = `${proxy} ${verdict === 'aligned' ? 'and' : 'while'} ${run.intent.name} ${intent}`;
  return located ? `${both}, from ${placeInWords(run.axis, located.at)} on` : both;
}

const proxyOf = (run: Run): Words => ({ text: run.proxy.name, as: 'proxy' });
const intentOf = (run: Run): Words => ({ text: run.intent.name, as: 'intent' });
const strong = (text: string): Words => ({ text, as: 'strong' });

function reversed(run: Run, check: RunCheck): Verdict {
  const { at, lo, hi } = check.turningPoint!;
  const { proxy, intent } = check.change!;
  const loss = ends(intent, run.intent);
  return {
    headline: [
      { text: 'From ' },
      strong(placeInWords(run.axis, at)),
      { text: ' on, the number stopped meaning what you meant: ' },
      proxyOf(run),
      { text: ` ${moved(proxy, run.proxy)} while ` },
      intentOf(run),
      { text: ` ${verbOf(intent.value)} by ` },
      strong(sizeWords(intent.value, run.intent)),
      { text: '.' },
    ],
    detail: [
      `90 % interval: ${placeInWords(run.axis, lo)} to ${bareInWords(run.axis, hi)}, loss ${loss}.`,
      run.axis === 'time'
        ? `The best of it was near ${placeInWords(run.axis, at)}.`
        : `The best checkpoint in this run is near ${placeInWords(run.axis, at)}.`,
      chanceWords(check),
    ],
  };
}

function decoupled(run: Run, check: RunCheck): Verdict {
  const { at, lo, hi } = check.onset!;
  const { proxy, intent } = check.change!;
  const still = intent.lo <= 0 && intent.hi >= 0;
  return {
    headline: [
      { text: 'From ' },
      strong(placeInWords(run.axis, at)),
      { text: ' on, ' },
      intentOf(run),
      { text: ' stopped following: ' },
      proxyOf(run),
      { text: ` ${moved(proxy, run.proxy)} while ` },
      intentOf(run),
      { text: still ? ' stood still.' : ` only ${moved(intent.value, run.intent)}.` },
    ],
    detail: [
      `90 % interval: ${placeInWords(run.axis, lo)} to ${bareInWords(run.axis, hi)}, change ${signedEnds(intent, run.intent)}.`,
      `This says that further gains of ${run.proxy.name} bought nothing, not that they did harm.`,
      chanceWords(check),
    ],
  };
}

function aligned(run: Run, check: RunCheck): Verdict {
  const { proxy, intent } = check.change!;
  return {
    headline: [
      { text: 'So far ' },
      proxyOf(run),
      { text: ' means what you meant: over ' },
      strong(evaluations(check.evaluations)),
      { text: ` it ${moved(proxy, run.proxy)} and ` },
      intentOf(run),
      { text: ` ${moved(intent.value, run.intent)}.` },
    ],
    detail: [`90 % interval of the change: ${signedEnds(intent, run.intent)}.`, chanceWords(check)],
  };
}

function cannotTell(run: Run, check: RunCheck): Verdict {
  if (check.evaluations < 4) {
    return {
      headline: [
        { text: 'Cannot tell yet: ' },
        strong(evaluations(check.evaluations)),
        { text: ' of ' },
        intentOf(run),
        { text: `, at least ${4 - check.evaluations} more needed.` },
      ],
      detail: ['From about 15 evaluations on more than a collapse can be seen.'],
    };
  }
  const supposed = check.pDiverged > 0.5 && check.onset;
  return {
    headline: [
      { text: 'Cannot tell yet whether ' },
      proxyOf(run),
      { text: ' still means ' },
      intentOf(run),
      { text: supposed ? `; if not, since about ${placeInWords(run.axis, check.onset!.at)}.` : '.' },
    ],
    detail: [settleWords(check), chanceWords(check)].filter((words) => words !== ''),
  };
}

/** What would settle it. */
function settleWords({ settle, warnings }: RunCheck): string {
  if (warnings.some(({ code }) => code === 'constant_intent')) return '';
  if (settle === null || settle === 'raise_n') {
    return 'Evaluations of this size will not settle it; more items in each (a larger n) will.';
  }
  const size = settle.n === null ? 'like these' : `of n = ${numberWords(settle.n, 0)}`;
  return `About ${settle.more} more ${settle.more === 1 ? 'evaluation' : 'evaluations'} ${size} would settle it.`;
}

function chanceWords({ pDiverged }: RunCheck): string {
  const percent = Math.round(100 * pDiverged);
  const words = percent >= 100 ? 'over 99' : percent <= 0 ? 'under 1' : String(percent);
  return `Chance that they came apart: ${words} %.`;
}

const evaluations = (count: number) => `${count} ${count === 1 ? 'evaluation' : 'evaluations'}`;
const verbOf = (change: number) => (change < 0 ? 'fell' : 'rose');

/** `rose by 1.1`, `fell by 9.6 points`, `stood still`. */
function moved(change: number, half: Half): string {
  const size = sizeWords(change, half);
  return /[1-9]/.test(size) ? `${verbOf(change)} by ${size}` : 'stood still';
}

/** The size of a change without its sign: shares in points, else three digits. */
function sizeWords(change: number, half: Half): string {
  return half.scale === 'proportion'
    ? `${numberWords(Math.abs(change) * 100, 1)} points`
    : figure(Math.abs(change));
}

function figure(value: number): string {
  const size = Math.abs(value);
  return numberWords(value, size >= 1 && size < 100 ? 1 : Math.max(0, usualDigits(size) - 1));
}

/** Both ends of a loss, smaller first, without signs where both are losses. */
function ends({ lo, hi }: Figure, half: Half): string {
  if (lo < 0 !== hi < 0) return signedEnds({ value: 0, lo, hi }, half);
  const [least, most] = [Math.abs(lo), Math.abs(hi)].sort((a, b) => a - b) as [number, number];
  const points = half.scale === 'proportion';
  return points
    ? `${numberWords(least * 100, 1)} to ${numberWords(most * 100, 1)} points`
    : `${figure(least)} to ${figure(most)}`;
}

function signedEnds({ lo, hi }: Figure, half: Half): string {
  const points = half.scale === 'proportion';
  const word = (value: number) => (points ? numberWords(value * 100, 1) : figure(value));
  return `${word(lo)} to ${word(hi)}${points ? ' points' : ''}`;
}

/** The words without their dress, to be copied. */
export function plainWords({ headline, detail }: Verdict): string {
  return [headline.map(({ text }) => text).join(''), ...detail].join(' ');
}
