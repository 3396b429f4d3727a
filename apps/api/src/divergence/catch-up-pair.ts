import { markDefinitionChanged } from '@plumbline/shared/divergence/pair/definition-changed';
import { freezePair, thawPair } from '@plumbline/shared/divergence/pair/frozen-pair';
import { ladder } from '@plumbline/shared/divergence/pair/ladder';
import type { PairOutput } from '@plumbline/shared/divergence/pair/pair-output';
import type { PairState } from '@plumbline/shared/divergence/pair/pair-state';
import { seeIntent } from '@plumbline/shared/divergence/pair/see-intent';
import { seeProxy } from '@plumbline/shared/divergence/pair/see-proxy';
import { watchPair } from '@plumbline/shared/divergence/pair/watch-pair';
import { whatWouldSettle } from '@plumbline/shared/divergence/pair/what-would-settle';
import type { Band, CatchUpTask, CaughtUp, ColumnsText } from './detector-task.js';
import { thinSnapshots } from './thin-snapshots.js';

const dayMs = 86_400_000;

interface Seen {
  t: number;
  v: number;
  n: number | null;
  proxy: boolean;
}

/** Lets the detector see what is new, in the order of time. Numbers in, values out: it runs in a thread of its own. */
export function catchUpPair(task: CatchUpTask): CaughtUp {
  const state = task.state ? thawPair(task.state) : watchPair(task.setting);
  const outputs: PairOutput[] = [];
  const snapshots = new Map<number, Uint8Array>();
  const changes = task.changedAt.filter((t) => t > state.lastAt);
  let monitoredFrom: number | null = null;
  for (const one of inOrder(task)) {
    while (changes[0] !== undefined && changes[0] <= one.t) markDefinitionChanged(state, changes.shift()!);
    keepEachWeek(state, one.t, snapshots);
    if (one.proxy) seeProxy(state, one);
    else outputs.push(...seeIntent(state, one));
    if (state.reference && monitoredFrom === null) monitoredFrom = one.t;
  }
  for (const t of changes.filter((change) => change <= task.now)) markDefinitionChanged(state, t);
  const kept = thinSnapshots([...snapshots.keys()], Math.floor(state.lastAt));
  return {
    state: freezePair(state),
    outputs,
    snapshots: kept.map((beforeDay) => ({ beforeDay, state: snapshots.get(beforeDay)! })),
    standing: ladder(state, Math.max(task.now, state.lastAt)),
    settle: whatWouldSettle(state),
    monitoredFrom,
  };
}

/** Before the first value of another week: everything earlier has been seen. */
function keepEachWeek(state: PairState, t: number, snapshots: Map<number, Uint8Array>): void {
  if (!Number.isFinite(state.lastAt)) return;
  const day = Math.floor(t);
  if (Math.floor(day / 7) > Math.floor(Math.floor(state.lastAt) / 7)) snapshots.set(day, freezePair(state));
}

/** Both halves by time; at the same moment the proxy first. */
function* inOrder({ proxy, intent, bands }: CatchUpTask): Generator<Seen> {
  const one = read(proxy, bands.proxy);
  const other = read(intent, bands.intent);
  let [p, i] = [0, 0];
  while (p < one.t.length || i < other.t.length) {
    const proxyNext = p < one.t.length && (i >= other.t.length || one.t[p]! <= other.t[i]!);
    const [columns, place] = proxyNext ? [one, p++] : [other, i++];
    yield {
      t: columns.t[place]! / dayMs,
      v: columns.v[place]!,
      n: columns.n[place] ?? null,
      proxy: proxyNext,
    };
  }
}

function read(text: ColumnsText, band: Band | null): { t: number[]; v: number[]; n: (number | null)[] } {
  const columns = JSON.parse(text) as { t: number[]; v: number[]; n: (number | null)[] };
  if (band) columns.v = columns.v.map((v) => -Math.max(band.low - v, v - band.high, 0));
  return columns;
}
