import { baselines, residuals } from './baselines.mjs';
import { delayOf } from './score-pairs.mjs';
import { readings } from './readings.mjs';
import { gapError, watchSynthetic } from './watch-synthetic.mjs';

/** All families with one seed word: scores of every method, and what the detector said as shipped. */
export function measure(
  seed,
  per,
  { wide = false, referenceDays = 180, nullOnly = false, reading = 'first' } = {},
) {
  const { pairOf, ...families } = readings[reading];
  const nulls = {};
  const shipped = { alarmsPerYear: {}, diverged: [] };
  const diverged = {};
  const names = Object.keys(baselines);
  for (const family of families.nulls) {
    let years = 0;
    let alarms = 0;
    for (let k = 0; k < per; k++) {
      const pair = pairOf(family, `${seed}${k}`, wide);
      const seen = watchSynthetic(pair, { referenceDays });
      keep(nulls, 'detector', family, seen.scores);
      if (!nullOnly) {
        const series = residuals(pair, referenceDays);
        for (const name of names) keep(nulls, name, family, baselines[name](series));
      }
      alarms += seen.alarms.length;
      years += (seen.scores.at(-1).t - seen.scores[0].t) / 365.25;
    }
    shipped.alarmsPerYear[family] = { alarms, years };
  }
  if (nullOnly) return { nulls, diverged, shipped };
  for (const family of families.diverged) {
    for (let k = 0; k < per; k++) {
      const pair = pairOf(family, `${seed}${k}`, wide);
      const seen = watchSynthetic(pair, { referenceDays });
      keep(diverged, 'detector', family, { scores: seen.scores, onset: pair.onset });
      const series = residuals(pair, referenceDays);
      for (const name of names) {
        keep(diverged, name, family, { scores: baselines[name](series), onset: pair.onset });
      }
      shipped.diverged.push(saidOf(family, pair, seen));
    }
  }
  return { nulls, diverged, shipped };
}

function keep(into, method, family, value) {
  into[method] ??= {};
  (into[method][family] ??= []).push(value);
}

function saidOf(family, pair, seen) {
  const delay = delayOf(
    seen.alarms.map(({ t }) => t),
    pair.onset,
  );
  const alarm = seen.alarms.find(({ t }) => t >= pair.onset) ?? null;
  const modes = alarm ? seen.modes.filter(({ t }) => t >= alarm.t).slice(0, 2) : [];
  const gaps = alarm ? seen.gaps.filter(({ t }) => t >= alarm.t && t <= alarm.t + 120) : [];
  return {
    family,
    mode: pair.mode,
    onset: pair.onset,
    delay,
    alarm: delay === null ? null : alarm,
    modes,
    gaps: gaps.map((estimate) => gapError(pair, estimate)),
  };
}
