import * as classification from '../values/classification.js';
import * as incident from '../values/incident.js';
import * as mitigation from '../values/mitigation.js';
import * as system from '../values/system.js';
import { causeCategoryTerms, specificCauseTerms } from './cause-terms.js';
import * as harmTerms from './harm-terms.js';
import * as incidentTerms from './incident-terms.js';
import * as lifeTerms from './life-terms.js';
import { mechanismTerms } from './mechanism-terms.js';
import * as metricTerms from './metric-terms.js';
import { brokenLinkTerms, goodhartModeTerms, misalignmentTypeTerms } from './misalignment-terms.js';
import * as mitigationTerms from './mitigation-terms.js';
import * as signTerms from './sign-terms.js';
import * as systemTerms from './system-terms.js';
import type { Term } from './term.js';

/** One enumeration with everything that is said about its values. */
export interface Vocabulary {
  id: string;
  label: string;
  /** Value -> short label. */
  labels: Readonly<Record<string, string>>;
  terms: Readonly<Record<string, Term>>;
}

const vocabulary = <K extends string>(
  id: string,
  label: string,
  labels: Readonly<Record<K, string>>,
  terms: Readonly<Record<K, Term>>,
): Vocabulary => ({ id, label, labels, terms });

/** Every vocabulary, in the order of the words page. Long texts: load it only where they are shown. */
export const vocabularies: readonly Vocabulary[] = [
  vocabulary('misalignmentType', 'Misalignment type', classification.misalignmentType, misalignmentTypeTerms),
  vocabulary('mechanism', 'Mechanism', classification.mechanism, mechanismTerms),
  vocabulary('brokenLink', 'Where intent was lost', classification.brokenLink, brokenLinkTerms),
  vocabulary('goodhartMode', 'Goodhart mode', classification.goodhartMode, goodhartModeTerms),
  vocabulary('causeCategory', 'Cause', classification.causeCategory, causeCategoryTerms),
  vocabulary('specificCause', 'Specific cause', classification.specificCause, specificCauseTerms),
  vocabulary(
    'detectionSignal',
    'Detection signal',
    classification.detectionSignal,
    signTerms.detectionSignalTerms,
  ),
  vocabulary('manifestation', 'How it shows', classification.manifestation, signTerms.manifestationTerms),
  vocabulary(
    'alignmentDimension',
    'Alignment dimension',
    classification.alignmentDimension,
    signTerms.alignmentDimensionTerms,
  ),
  vocabulary('shiftKind', 'Kind of shift', classification.shiftKind, signTerms.shiftKindTerms),
  vocabulary('powerSeeking', 'Power-seeking', classification.powerSeeking, signTerms.powerSeekingTerms),
  vocabulary('severity', 'Severity', incident.severity, incidentTerms.severityTerms),
  vocabulary('oecdSeverity', 'OECD severity', incident.oecdSeverity, harmTerms.oecdSeverityTerms),
  vocabulary('recordKind', 'Record kind', incident.recordKind, incidentTerms.recordKindTerms),
  vocabulary('triageState', 'Triage state', incident.triageState, lifeTerms.triageStateTerms),
  vocabulary('status', 'Status', incident.incidentStatus, lifeTerms.incidentStatusTerms),
  vocabulary('substatus', 'Substatus', incident.substatus, lifeTerms.substatusTerms),
  vocabulary('declineReason', 'Reason to decline', incident.declineReason, lifeTerms.declineReasonTerms),
  vocabulary('resolution', 'Resolution', incident.resolution, lifeTerms.resolutionTerms),
  vocabulary('evidenceGrade', 'Evidence grade', incident.evidenceGrade, incidentTerms.evidenceGradeTerms),
  vocabulary(
    'harmRealisation',
    'Whether harm was done',
    incident.harmRealisation,
    harmTerms.harmRealisationTerms,
  ),
  vocabulary('harmType', 'Kind of harm', incident.harmType, harmTerms.harmTypeTerms),
  vocabulary('stakeholder', 'Stakeholders', incident.stakeholder, harmTerms.stakeholderTerms),
  vocabulary(
    'mitigationStage',
    'Mitigation stage',
    mitigation.mitigationStage,
    mitigationTerms.mitigationStageTerms,
  ),
  vocabulary(
    'mitigationStatus',
    'Mitigation status',
    mitigation.mitigationStatus,
    mitigationTerms.mitigationStatusTerms,
  ),
  vocabulary(
    'mitigationFailureMode',
    'How a mitigation fails',
    mitigation.mitigationFailureMode,
    mitigationTerms.mitigationFailureModeTerms,
  ),
  vocabulary('rmfAssessment', 'RMF assessment', mitigation.rmfAssessment, mitigationTerms.rmfAssessmentTerms),
  vocabulary(
    'rmfStatementState',
    'RMF statement',
    mitigation.rmfStatementState,
    mitigationTerms.rmfStatementStateTerms,
  ),
  vocabulary('metricRole', 'Role of a metric', system.metricRole, metricTerms.metricRoleTerms),
  vocabulary('metricKind', 'Kind of metric', system.metricKind, metricTerms.metricKindTerms),
  vocabulary(
    'metricDirection',
    'Direction of a metric',
    system.metricDirection,
    metricTerms.metricDirectionTerms,
  ),
  vocabulary('metricScale', 'Scale of a metric', system.metricScale, metricTerms.metricScaleTerms),
  vocabulary(
    'evaluationContext',
    'Context of a measurement',
    system.evaluationContext,
    metricTerms.evaluationContextTerms,
  ),
  vocabulary('pairAxis', 'Axis of a pair', system.pairAxis, metricTerms.pairAxisTerms),
  vocabulary('pairState', 'State of a pair', system.pairState, metricTerms.pairStateTerms),
  vocabulary('systemStage', 'Stage of a system', system.systemStage, systemTerms.systemStageTerms),
  vocabulary('systemRole', 'Our role', system.systemRole, systemTerms.systemRoleTerms),
  vocabulary('riskClass', 'Risk class', system.riskClass, systemTerms.riskClassTerms),
];
