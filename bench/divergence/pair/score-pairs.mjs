const yearDays = 365.25;

/**
 * False alarms a year of a family at a threshold, from how many of its pairs never cross it: `pairs` are lists of
 * { t, score } of null pairs.
 */
export function falseRate(pairs, threshold) {
  let years = 0;
  let crossed = 0;
  for (const scores of pairs) {
    if (scores.length === 0) continue;
    years += (scores.at(-1).t - scores[0].t) / yearDays;
    if (scores.some(({ score }) => score >= threshold)) crossed++;
  }
  const share = Math.min(crossed / pairs.length, 1 - 0.5 / pairs.length);
  return (-Math.log(1 - share) * pairs.length) / years;
}

/** The family with the most false alarms. `families`: name -> pairs. */
export function worstFamily(families, threshold) {
  return Object.entries(families)
    .map(([family, pairs]) => ({ family, rate: falseRate(pairs, threshold) }))
    .reduce((one, other) => (other.rate > one.rate ? other : one));
}

/** The lowest threshold at which no family has more than `rate` false alarms a year. */
export function equalThreshold(families, rate = 0.2) {
  const scores = Object.values(families).flatMap((pairs) =>
    pairs.map((list) => list.reduce((most, { score }) => Math.max(most, score), -Infinity)),
  );
  scores.sort((one, other) => one - other);
  let [low, high] = [0, scores.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (worstFamily(families, scores[middle] + 1e-9).rate <= rate) high = middle;
    else low = middle + 1;
  }
  return scores[low] + 1e-9;
}

/** A year, for what was never seen. */
export const never = 365;

/** Days from the onset to the first alarm; null where one came before it. */
export function delayOf(alarms, onset) {
  const first = alarms[0];
  if (first === undefined) return never;
  if (first < onset) return null;
  return Math.min(never, Math.max(1, first - onset));
}

export function delaysAt(pairs, threshold) {
  return pairs
    .map(({ scores, onset }) =>
      delayOf(
        scores.filter(({ score }) => score >= threshold).map(({ t }) => t),
        onset,
      ),
    )
    .filter((delay) => delay !== null);
}

export function geometricMean(delays) {
  return Math.exp(delays.reduce((sum, delay) => sum + Math.log(delay), 0) / delays.length);
}

export function shareOf(list, holds) {
  return list.length > 0 ? list.filter(holds).length / list.length : NaN;
}

export function medianOf(values) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted.length > 0 ? sorted[sorted.length >> 1] : NaN;
}

/** Area under the curve: scores one to six months after the onset against those before it. */
export function areaUnderCurve(pairs) {
  const before = [];
  const after = [];
  for (const { scores, onset } of pairs) {
    for (const { t, score } of scores) {
      if (t < onset) before.push(score);
      else if (t >= onset + 28 && t <= onset + 180) after.push(score);
    }
  }
  before.sort((one, other) => one - other);
  after.sort((one, other) => one - other);
  let below = 0;
  let sum = 0;
  for (const score of after) {
    while (below < before.length && before[below] < score) below++;
    sum += below;
  }
  return sum / before.length / after.length;
}
