import type { Body } from '../../client/call.js';

/** What has been written so far; '' and null are "nothing yet". */
export interface LogDraft {
  title: string;
  intendedGoal: string;
  specifiedObjective: string;
  observedBehaviour: string;
  description: string;
  systemId: string | null;
  metricId: string | null;
  detectedAt: string | null;
  severity: 'sev1' | 'sev2' | 'sev3' | 'sev4' | null;
  /** The sentence of the helper that suggested it; '' where a person chose. */
  severityReason: string;
  /** Where it was seen, from a bookmarklet or a tool. */
  link: string;
  /** Suggested by the template it began with. */
  labels: Body<'POST /incidents'>['labels'];
}

export const emptyDraft: LogDraft = {
  title: '',
  intendedGoal: '',
  specifiedObjective: '',
  observedBehaviour: '',
  description: '',
  systemId: null,
  metricId: null,
  detectedAt: null,
  severity: null,
  severityReason: '',
  link: '',
  labels: undefined,
};

/** @returns whether there is anything worth keeping */
export function isEmpty(draft: LogDraft): boolean {
  return JSON.stringify(draft) === JSON.stringify(emptyDraft);
}

/** The request that logs a draft. */
export function requestOf(draft: LogDraft, pairIds: string[]): Body<'POST /incidents'> {
  const { systemId, metricId, link, labels, ...words } = draft;
  return {
    ...words,
    ...(systemId ? { systems: [{ id: systemId, role: 'primary' }] } : {}),
    ...(metricId ? { metricIds: [metricId] } : {}),
    ...(pairIds.length > 0 ? { pairIds } : {}),
    ...(link ? { externalIds: [linkOf(link)] } : {}),
    ...(labels ? { labels } : {}),
  };
}

function linkOf(link: string): { system: string; id: string; link: string } {
  const { hostname, pathname, search } = new URL(link);
  return { system: hostname.slice(0, 80), id: `${pathname}${search}`.slice(0, 200), link };
}

/** The draft as words for a comment on an incident that is already there. */
export function asComment({
  title,
  intendedGoal,
  specifiedObjective,
  observedBehaviour,
  link,
}: LogDraft): string {
  const parts = [
    title && `**${title}**`,
    intendedGoal && `Wanted: ${intendedGoal}`,
    specifiedObjective && `Specified: ${specifiedObjective}`,
    observedBehaviour && `Happened: ${observedBehaviour}`,
    link && `Seen at ${link}`,
  ];
  return parts.filter(Boolean).join('\n\n');
}

const storageKey = (workspace: string): string => `plumbline.log-draft.${workspace}`;

/** Keeps a draft on this device; an empty one is forgotten. @returns false when the device refuses */
export function keepDraft(workspace: string, draft: LogDraft): boolean {
  try {
    if (isEmpty(draft)) localStorage.removeItem(storageKey(workspace));
    else localStorage.setItem(storageKey(workspace), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** The draft kept on this device, or null. */
export function keptDraft(workspace: string): LogDraft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey(workspace)) ?? 'null');
    return kept && typeof kept === 'object' ? { ...emptyDraft, ...kept } : null;
  } catch {
    return null;
  }
}
