import { useRef } from 'react';
import type { Measure } from '../../ui/chart/number-words.js';
import { dayMs } from '../../ui/chart/moving-mean.js';
import { monthTicks } from './month-ticks.js';
import type { PairDivergence } from './divergence-queries.js';
import { standing } from './divergence-words.js';
import { EvidenceStrip } from './evidence-strip.js';
import { GapPanel } from './gap-panel.js';
import { Lanes, type Lasting, type Moment } from './lanes.js';
import { panelScale } from './panel-scale.js';
import { shownEstimates } from './shown-estimates.js';
import styles from './panels.module.css';
import { useWidth } from './use-width.js';

interface Props {
  divergence: PairDivergence;
  proxy: Measure;
  intent: Measure;
  /** What the chart above shows, in milliseconds since 1970. */
  from: number;
  to: number;
  /** Where its crosshair stands. */
  at: number | null;
  incidents: readonly Lasting[];
  mitigations: readonly Lasting[];
}

/** The panels under the chart of a pair over time: gap, evidence, what happened. One plumb line goes through all. */
export function DivergencePanels({ divergence, proxy, intent, from, to, at, incidents, mitigations }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host);
  const scale = panelScale(width, from, to);
  const estimates = shownEstimates(divergence.estimates, from, to);
  const finding = standing(divergence.findings);
  const onset = finding?.onsetAt ? Math.floor(Date.parse(finding.onsetAt) / dayMs) * dayMs : null;
  const alarms = divergence.findings.filter(({ withdrawnAt }) => withdrawnAt === null);
  return (
    <div ref={host} className={styles.stack}>
      {width > 0 && (
        <>
          <GapPanel scale={scale} estimates={estimates} proxy={proxy} intent={intent} onset={onset} />
          <EvidenceStrip
            scale={scale}
            estimates={estimates}
            alarms={alarms.map((alarm) => Date.parse(alarm.at))}
          />
          <Lanes
            scale={scale}
            moments={momentsOf(divergence)}
            lanes={[
              { name: 'Mitigations', bars: mitigations },
              { name: 'Incidents', bars: incidents },
            ]}
            ticks={monthTicks(from, to, width)}
          />
          {onset !== null && scale.sees(onset) && (
            <div className={styles.plumb} style={{ left: scale.atX(onset) }} aria-hidden="true">
              <span className={styles.bob} />
            </div>
          )}
          {at !== null && scale.sees(at) && (
            <div className={styles.crosshair} style={{ left: scale.atX(at) }} aria-hidden="true" />
          )}
        </>
      )}
    </div>
  );
}

function momentsOf({ releases, marks }: PairDivergence): Moment[] {
  return [
    ...releases.map(({ at, name }) => ({ at: Date.parse(at), label: name })),
    ...marks.map(({ at, kind, label }) => ({
      at: Date.parse(at),
      label: kind === 'definition_changed' ? `definition changed: ${label}` : label,
    })),
  ];
}
