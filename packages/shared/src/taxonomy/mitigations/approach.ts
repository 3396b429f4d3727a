import type { MitigationStage } from '../values/mitigation.js';

/** One technique of the catalogue. Names, authors and numbers are facts; description and limitation are our words. */
export interface Approach {
  /** Stable: incidents keep it. */
  id: string;
  name: string;
  /** Where it is applied; its main place where there are several. */
  stage: MitigationStage;
  what: string;
  limitation: string;
  /** Authors and title. */
  reference: string;
  /** Of the reference, in its order. */
  year: string;
  /** arXiv numbers, DOIs, venues. */
  identifiers: readonly string[];
  /** What it is meant to help against; `containment` limits the harm of whatever is left. */
  against: readonly ('outer' | 'inner' | 'goal_misgeneralization' | 'containment')[];
}
