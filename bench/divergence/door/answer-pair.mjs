import { replayPair } from '@plumbline/shared/divergence/pair/replay-pair';
import { turningPoint } from '@plumbline/shared/divergence/pair/turning-point';
import { toWorking } from '@plumbline/shared/divergence/pair/working-scale';
import { LineError } from './line-error.mjs';
import { seriesKind } from './series-kind.mjs';

/** What start, obs and end are answered with. Many pairs may be open at once; a pair is replayed at its end. */
export function pairAnswerers() {
  const open = new Map();
  const opened = (line) => {
    const pair = open.get(nameOf(line));
    if (!pair) throw new LineError(`Pair "${line.pair}" was not started.`);
    return pair;
  };
  return {
    start(line) {
      const name = nameOf(line);
      if (open.has(name)) throw new LineError(`Pair "${name}" is open already.`);
      open.set(name, { setting: settingOf(line), observations: [], distances: [] });
      return [];
    },
    obs(line) {
      const pair = opened(line);
      const observation = observationOf(line);
      pair.observations.push(observation);
      const { series, v, n } = observation;
      if (series === 'intent' && typeof line.kl === 'number' && line.kl >= 0) {
        pair.distances.push({ kl: line.kl, v: toWorking(v, pair.setting.intent), n });
      }
      return [];
    },
    end(line) {
      const pair = opened(line);
      open.delete(line.pair);
      const outputs = replayPair(pair.setting, pair.observations);
      const turn = pair.distances.length > 0 ? { turningPoint: turningPoint(pair.distances) } : {};
      return [
        ...outputs.filter((one) => !one.provisional).map((one) => ({ pair: line.pair, ...one })),
        { pair: line.pair, type: 'done', ...turn },
      ];
    },
  };
}

function nameOf(line) {
  if (typeof line.pair !== 'string' || line.pair === '') {
    throw new LineError('"pair" must be a non-empty string.');
  }
  return line.pair;
}

function settingOf(line) {
  return {
    proxy: seriesKind(line.proxy, 'proxy'),
    intent: seriesKind(line.intent, 'intent'),
    referenceDays: positive(line.burnDays, 'burnDays'),
    falseAlarmsPerYear: positive(line.falseAlarmsPerYear, 'falseAlarmsPerYear'),
  };
}

function positive(value, name) {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !(value > 0 && value < Infinity))
    throw new LineError(`"${name}" must be a number above 0.`);
  return value;
}

/** Days that can be counted one by one, values whose squares are numbers. */
const within = { t: 1e9, v: 1e100 };

function observationOf(line) {
  if (line.series !== 'proxy' && line.series !== 'intent') {
    throw new LineError('"series" must be "proxy" or "intent".');
  }
  for (const [name, largest] of Object.entries(within)) {
    const value = line[name];
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      throw new LineError(`"${name}" must be a finite number.`);
    }
    if (Math.abs(value) > largest) throw new LineError(`"${name}" must lie within ±${largest}.`);
  }
  return { series: line.series, t: line.t, v: line.v, n: positive(line.n, 'n') ?? null };
}
