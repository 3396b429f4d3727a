/** The record and the life of an incident: value -> our short label. */

export const severity = {
  sev1: 'Severity 1',
  sev2: 'Severity 2',
  sev3: 'Severity 3',
  sev4: 'Severity 4',
} as const;
export type Severity = keyof typeof severity;

export const oecdSeverity = {
  death: 'Death',
  serious_injury: 'Serious injury',
  minor_injury: 'Minor injury',
  serious_hazard: 'Serious hazard',
  hazard: 'Hazard',
  non_physical_harm: 'Non-physical harm',
} as const;
export type OecdSeverity = keyof typeof oecdSeverity;

export const recordKind = {
  incident: 'Incident',
  near_miss: 'Near miss',
  hazard: 'Hazard',
  red_team_finding: 'Red-team finding',
  evaluation_finding: 'Evaluation finding',
  drill: 'Drill',
  reference: 'Reference case',
} as const;
export type RecordKind = keyof typeof recordKind;

export const triageState = {
  pending: 'Pending',
  accepted: 'Accepted',
  declined: 'Declined',
  snoozed: 'Snoozed',
  duplicate: 'Duplicate',
} as const;
export type TriageState = keyof typeof triageState;

export const incidentStatus = {
  open: 'Open',
  investigating: 'Investigating',
  mitigating: 'Mitigating',
  monitoring: 'Monitoring',
  resolved: 'Resolved',
  closed: 'Closed',
} as const;
export type IncidentStatus = keyof typeof incidentStatus;

export const substatus = {
  new: 'New',
  ongoing: 'Ongoing',
  escalating: 'Escalating',
  regressed: 'Regressed',
} as const;
export type Substatus = keyof typeof substatus;

export const declineReason = {
  not_alignment: 'Not about alignment',
  bug: 'A bug',
  insufficient_information: 'Not enough information',
  benign: 'Benign',
  false_positive: 'False positive',
  out_of_scope: 'Out of scope',
} as const;
export type DeclineReason = keyof typeof declineReason;

export const resolution = {
  mitigated: 'Mitigated',
  contained: 'Contained',
  accepted_risk: 'Risk accepted',
  metric_retired: 'Metric retired',
  objective_respecified: 'Objective respecified',
  system_withdrawn: 'System withdrawn',
} as const;
export type Resolution = keyof typeof resolution;

export const incidentSystemRole = {
  primary: 'Primary',
  contributing: 'Contributing',
  interacting: 'Interacting',
} as const;
export type IncidentSystemRole = keyof typeof incidentSystemRole;

export const environment = {
  design: 'Design',
  training: 'Training',
  evaluation: 'Evaluation',
  staging: 'Staging',
  production: 'Production',
} as const;
export type Environment = keyof typeof environment;

export const incidentLinkKind = {
  duplicate_of: 'Duplicate of',
  similar_to: 'Similar to',
  caused_by: 'Caused by',
  regression_of: 'Regression of',
  variant_of: 'Variant of',
} as const;
export type IncidentLinkKind = keyof typeof incidentLinkKind;

export const visibility = { workspace: 'Workspace', team: 'Team', restricted: 'Restricted' } as const;
export type Visibility = keyof typeof visibility;

export const evidenceGrade = {
  a: 'A, reproduced',
  b: 'B, recorded',
  c: 'C, reported',
  d: 'D, suspected',
} as const;
export type EvidenceGrade = keyof typeof evidenceGrade;

export const harmRealisation = {
  none: 'No harm',
  possible: 'Harm possible',
  imminent: 'Harm imminent',
  realised: 'Harm realised',
  unknown: 'Unknown',
} as const;
export type HarmRealisation = keyof typeof harmRealisation;

export const harmType = {
  physical: 'Physical',
  psychological: 'Psychological',
  economic: 'Economic',
  reputational: 'Reputational',
  rights: 'Rights',
  public_interest: 'Public interest',
  environmental: 'Environmental',
  property: 'Property',
} as const;
export type HarmType = keyof typeof harmType;

export const stakeholder = {
  users: 'Users',
  workers: 'Workers',
  consumers: 'Consumers',
  business: 'Business',
  children: 'Children',
  minorities: 'Minorities',
  patients: 'Patients',
  general_public: 'General public',
  government: 'Government',
  other: 'Other',
} as const;
export type Stakeholder = keyof typeof stakeholder;

export const timePrecision = {
  exact: 'Exact',
  hour: 'To the hour',
  day: 'To the day',
  month: 'To the month',
  unknown: 'Unknown',
} as const;
export type TimePrecision = keyof typeof timePrecision;

export const sourceKind = {
  form: 'Form',
  api: 'API',
  detector: 'Detector',
  tool: 'Tool',
  import: 'Import',
  example: 'Example',
} as const;
export type SourceKind = keyof typeof sourceKind;
