import { tickWords } from '../../ui/chart/axis-words.js';
import type { PanelScale } from './panel-scale.js';
import { placeWordsOf } from './place-words.js';
import { type StackedBar, stackBars } from './stack-bars.js';
import styles from './panels.module.css';

/** A moment: a release, something its owner noted. */
export interface Moment {
  at: number;
  label: string;
}

/** Something that lasted; null lasts still. */
export interface Lasting {
  from: number;
  to: number | null;
  label: string;
  href?: string;
}

interface Props {
  scale: PanelScale;
  moments: readonly Moment[];
  /** A lane for each list that is not empty. */
  lanes: readonly { name: string; bars: readonly Lasting[] }[];
  ticks: readonly number[];
}

const laneHeight = 26;

/** What happened meanwhile, over the axis of time that all panels share. */
export function Lanes({ scale, moments, lanes, ticks }: Props) {
  const shown = lanes.filter(({ bars }) => bars.some((bar) => inSight(scale, bar)));
  const placed = placeWordsOf(
    scale,
    moments.filter(({ at }) => scale.sees(at)),
  );
  const { stacked, rows } = layLanes(scale, shown);
  const height = laneHeight * rows + 24;
  const words = tickWords('time', ticks);
  return (
    <section aria-label="Releases, mitigations, incidents" className={styles.panel}>
      <div className={styles.head}>
        <span>Releases, mitigations, incidents</span>
      </div>
      <svg width={scale.width} height={height} role="group" aria-label={laneSentence(moments, shown)}>
        {placed.map(({ at, label, leftward }) => {
          const x = scale.atX(at);
          return (
            <g key={`${at} ${label}`}>
              <path d={`M${x - 4.5},8h9l-4.5,8z`} fill="var(--ink2)" />
              {label && (
                <text
                  x={leftward ? x - 8 : x + 8}
                  y={16}
                  textAnchor={leftward ? 'end' : 'start'}
                  className={styles.word}
                >
                  {label}
                </text>
              )}
            </g>
          );
        })}
        <line x1={scale.left} x2={scale.right} y1={laneHeight} y2={laneHeight} stroke="var(--line)" />
        {stacked.map(({ name, laid, first, last }) => (
          <g key={name}>
            <g transform={`translate(0 ${laneHeight * first})`}>
              {laid.map((one) => (
                <Bar key={`${one.bar.from} ${one.bar.label}`} stacked={one} />
              ))}
            </g>
            <line
              x1={scale.left}
              x2={scale.right}
              y1={laneHeight * last}
              y2={laneHeight * last}
              stroke="var(--line)"
            />
          </g>
        ))}
        {ticks.map((tick, place) => (
          <text
            key={tick}
            x={scale.atX(tick)}
            y={height - 6}
            textAnchor={scale.atX(tick) < scale.left + 24 ? 'start' : 'middle'}
            className={styles.tick}
          >
            {words[place]}
          </text>
        ))}
      </svg>
    </section>
  );
}

function Bar({ stacked }: { stacked: StackedBar }) {
  const { bar, row, from, width, labelAt, anchor } = stacked;
  const y = row * laneHeight;
  const label = (
    <text x={labelAt} y={y + 17} textAnchor={anchor} className={styles.word}>
      {bar.label}
    </text>
  );
  return (
    <>
      <rect x={from} y={y + 5} width={width} height={16} rx={2} className={styles.bar} />
      {bar.href ? <a href={bar.href}>{label}</a> : label}
    </>
  );
}

/** Gives each lane its rows, one below the other; the first row belongs to the moments. */
function layLanes(
  scale: PanelScale,
  lanes: Props['lanes'],
): { stacked: { name: string; laid: StackedBar[]; first: number; last: number }[]; rows: number } {
  let rows = 1;
  const stacked = lanes.map(({ name, bars }) => {
    const laid = stackBars(
      scale,
      bars.filter((bar) => inSight(scale, bar)),
    );
    const first = rows;
    rows += Math.max(...laid.map(({ row }) => row)) + 1;
    return { name, laid, first, last: rows };
  });
  return { stacked, rows };
}

function inSight({ from, to }: PanelScale, bar: Lasting): boolean {
  return bar.from <= to && (bar.to ?? to) >= from;
}

function laneSentence(
  moments: readonly Moment[],
  lanes: readonly { name: string; bars: readonly Lasting[] }[],
): string {
  const parts = [
    `${moments.length} releases and marks`,
    ...lanes.map(({ name, bars }) => `${name}: ${bars.map(({ label }) => label).join(', ')}`),
  ];
  return `${parts.join('; ')}.`;
}
