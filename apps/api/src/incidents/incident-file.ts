import type { ExportedIncident } from '@plumbline/shared/contract/incident-export';
import type { Facet } from '@plumbline/shared/contract/incident-label';
import Papa from 'papaparse';

type Cell = (incident: ExportedIncident) => string | null;

const several = (values: string[]): string => values.join('; ');
const labelled =
  (facet: Facet): Cell =>
  ({ labels }) =>
    several(labels.filter((label) => label.facet === facet).map(({ value }) => value));

/** The columns of the table, in order. A suggested type is told from a confirmed one by the column beside it. */
const columns = {
  key: ({ key }) => key,
  title: ({ title }) => title,
  recordKind: ({ recordKind }) => recordKind,
  triageState: ({ triageState }) => triageState,
  status: ({ status }) => status,
  substatus: ({ substatus }) => substatus,
  severity: ({ severity }) => severity,
  oecdSeverity: ({ oecdSeverity }) => oecdSeverity,
  misalignmentType: labelled('misalignmentType'),
  misalignmentTypeSetBy: ({ labels }) =>
    several(labels.filter(({ facet }) => facet === 'misalignmentType').map(({ provenance }) => provenance)),
  mechanism: labelled('mechanism'),
  goodhartMode: labelled('goodhartMode'),
  brokenLink: labelled('brokenLink'),
  causeCategory: labelled('causeCategory'),
  specificCause: labelled('specificCause'),
  manifestation: labelled('manifestation'),
  alignmentDimension: labelled('alignmentDimension'),
  shiftKind: labelled('shiftKind'),
  powerSeeking: labelled('powerSeeking'),
  detectionSignal: labelled('detectionSignal'),
  harmType: labelled('harmType'),
  harmRealisation: ({ harmRealisation }) => harmRealisation,
  stakeholder: labelled('stakeholder'),
  genaiRisk: labelled('genaiRisk'),
  trustworthiness: labelled('trustworthiness'),
  systems: ({ systems }) => several(systems.map(({ key, role }) => `${key} (${role})`)),
  metrics: ({ metrics }) => several(metrics.map(({ key, role }) => `${key} (${role})`)),
  mitigations: ({ mitigations }) => several(mitigations.map(({ title, status }) => `${title} (${status})`)),
  rmf: ({ rmf }) => several(rmf.map(({ subcategory, assessment }) => `${subcategory} (${assessment})`)),
  environment: ({ environment }) => environment,
  owner: ({ owner }) => owner?.name ?? null,
  team: ({ team }) => team?.name ?? null,
  tags: ({ tags }) => several(tags),
  source: ({ source: { kind, name } }) => (name ? `${kind} (${name})` : kind),
  reporter: ({ reporter }) => reporter.name,
  visibility: ({ visibility }) => visibility,
  occurredAt: ({ occurredAt }) => occurredAt,
  detectedAt: ({ detectedAt }) => detectedAt,
  reportedAt: ({ reportedAt }) => reportedAt,
  awareAt: ({ awareAt }) => awareAt,
  acceptedAt: ({ acceptedAt }) => acceptedAt,
  mitigatedAt: ({ mitigatedAt }) => mitigatedAt,
  resolvedAt: ({ resolvedAt }) => resolvedAt,
  closedAt: ({ closedAt }) => closedAt,
  updatedAt: ({ updatedAt }) => updatedAt,
  declineReason: ({ declineReason }) => declineReason,
  duplicateOf: ({ duplicateOf }) => duplicateOf,
  resolution: ({ resolution }) => resolution,
  residualRisk: ({ residualRisk }) => residualRisk,
  recheckOn: ({ recheckOn }) => recheckOn,
  intendedGoal: ({ intendedGoal }) => intendedGoal,
  specifiedObjective: ({ specifiedObjective }) => specifiedObjective,
  observedBehaviour: ({ observedBehaviour }) => observedBehaviour,
  description: ({ description }) => description,
  lesson: ({ lesson }) => lesson,
  example: ({ example }) => (example ? 'true' : 'false'),
} as const satisfies Record<string, Cell>;

const cells = Object.values(columns);

/** What a spreadsheet runs; by the first sign alone, as a formula may stand on several lines. */
const escapeFormulae = /^[=+\-@\t\r]/;

/** Writes lines of CSV (RFC 4180); a cell that a spreadsheet would run as a formula is made text. */
function lines(rows: (string | null)[][]): string {
  return `${Papa.unparse(rows, { newline: '\r\n', escapeFormulae })}\r\n`;
}

/** A table with a row an incident, in pieces as the batches come. */
export async function* csvFile(batches: AsyncIterable<ExportedIncident[]>): AsyncGenerator<string> {
  yield lines([Object.keys(columns)]);
  for await (const batch of batches)
    yield lines(batch.map((incident) => cells.map((cell) => cell(incident))));
}

/** A JSON document with the whole records, in pieces as the batches come. */
export async function* jsonFile(
  batches: AsyncIterable<ExportedIncident[]>,
  exportedAt: Date,
): AsyncGenerator<string> {
  yield `{"exportedAt":"${exportedAt.toISOString()}","items":[`;
  let separator = '\n';
  for await (const batch of batches) {
    yield separator + batch.map((incident) => JSON.stringify(incident)).join(',\n');
    separator = ',\n';
  }
  yield '\n]}\n';
}
