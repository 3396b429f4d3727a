import type { GuideLabels } from '@plumbline/shared/incident/guide/guide-outcome';
import {
  brokenLink,
  causeCategory,
  detectionSignal,
  goodhartMode,
  mechanism,
  misalignmentType,
  shiftKind,
  specificCause,
} from '@plumbline/shared/taxonomy/values/classification';

/** Every question that the guide answers: its name and the words of its values, in the order of the screen. */
export const guideWords: Record<keyof GuideLabels, { name: string; values: Record<string, string> }> = {
  misalignmentType: { name: 'Type', values: misalignmentType },
  mechanism: { name: 'Mechanism', values: mechanism },
  brokenLink: { name: 'Where intent was lost', values: brokenLink },
  goodhartMode: { name: 'Goodhart mode', values: goodhartMode },
  shiftKind: { name: 'Shift', values: shiftKind },
  causeCategory: { name: 'Cause', values: causeCategory },
  specificCause: { name: 'Specific cause', values: specificCause },
  detectionSignal: { name: 'Signal', values: detectionSignal },
};
