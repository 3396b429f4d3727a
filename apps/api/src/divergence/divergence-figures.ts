import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Clock } from '../platform/clock.js';
import { Metrics } from '../platform/metrics/metrics.js';
import { PairWatchQueries } from './pair-watch.queries.js';

/** How far the detector is behind, for `/metrics`. */
@Injectable()
export class DivergenceFigures {
  constructor(metrics: Metrics, queries: PairWatchQueries, clock: Clock) {
    const registers = [metrics.registry];
    const gauge = (name: string, help: string, read: (behind: Behind) => number): Gauge =>
      new Gauge({
        name,
        help,
        registers,
        async collect() {
          const behind = await queries.behind().catch(() => null);
          if (behind === null) this.remove();
          else this.set(read(behind));
        },
      });
    gauge('plumbline_pairs_behind', 'Pairs with values that the detector has not seen', ({ pairs }) => pairs);
    gauge('plumbline_pairs_behind_seconds', 'How long the oldest of them has been waiting', ({ since }) =>
      since === null ? 0 : Math.max(0, (clock.now().getTime() - since.getTime()) / 1000),
    );
  }
}

interface Behind {
  pairs: number;
  since: Date | null;
}
