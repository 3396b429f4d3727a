import {
  brokenLink,
  goodhartMode,
  mechanism,
  misalignmentType,
} from '../../taxonomy/values/classification.js';
import {
  environment,
  incidentStatus,
  recordKind,
  severity,
  sourceKind,
  substatus,
  triageState,
} from '../../taxonomy/values/incident.js';
import { rmfAssessment } from '../../taxonomy/values/mitigation.js';

/** A question that a query may ask, and what its answers look like. */
export interface QueryField {
  label: string;
  /** `choice`: one of `values`. `name`: key, name or id of something. The rest say what they are. */
  answer: 'choice' | 'name' | 'text' | 'rmf' | 'moment' | 'incident';
  values?: Record<string, string>;
  /** It may stand once and not be turned round. */
  once?: true;
}

const choice = <L extends string>(label: L, values: Record<string, string>) =>
  ({ label, answer: 'choice', values }) as const;

/** Every field of the query language, in the order in which it is offered. */
export const queryFields = {
  state: choice('Triage state', triageState),
  status: choice('Status', incidentStatus),
  severity: choice('Severity', severity),
  type: choice('Misalignment type', misalignmentType),
  mechanism: choice('Mechanism', mechanism),
  owner: { label: 'Owner', answer: 'name' },
  team: { label: 'Team', answer: 'name' },
  system: { label: 'System', answer: 'name' },
  metric: { label: 'Metric', answer: 'name' },
  pair: { label: 'Pair', answer: 'name' },
  tag: { label: 'Tag', answer: 'text' },
  mitigation: { label: 'Mitigation', answer: 'text' },
  rmf: { label: 'NIST AI RMF', answer: 'rmf' },
  assessment: choice('RMF assessment', rmfAssessment),
  mode: choice('Goodhart mode', goodhartMode),
  broken: choice('Where intent was lost', brokenLink),
  kind: choice('Record kind', recordKind),
  source: choice('Source', sourceKind),
  environment: choice('Environment', environment),
  course: choice('Course', substatus),
  missing: choice('Not said yet', {
    severity: 'Severity',
    type: 'Misalignment type',
    system: 'System',
  }),
  is: choice('Is', {
    restricted: 'Not for the whole workspace',
    example: 'Example story',
    confirmed: 'Type confirmed by a person',
  }),
  since: { label: 'Reported since', answer: 'moment' },
  until: { label: 'Reported until', answer: 'moment' },
  changed: { label: 'Changed since', answer: 'moment' },
  key: { label: 'Incident', answer: 'incident' },
  sort: {
    ...choice('Sort', {
      '-reported': 'Newest first',
      reported: 'Oldest first',
      '-updated': 'Last changed first',
      severity: 'Worst first',
    }),
    once: true,
  },
} as const satisfies Record<string, QueryField>;
export type QueryFieldName = keyof typeof queryFields;

export const queryFieldNames = Object.keys(queryFields) as QueryFieldName[];

/** @returns what is known about a field, by its name */
export function queryField(name: QueryFieldName): QueryField {
  return queryFields[name];
}
