import { clamp } from '../numeric/logistic.js';
import { interpolate } from '../numeric/local-linear.js';
import { median } from '../numeric/quantile.js';
import { figureOf, mixedChange, predictedAfter, toUnits, type Change } from './change-since.js';
import { movement } from './hypothesis-priors.js';
import { intentNoise, smoothIntent, spread } from './intent-noise.js';
import { locateOnset } from './locate-onset.js';
import { prepareRun, type PreparedRun } from './prepare-run.js';
import { proxyPaths } from './proxy-paths.js';
import type { RunCheck, RunVerdict } from './run-check.js';
import type { RunInput } from './run-input.js';
import { classEvidence, runProbability, type RunProbability } from './run-probability.js';
import { runSentence } from './run-sentence.js';
import { warn } from './run-warnings.js';
import { weighHypotheses } from './weigh-hypotheses.js';
import { whatWouldSettle } from './what-would-settle.js';

/** Chances at which it speaks. docs/decisions/0001-run-checker.md says how often that is wrong. */
export const endedBounds = { speak: 0.82, calm: 0.2 };
/** A run that goes on is looked at again and again; each look is a chance to be wrong. */
export const liveBounds = { speak: 0.98, calm: 0.2 };

/**
 * Whether the proxy of one run stopped meaning its intent, and since when. Numbers in, values out: the same rows
 * in any order give the same answer.
 */
export function checkRun(input: RunInput): RunCheck {
  const run = prepareRun(input);
  const warnings = warningsOf(run, input);
  if (run.z.length < 4 || run.proxy.length < 2) return finished(unknown(run, warnings), input);
  if (spread(run.z) === 0 || constantIntent(input)) return finished(constant(run, warnings), input);
  return finished(weighed(run, input, warnings), input);
}

function weighed(run: PreparedRun, input: RunInput, warnings: RunCheck['warnings']): Unsaid {
  const noise = intentNoise(run, input.intent);
  const paths = proxyPaths(run);
  const hypotheses = weighHypotheses(run, noise, paths, input.intent.scale === 'proportion');
  const chance = runProbability(classEvidence(hypotheses), run.z.length, movement(paths[1]));
  const bounds = input.live ? liveBounds : endedBounds;
  const reversed = hypotheses.filter((one) => one.kind === 'reversed');
  const diverged = hypotheses.filter((one) => one.kind !== 'aligned');
  const fall = mixedChange(reversed);
  const verdict = verdictOf(chance, bounds, fall.mean + 1.645 * fall.sd < 0);
  const temper = 1 - 0.15 * clamp(Math.log2(run.z.length / 30), 0, 1);
  const onset = locateOnset(diverged, run.x, temper);
  const turning = verdict === 'reversed' ? locateOnset(reversed, run.x, temper, 'turn') : null;
  const { level, se } = smoothIntent(run, noise);
  const intentAt = (value: number) => toUnits(value, input.intent);
  const heard = hypotheses.filter((one) => one.kind === (verdict === 'cannot_tell' ? 'aligned' : verdict));
  const from = turning?.located.at ?? (verdict === 'decoupled' ? onset?.located.at : undefined) ?? run.x[0]!;
  const proxyAt = (place: number) => toUnits(interpolate(run.x, paths[0].level, place), input.proxy);
  const start = turning ?? onset;
  return {
    verdict,
    pDiverged: chance.diverged,
    pReversedIfDiverged: chance.reversedIfDiverged,
    onset: onset?.located ?? null,
    turningPoint: turning?.located ?? null,
    onsetDensity: onset?.density ?? [],
    predicted:
      start && chance.diverged > 0.5
        ? predictedAfter(
            start.located.at,
            run.x,
            paths.map((path) => path.u),
            level,
            diverged,
            input.intent,
          )
        : [],
    intentLine: Array.from(run.x, (x, k) => {
      const ends = [intentAt(level[k]! - 1.645 * se), intentAt(level[k]! + 1.645 * se)];
      return { x, intent: intentAt(level[k]!), lo: Math.min(...ends), hi: Math.max(...ends) };
    }),
    proxyLine: Array.from(run.x, (x) => ({ x, proxy: proxyAt(x) })),
    change:
      verdict === 'cannot_tell'
        ? null
        : {
            proxy: proxyAt(run.x.at(-1)!) - proxyAt(from),
            intent: figureOf(
              verdict === 'decoupled' ? measured(run.x, level, from, se) : mixedChange(heard),
              interpolate(run.x, level, from),
              input.intent,
            ),
          },
    settle:
      verdict === 'cannot_tell' ? whatWouldSettle(run, noise, chance.diverged, bounds, -fall.mean) : null,
    evaluations: run.z.length,
    warnings,
  };
}

/** Decoupled supposes no change at all: there the smooth itself says what became of the intent. */
function measured(x: Float64Array, level: Float64Array, from: number, se: number): Change {
  return { mean: level.at(-1)! - interpolate(x, level, from), sd: Math.SQRT2 * se };
}

/** "Reversed" with an interval of the fall that includes none would contradict itself: then it only stopped following. */
function verdictOf(chance: RunProbability, bounds: typeof endedBounds, falls: boolean): RunVerdict {
  if (chance.diverged >= bounds.speak) {
    return chance.reversedIfDiverged >= 0.5 && falls ? 'reversed' : 'decoupled';
  }
  return chance.diverged <= bounds.calm ? 'aligned' : 'cannot_tell';
}

type Unsaid = Omit<RunCheck, 'sentence'>;

function finished(check: Unsaid, input: RunInput): RunCheck {
  return { ...check, sentence: runSentence(check, input) };
}

/** By the pasted numbers: with a varying n the logits differ although the proportion does not. */
function constantIntent(input: RunInput): boolean {
  const values = new Set(input.rows.map((row) => row.i).filter((value) => value !== null));
  return values.size === 1;
}

function constantProxy(run: PreparedRun): boolean {
  return spread(run.proxy) === 0;
}

function warningsOf(run: PreparedRun, input: RunInput): RunCheck['warnings'] {
  const warnings = [...run.warnings];
  if (run.z.length < 4) warnings.push(warn('too_few_evaluations', run.z.length));
  else if (constantIntent(input)) warnings.push(warn('constant_intent'));
  if (run.proxy.length > 1 && constantProxy(run)) warnings.push(warn('constant_proxy'));
  const missing = input.intent.scale === 'proportion' && run.rowsWithoutN > 0 && run.z.length > 0;
  if (missing) warnings.push(warn('n_assumed', Math.round(median(run.n))));
  return warnings;
}

function unknown(run: PreparedRun, warnings: RunCheck['warnings']): Unsaid {
  return {
    verdict: 'cannot_tell',
    pDiverged: 0.5,
    pReversedIfDiverged: 0.5,
    onset: null,
    turningPoint: null,
    onsetDensity: [],
    predicted: [],
    intentLine: [],
    proxyLine: [],
    change: null,
    settle: null,
    evaluations: run.z.length,
    warnings,
  };
}

/** Both stand still: nothing came apart. The intent alone: it may not be measured at all. */
function constant(run: PreparedRun, warnings: RunCheck['warnings']): Unsaid {
  const nothing = unknown(run, warnings);
  if (!constantProxy(run)) return nothing;
  const change = { proxy: 0, intent: { value: 0, lo: 0, hi: 0 } };
  return { ...nothing, verdict: 'aligned', pDiverged: 0.05, change };
}
