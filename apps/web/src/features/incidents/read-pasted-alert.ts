import type { LogDraft } from './log-draft.js';

const titleNames = ['title', 'summary', 'message', 'alertname', 'name', 'event', 'subject'];
const textNames = ['description', 'details', 'detail', 'body', 'text', 'annotation'];
const linkNames = ['url', 'link', 'generatorurl', 'dashboardurl', 'html_url', 'permalink', 'externalurl'];
const timeNames = ['startsat', 'timestamp', 'time', 'created_at', 'createdat', 'occurred_at', 'date'];
const severities: Record<string, LogDraft['severity']> = {
  critical: 'sev1',
  fatal: 'sev1',
  high: 'sev2',
  error: 'sev2',
  warning: 'sev3',
  medium: 'sev3',
  info: 'sev4',
  low: 'sev4',
};

/**
 * Reads what a tool shows as JSON (an alert, an evaluation row, an issue) into fields of the form.
 * @returns null when it is not a JSON object, or holds nothing the form could use
 */
export function readPastedAlert(text: string): Partial<LogDraft> | null {
  const members = membersOf(text);
  if (!members) return null;
  const first = (names: string[]): string => names.map((name) => members.get(name)).find(Boolean) ?? '';
  const link = first(linkNames);
  const time = Date.parse(first(timeNames));
  const found: Partial<LogDraft> = {};
  if (first(titleNames)) found.title = first(titleNames).slice(0, 300);
  if (first(textNames)) found.observedBehaviour = first(textNames).slice(0, 10_000);
  if (/^https?:\/\/[^/\s]+/.test(link)) found.link = link;
  if (!Number.isNaN(time)) found.detectedAt = new Date(time).toISOString();
  const severity = severities[first(['severity', 'priority', 'level']).toLowerCase()];
  if (severity) found.severity = severity;
  return Object.keys(found).length > 0 ? found : null;
}

/** All text members, however deep, by lower-case name; the outermost and first one counts. */
function membersOf(text: string): Map<string, string> | null {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof root !== 'object' || root === null) return null;
  const members = new Map<string, string>();
  let level: object[] = [root];
  for (let depth = 0; depth < 6 && level.length > 0; depth += 1) {
    const below: object[] = [];
    for (const [name, value] of level.flatMap((one) => Object.entries(one))) {
      if (typeof value === 'string' && value.trim() && !members.has(name.toLowerCase()))
        members.set(name.toLowerCase(), value.trim());
      if (typeof value === 'object' && value !== null) below.push(value);
    }
    level = below;
  }
  return members;
}
