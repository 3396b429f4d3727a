import { median } from '@plumbline/shared/divergence/numeric/quantile';

/** The threshold at which the worst aligned family gives `per` false of one run; ties count as alarms. */
export function equalThreshold(scored, per = 0.05) {
  let threshold = -Infinity;
  for (const scores of groups(scored.filter((one) => one.truth === 'aligned')).values()) {
    const sorted = scores.map((one) => one.score).sort((a, b) => b - a);
    threshold = Math.max(threshold, sorted[Math.floor(per * sorted.length)]);
  }
  return threshold;
}

/** Share of the runs of these truths whose score lies above the threshold. */
export function detected(scored, threshold, truths = ['decoupled', 'reversed']) {
  return share(
    scored.filter((one) => truths.includes(one.truth)),
    (one) => one.score > threshold,
  );
}

/** The aligned family with the most false verdicts, and its share. */
export function worstFamily(checked) {
  let worst = { family: '-', rate: 0 };
  for (const [family, runs] of groups(checked.filter((one) => one.truth === 'aligned'))) {
    const rate = share(runs, (one) => one.verdict === 'decoupled' || one.verdict === 'reversed');
    if (rate > worst.rate) worst = { family, rate };
  }
  return worst;
}

/** Of the runs about which something was said: how often it was the truth. */
export function rightWhenSpeaking(checked) {
  return share(
    checked.filter((one) => one.verdict !== 'cannot_tell'),
    (one) => one.verdict === one.truth,
  );
}

/** Expected calibration error over ten bins, and the Brier score. */
export function calibration(checked) {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, chance: 0, diverged: 0 }));
  let brier = 0;
  for (const { pDiverged, truth } of checked) {
    const diverged = truth === 'aligned' ? 0 : 1;
    const bin = bins[Math.min(9, Math.floor(10 * pDiverged))];
    bin.count++;
    bin.chance += pDiverged;
    bin.diverged += diverged;
    brier += (pDiverged - diverged) ** 2 / checked.length;
  }
  const ece = bins.reduce((sum, bin) => sum + Math.abs(bin.chance - bin.diverged) / checked.length, 0);
  return { ece, brier };
}

/** Median error of the onset in shares of the run, and how often its interval holds it, over what was detected. */
export function onsets(checked) {
  const found = checked.filter((one) => one.truth !== 'aligned' && one.score > 0.82);
  const error = median(found.map((one) => Math.abs(one.onset.at - one.trueOnset) / one.span));
  const covered = share(
    found,
    (one) =>
      one.onset.lo - 1e-9 * one.span <= one.trueOnset && one.trueOnset <= one.onset.hi + 1e-9 * one.span,
  );
  return { error, covered };
}

export function groups(list) {
  const byFamily = new Map();
  for (const one of list) byFamily.set(one.family, [...(byFamily.get(one.family) ?? []), one]);
  return byFamily;
}

export function share(list, holds) {
  return list.length === 0 ? NaN : list.filter(holds).length / list.length;
}
