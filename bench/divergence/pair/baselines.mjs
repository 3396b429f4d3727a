import { toWorking } from '@plumbline/shared/divergence/pair/working-scale';

/**
 * What is usually taken for this: detectors of a change in the residual of intent on proxy, the regression fitted to the
 * reference period. Each answers a score after every audit; the threshold is found from null pairs.
 */
export const baselines = {
  'rolling z': rollingZ,
  CUSUM: cusum,
  'Page-Hinkley': pageHinkley,
  ADWIN: adwin,
  BOCPD: bocpd,
};

/** Residuals after the reference period, in SDs of those within it; positive where the intent is worse. */
export function residuals(pair, referenceDays = 180) {
  const rows = auditRows(pair);
  const within = rows.filter((row) => row.t < referenceDays);
  const mean = (list, of) => list.reduce((sum, row) => sum + of(row), 0) / list.length;
  const [u, z] = [mean(within, (row) => row.u), mean(within, (row) => row.z)];
  const slope =
    mean(within, (row) => (row.u - u) * (row.z - z)) / (mean(within, (row) => (row.u - u) ** 2) + 1e-12);
  const off = (row) => slope * (row.u - u) - (row.z - z);
  const sd = Math.sqrt(mean(within, (row) => off(row) ** 2)) + 1e-12;
  return rows.filter((row) => row.t >= referenceDays).map((row) => ({ t: row.t, e: off(row) / sd }));
}

/** Each audit with the proxy's mean of the week before it, on the working scale. */
function auditRows({ observations, setting }) {
  const rows = [];
  let week = [];
  for (const { series, t, v } of observations) {
    if (series === 'proxy') {
      week.push({ t, v: toWorking(v, setting.proxy) });
      continue;
    }
    const recent = week.filter((point) => point.t > t - 7);
    week = recent.length > 0 ? recent : week.slice(-1);
    if (week.length === 0) continue;
    const u = week.reduce((sum, point) => sum + point.v, 0) / week.length;
    rows.push({ t, u, z: toWorking(v, setting.intent) });
  }
  return rows;
}

/** Mean of the last eight, in its standard errors. */
function rollingZ(series) {
  return series.map(({ t }, k) => {
    const last = series.slice(Math.max(0, k - 7), k + 1);
    return { t, score: last.reduce((sum, one) => sum + one.e, 0) / Math.sqrt(last.length) };
  });
}

function cusum(series) {
  let sum = 0;
  return series.map(({ t, e }) => ({ t, score: (sum = Math.max(0, sum + e - 0.5)) }));
}

/** With river's delta of .005. */
function pageHinkley(series) {
  let mean = 0;
  let sum = 0;
  let least = 0;
  return series.map(({ t, e }, k) => {
    mean += (e - mean) / (k + 1);
    sum += e - mean - 0.005;
    least = Math.min(least, sum);
    return { t, score: sum - least };
  });
}

/** The largest difference between two parts of the window, in the bound that ADWIN cuts at with delta .002. */
function adwin(series) {
  let window = [];
  return series.map(({ t, e }) => {
    window.push(e);
    const n = window.length;
    const mean = window.reduce((sum, value) => sum + value, 0) / n;
    const variance = window.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n;
    const log = Math.log((2 * Math.log(Math.max(n, 3))) / 0.002);
    let score = 0;
    let cut = 0;
    let early = 0;
    for (let k = 1; k < n; k++) {
      early += window[k - 1];
      if (k < 5 || n - k < 5) continue;
      const m = 1 / k + 1 / (n - k);
      const bound = Math.sqrt(2 * m * variance * log) + (2 / 3) * m * log;
      const rise = (mean * n - early) / (n - k) - early / k;
      if (rise / bound > score) score = rise / bound;
      if (Math.abs(rise) > bound) cut = k;
    }
    if (cut > 0) window = window.slice(cut);
    return { t, score };
  });
}

/** Adams & MacKay: Gaussian of unknown mean, hazard 1/100; log odds that a run of at most 26 audits stands higher. */
function bocpd(series) {
  let runs = [{ chance: 1, n: 0, sum: 0, first: true }];
  return series.map(({ t, e }) => {
    let fresh = 0;
    const grown = runs.map((run) => {
      const precision = 1 + run.n * 1;
      const mean = run.sum / precision;
      const variance = 1 + 1 / precision;
      const chance = (run.chance * Math.exp((-0.5 * (e - mean) ** 2) / variance)) / Math.sqrt(variance);
      fresh += chance / 100;
      return { ...run, chance: chance * 0.99, n: run.n + 1, sum: run.sum + e };
    });
    runs = [{ chance: fresh, n: 0, sum: 0 }, ...grown].slice(0, 200);
    const total = runs.reduce((sum, run) => sum + run.chance, 0) + 1e-300;
    let above = 0;
    for (const run of runs) {
      run.chance /= total;
      if (!run.first && run.n >= 1 && run.n <= 26 && run.sum / run.n > 0.5) above += run.chance;
    }
    return { t, score: Math.log((above + 1e-12) / (1 - above + 1e-12)) };
  });
}
