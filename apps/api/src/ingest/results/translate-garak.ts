import { signalEvent, type SignalEvent } from '../../signals/signal-event.js';
import type { OfferedSeries } from '../series/offered-series.js';
import type { Translated } from '../translated.js';
import { instantFrom, keyFrom, textFrom } from '../vendor-text.js';

type Given = Record<string, unknown>;

export function isGarakLine(line: unknown): line is Given {
  if (typeof line !== 'object' || line === null || Array.isArray(line)) return false;
  const { entry_type: type, probe, attempt_id: attempt } = line as Given;
  return typeof type === 'string' || (typeof probe === 'string' && typeof attempt === 'string');
}

/**
 * Reads a report of garak (the share of attempts that a probe did not get through, by probe and detector) or its hit
 * log (one alert for each probe that got through).
 */
export function translateGarak(lines: readonly Given[]): Translated {
  const find = (type: string): Given => lines.find(({ entry_type: each }) => each === type) ?? {};
  const setup = find('start_run setup');
  const init = find('init');
  const at = momentOf(init.start_time ?? setup['transient.starttime_iso']);
  const model = textFrom(setup['plugins.target_name'] ?? setup['plugins.model_name'], 200);
  const run = textFrom(init.run ?? setup['transient.run_id'], 120);
  const evals = lines.filter(({ entry_type: type }) => type === 'eval');
  const hits = lines.filter(({ entry_type: type, probe }) => type === undefined && typeof probe === 'string');
  const left: string[] = [];
  if (evals.length > 0 && at === null)
    left.push('The report does not say when it began ("init.start_time").');
  const series = at === null ? [] : evals.flatMap((line) => passRate(line, { model, run }, at, left));
  return { points: [], series, signals: hitSignals(hits), left };
}

function passRate(
  { probe, detector, passed, total_evaluated: evaluated, total }: Given,
  about: { model: string; run: string },
  at: number,
  left: string[],
): OfferedSeries[] {
  const n = evaluated ?? total;
  if (typeof passed !== 'number' || typeof n !== 'number' || n <= 0) {
    left.push(`The result of ${textFrom(probe, 80) || 'a probe'} has no count.`);
    return [];
  }
  const said = { probe: textFrom(probe, 200), detector: textFrom(detector, 200), ...about };
  const labels = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''));
  return [{ name: 'pass_rate', labels, kind: 'reading', points: [{ at, value: passed / n, n }] }];
}

function hitSignals(hits: readonly Given[]): SignalEvent[] {
  const byProbe = new Map<string, Given[]>();
  for (const hit of hits) {
    const probe = textFrom(hit.probe, 200);
    byProbe.set(probe, [...(byProbe.get(probe) ?? []), hit]);
  }
  return [...byProbe].map(([probe, mine]) => {
    const { generator, detector, goal, run_id: run } = mine[0]!;
    const model = textFrom(generator, 200);
    const times = mine.length === 1 ? 'once' : `${mine.length} times`;
    return signalEvent({
      dedupKey: keyFrom(['garak', probe, model].join(' | ')),
      action: 'trigger',
      title: textFrom(`${probe} got through ${times}${model && ` at ${model}`}`, 300),
      description: textFrom(goal, 2000) && `Its goal: ${textFrom(goal, 2000)}`,
      environment: 'evaluation',
      labels: {
        alertname: probe,
        detector: textFrom(detector, 200),
        generator: model,
        run: textFrom(run, 120),
      },
    });
  });
}

/** garak writes times of its machine without saying where that is; they are read as UTC. */
function momentOf(value: unknown): number | null {
  const text = textFrom(value, 60);
  return instantFrom(text) ?? instantFrom(`${text.replace(' ', 'T')}Z`);
}
