/** What the rules of activation look at; the API refuses by them and the button says why by them. */
export interface MetricFacts {
  role: string;
  state: string;
  objectiveId: string | null;
  archivedAt: string | null;
}

/**
 * Why a metric cannot be put to use, or null when it can.
 * Every specification has loopholes: a proxy without a stated intent has nothing to be held against.
 */
export function whyMetricCannotActivate(metric: MetricFacts): string | null {
  if (metric.archivedAt !== null) return 'Restore this metric first: it is archived.';
  if (metric.state === 'active') return 'This metric is active already.';
  if (metric.state === 'retired') return 'This metric is retired. Clear its retirement day first.';
  if (metric.role === 'proxy' && metric.objectiveId === null) {
    return 'A proxy needs an intent: choose the objective that it stands for, then activate it.';
  }
  return null;
}

/** Why a pair cannot be watched, or null when it can. */
export function whyPairCannotActivate(pair: {
  state: string;
  archivedAt: string | null;
  axis: string;
  runId: string | null;
  proxy: { name: string; state: string };
  intent: { name: string; state: string };
}): string | null {
  if (pair.archivedAt !== null) return 'This pair is archived.';
  if (pair.state !== 'draft') return 'This pair is active already.';
  if (pair.proxy.state !== 'active') return `Activate the proxy "${pair.proxy.name}" first.`;
  if (pair.intent.state !== 'active') return `Activate the intent measure "${pair.intent.name}" first.`;
  if (pair.axis !== 'time' && pair.runId === null) {
    return 'Choose the run first: steps and KL are counted within one run.';
  }
  return null;
}
