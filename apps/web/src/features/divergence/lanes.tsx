import { tickWords } from '../../ui/chart/axis-words.js';
import type { PanelScale } from './panel-scale.js';
import { placeWordsOf } from './place-words.js';
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
  const height = laneHeight * (1 + shown.length) + 24;
  const words = tickWords('time', ticks);
  return (
    <section aria-label="Releases, mitigations, incidents" className={styles.panel}>
      <div className={styles.head}>
        <span>Releases, mitigations, incidents</span>
      </div>
      <svg width={scale.width} height={height} role="img" aria-label={laneSentence(moments, shown)}>
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
        {shown.map(({ name, bars }, lane) => (
          <g key={name} transform={`translate(0 ${laneHeight * (1 + lane)})`}>
            {bars
              .filter((bar) => inSight(scale, bar))
              .map((bar) => (
                <Bar key={`${bar.from} ${bar.label}`} scale={scale} bar={bar} />
              ))}
            <line x1={scale.left} x2={scale.right} y1={laneHeight} y2={laneHeight} stroke="var(--line)" />
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

function Bar({ scale, bar }: { scale: PanelScale; bar: Lasting }) {
  const from = Math.max(scale.left, scale.atX(bar.from));
  const to = Math.min(scale.right, scale.atX(bar.to ?? scale.to));
  const width = Math.max(3, to - from);
  const inside = width > 7 * bar.label.length;
  const before = !inside && from > scale.left + 7 * bar.label.length + 12;
  const label = (
    <text
      x={inside ? from + 6 : before ? from - 6 : from + width + 6}
      y={17}
      textAnchor={before ? 'end' : 'start'}
      className={styles.word}
    >
      {bar.label}
    </text>
  );
  return (
    <>
      <rect x={from} y={5} width={width} height={16} rx={2} className={styles.bar} />
      {bar.href ? <a href={bar.href}>{label}</a> : label}
    </>
  );
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
