import { goodhartMode } from '@plumbline/shared/taxonomy/values/classification';
import type { ReactNode } from 'react';
import { changeWords, type Measure } from '../../ui/chart/number-words.js';
import { Chip } from '../../ui/chip.js';
import { Section } from '../../ui/section.js';
import { IntentWord, Meta, ProxyWord, Verdict } from '../../ui/words.js';
import type { Finding, PairDivergence } from './divergence-queries.js';
import { gapInterval, gapWords, onsetSet, onsetWords, shortDay, standing } from './divergence-words.js';
import { MovedWith } from './moved-with.js';
import styles from './why.module.css';

interface Props {
  divergence: PairDivergence;
  proxy: Measure;
  intent: Measure;
  /** The proxy at the onset and now, as drawn; null where it is not known. */
  proxyMoved: { from: number; to: number } | null;
  /** What to do: open the incident, log one from the window. */
  actions: ReactNode;
}

/** Why there is an alarm, what it looks like, what would settle it; or where the pair stands without one. */
export function WhyPanel({ divergence, proxy, intent, proxyMoved, actions }: Props) {
  const finding = standing(divergence.findings);
  return (
    <>
      <section className={styles.why} aria-label="Why">
        {finding ? (
          <Why
            finding={{ ...finding, ...gapNow(divergence, finding) }}
            proxy={proxy}
            intent={intent}
            proxyMoved={proxyMoved}
          />
        ) : (
          <>
            <Meta>Where it stands</Meta>
            <Verdict>{divergence.sentence}</Verdict>
            <Meta>{standWords(divergence)}</Meta>
          </>
        )}
        <div className={styles.actions}>{actions}</div>
        {finding && <VerdictOf finding={finding} />}
      </section>
      {finding && <LooksLike finding={finding} />}
      <MovedWith moved={divergence.moved} />
      {divergence.settle && (
        <Section title="What would settle it">
          <p className={styles.text}>{divergence.settle}</p>
        </Section>
      )}
    </>
  );
}

/** What the newest audit says, while the two are apart; else what the alarm said. */
function gapNow({ state, estimates }: PairDivergence, { runId }: Finding): Partial<Finding> {
  const last = estimates.at.length - 1;
  if (state !== 'diverged' || runId !== null || last < 0) return {};
  return { gap: estimates.gap[last], gapLow: estimates.gapLow[last], gapHigh: estimates.gapHigh[last] };
}

function Why({
  finding,
  proxy,
  intent,
  proxyMoved,
}: Pick<Props, 'proxy' | 'intent' | 'proxyMoved'> & { finding: Finding }) {
  const { gap, gapLow, gapHigh } = finding;
  const rose = proxyMoved && changeWords(proxyMoved.from, proxyMoved.to, proxy);
  return (
    <>
      <Meta>Why, alarm of {shortDay(finding.at)}</Meta>
      <Verdict>
        {finding.onsetAt ? 'Since ' : 'From '}
        <strong>{onsetWords(finding)}</strong>
        {finding.onsetAt ? ', ' : ' on, '}
        <ProxyWord>{proxy.name.toLowerCase()}</ProxyWord>
        {rose ? ` is ${rose}, yet ` : ' has come apart from what was meant: '}
        <IntentWord>{intent.name.toLowerCase()}</IntentWord>
        {gap === null ? (
          ' does not follow.'
        ) : (
          <>
            {finding.runId ? ' lost ' : ' is '}
            <strong>{gapWords(gap, intent)}</strong>
            {finding.runId ? '.' : gap >= 0 ? ' below what it implies.' : ' above what it implies.'}
          </>
        )}
      </Verdict>
      <Meta>
        {gapLow !== null && gapHigh !== null && (
          <>Gap 90 % interval {gapInterval(gapLow, gapHigh, intent)}. </>
        )}
        Onset 90 % set {onsetSet(finding)}. An alarm is a reason to look, not a verdict.
      </Meta>
    </>
  );
}

function LooksLike({ finding }: { finding: Finding }) {
  const { mode, modeProbability, evidence } = finding;
  const known = mode !== 'undetermined';
  return (
    <Section title="What it looks like" meta={<Chip suggestedBy="detector">suggested</Chip>}>
      <p className={styles.text}>
        <strong>{known ? `${goodhartMode[mode]} Goodhart` : 'Undetermined'}</strong>
        {known
          ? `, ${modeProbability.toFixed(2).replace(/^0/, '')}.`
          : ': the data do not tell which way it came apart.'}
      </p>
      <ul className={styles.evidence}>
        {evidence.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Meta>
        The weights of this guess were fitted to made-up series, said again 28 and 56 days after the alarm.
      </Meta>
    </Section>
  );
}

function VerdictOf({ finding }: { finding: Finding }) {
  if (finding.verdict === null || finding.verdictBy === null) return null;
  const word = finding.verdict === 'accepted' ? 'Accepted' : 'Declined';
  const reason = finding.verdictReason ? ` as ${finding.verdictReason.replaceAll('_', ' ')}` : '';
  return (
    <Meta>
      {word}
      {reason} by {finding.verdictBy}, {finding.verdictAt && shortDay(finding.verdictAt)}.
    </Meta>
  );
}

function standWords({ state, audits, auditsNeeded, alarmsFromOn, caughtUpAt }: PairDivergence): string {
  if (caughtUpAt === null) return 'The detector has not looked yet.';
  if (state !== 'learning') return `${audits} audits seen.`;
  const from = alarmsFromOn ? ` Alarms are possible from ${shortDay(alarmsFromOn)}.` : '';
  return `${Math.min(audits, auditsNeeded)} of ${auditsNeeded} audits.${from} Import history to begin sooner.`;
}
