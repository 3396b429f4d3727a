import type { OfferedSeries } from '../series/offered-series.js';
import { instantFrom, textFrom } from '../vendor-text.js';

type Given = Record<string, unknown>;

const asObject = (value: unknown): Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Given) : {};

/** How sure a score is, not what it is. */
const spread: readonly string[] = ['stderr', 'std', 'var', 'bootstrap_stderr', 'bootstrap_std'];

export function isInspectLog(file: unknown): boolean {
  const { eval: about, results } = asObject(file);
  return typeof asObject(about).task === 'string' && typeof results === 'object';
}

/**
 * Reads a log of Inspect: each metric of each score becomes a value of its task, scorer and model, with the version of
 * the task and the run beside it, so that suite, version and result stay together.
 */
export function translateInspect(file: unknown): { series: OfferedSeries[]; left: string[] } {
  const { eval: about, results, status } = asObject(file);
  const { task, task_version: version, model, run_id: run, created } = asObject(about);
  const { scores, completed_samples: completed, total_samples: total } = asObject(results);
  const at = instantFrom(created);
  if (at === null) return { series: [], left: ['The log does not say when it was made ("eval.created").'] };
  if (!Array.isArray(scores) || scores.length === 0)
    return {
      series: [],
      left: [`The log holds no scores; its status is "${textFrom(status, 40) || 'unknown'}".`],
    };
  const left: string[] = [];
  const n = [completed, total].find((count) => Number.isSafeInteger(count) && (count as number) > 0) ?? null;
  const series = scores.flatMap((score: unknown): OfferedSeries[] => {
    const { scorer, name, metrics } = asObject(score);
    const labels = filled({ task, task_version: version, model, run, scorer: scorer ?? name });
    return Object.entries(asObject(metrics)).flatMap(([metric, figure]): OfferedSeries[] => {
      if (spread.includes(metric)) return [];
      const { value } = asObject(figure);
      if (typeof value === 'number')
        return [
          {
            name: metric.slice(0, 200),
            labels,
            kind: 'reading',
            points: [{ at, value, n: n as number | null }],
          },
        ];
      left.push(`"${metric.slice(0, 80)}" has no value.`);
      return [];
    });
  });
  return { series, left };
}

function filled(labels: Given): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels).flatMap(([name, value]): [string, string][] => {
      const text = textFrom(value, 200);
      return text ? [[name, text]] : [];
    }),
  );
}
