import type { Finding } from '@plumbline/shared/contract/divergence';
import type { NewIncident } from '@plumbline/shared/contract/incident-edit';
import type { NewLabels } from '@plumbline/shared/contract/incident-label';
import type { Pair } from '@plumbline/shared/contract/pair';
import { goodhartMode } from '@plumbline/shared/taxonomy/values/classification';
import { environment } from '@plumbline/shared/taxonomy/values/incident';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** What an alarm says as an incident to be judged: the boxes from the objective, the rest suggested. */
export function draftFromFinding(finding: Finding, pair: Pair): NewIncident {
  const where = pair.environment in environment ? (pair.environment as keyof typeof environment) : undefined;
  return {
    title: titleOf(finding, pair).slice(0, 300),
    intendedGoal: pair.intentStatement,
    specifiedObjective: pair.specification,
    observedBehaviour: observed(finding, pair),
    systems: [{ id: pair.systemId, role: 'primary' }],
    metricIds: [pair.proxyMetricId, pair.intentMetricId],
    pairIds: [pair.id],
    objectiveId: pair.objectiveId,
    detectedAt: finding.at,
    ...(finding.onsetAt ? { occurredAt: finding.onsetAt, occurredPrecision: 'day' as const } : {}),
    ...(where ? { environment: where } : {}),
    labels: suggested(finding),
  };
}

/** The labels an alarm speaks for; a person confirms or changes them. */
export function suggested(finding: Finding): NewLabels {
  const by = { certainty: 'potential', provenance: 'detector', quote: '' } as const;
  const seen = finding.evidence.join(' ').slice(0, 2000);
  const mode = finding.mode;
  const rationale =
    mode === 'undetermined'
      ? `The data do not tell which way it came apart. ${seen}`
      : `${goodhartMode[mode]} with a chance of ${finding.modeProbability.toFixed(2)}. ${seen}`;
  return {
    misalignmentType: [
      { ...by, value: 'outer', rationale: 'A measure was optimised that stopped meaning what was meant.' },
    ],
    mechanism: [{ ...by, value: 'proxy_overoptimization', rationale: seen }],
    goodhartMode: [{ ...by, value: mode, rationale: rationale.slice(0, 2000) }],
    detectionSignal: [{ ...by, value: 'metric_gaming', rationale: 'Raised by the divergence detector.' }],
  };
}

function titleOf(finding: Finding, { proxy, intent, systemName }: Pair): string {
  const since = sinceWords(finding);
  if (finding.gap === null) return `${systemName}: ${intent.name} stopped following ${proxy.name} ${since}`;
  return finding.runId
    ? `${systemName}: ${intent.name} turned ${since} and lost ${amount(finding.gap, intent)}`
    : `${systemName}: ${intent.name} is ${amount(finding.gap, intent)} worse than ${proxy.name} implies, ${since}`;
}

function observed(finding: Finding, pair: Pair): string {
  return [
    `${capital(sinceWords(finding))}, ${gapWords(finding, pair)}.`,
    setWords(finding),
    ...finding.evidence,
    'An alarm is a prompt to look, not a verdict.',
  ].join(' ');
}

function gapWords({ gap, gapLow, gapHigh, runId }: Finding, { proxy, intent }: Pair): string {
  if (gap === null || gapLow === null || gapHigh === null)
    return `${intent.name} no longer follows ${proxy.name}`;
  const interval = `(90 % interval ${figure(gapLow, intent)} to ${amount(gapHigh, intent)})`;
  return runId
    ? `${intent.name} lost ${amount(gap, intent)} ${interval} while ${proxy.name} went on`
    : `${intent.name} is ${amount(gap, intent)} worse than ${proxy.name} lets expect ${interval}`;
}

function sinceWords({ onsetAt, onsetX, axis }: Finding): string {
  if (onsetAt) return `since ${dayWords(onsetAt)}`;
  return axis === 'kl' ? `from KL ${onsetX?.toFixed(2)} on` : `from step ${Math.round(onsetX ?? 0)} on`;
}

function setWords({ onsetLowAt, onsetHighAt, onsetLowX, onsetHighX, axis }: Finding): string {
  if (onsetLowAt && onsetHighAt)
    return `The onset lies between ${dayWords(onsetLowAt)} and ${dayWords(onsetHighAt)} with 90 %.`;
  const [low, high] = [onsetLowX ?? 0, onsetHighX ?? 0].map((x) => x.toFixed(axis === 'kl' ? 2 : 0));
  return `The onset lies between ${low} and ${high} with 90 %.`;
}

/** A gap with its unit: shares in points. */
function amount(value: number, intent: Pair['intent']): string {
  const unit = intent.scale === 'proportion' ? 'points' : intent.unit;
  return unit ? `${figure(value, intent)} ${unit}` : figure(value, intent);
}

function figure(value: number, { scale }: Pair['intent']): string {
  const shown = scale === 'proportion' ? value * 100 : value;
  const digits = scale === 'proportion' ? 1 : Math.abs(shown) >= 100 ? 0 : Math.abs(shown) >= 1 ? 1 : 3;
  return shown.toFixed(digits).replace('-', '−');
}

function dayWords(iso: string): string {
  const day = new Date(iso);
  return `${day.getUTCDate()} ${months[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
