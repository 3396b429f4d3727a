import type {
  BrokenLink,
  CauseCategory,
  DetectionSignal,
  GoodhartMode,
  Mechanism,
  MisalignmentType,
  ShiftKind,
  SpecificCause,
} from '../../taxonomy/values/classification.js';
import type { Severity } from '../../taxonomy/values/incident.js';

/** The questions that the guide answers. */
export interface GuideLabels {
  misalignmentType: MisalignmentType;
  mechanism: Mechanism;
  brokenLink?: BrokenLink;
  goodhartMode?: GoodhartMode;
  shiftKind?: ShiftKind;
  causeCategory?: CauseCategory;
  specificCause?: SpecificCause;
  detectionSignal?: DetectionSignal;
}

/** A label that the guide suggests: which, how sure, and why, in a sentence. */
export interface GuideSuggestion {
  facet: keyof GuideLabels;
  value: string;
  certainty: 'known' | 'potential';
  rationale: string;
}

/** Where the answers lead: a bug, which is no misalignment, or a classification for a person to decide about. */
export type GuideOutcome =
  | { kind: 'bug'; reason: string }
  | {
      kind: 'suggestion';
      labels: GuideLabels;
      suggestions: GuideSuggestion[];
      /** It must not be lower than this. */
      severityAtMost: Severity | null;
      /** What has to be quoted before a person may say so. */
      evidenceNeeded: string | null;
    };
