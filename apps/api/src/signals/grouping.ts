import { createHash } from 'node:crypto';

/** What alerts can be grouped by. */
export interface Groupable {
  title: string;
  environment: string;
  severity: string;
  labels: Readonly<Record<string, string>>;
  /** Keys of ours, where the tool named any. */
  systemKey: string | null;
  metricKey: string | null;
  mechanism: string | null;
  sourceKey: string;
}

const longest = 400;

/** What alerts are grouped by unless a source says otherwise: system, metric, and mechanism or the alert's name. */
export function defaultFingerprint({ systemKey, metricKey, mechanism, labels, title }: Groupable): string {
  const name = mechanism ?? labels.alertname ?? title;
  return [systemKey, metricKey, name].map((part) => part ?? '-').join(' / ');
}

/**
 * The text that alerts of one incident have in common.
 * @param template holds `{{default}}`, `{{title}}`, `{{environment}}`, `{{severity}}`, `{{source}}`, `{{labels.<name>}}`;
 *   what is unknown stays empty
 */
export function fingerprintOf(template: string, signal: Groupable): string {
  const filled = template.replace(/\{\{\s*([\w.-]+)\s*\}\}/g, (_, name: string) => valueOf(name, signal));
  const text = filled.trim().replace(/\s+/g, ' ') || defaultFingerprint(signal);
  if (text.length <= longest) return text;
  return `${text.slice(0, 300)} #${createHash('sha256').update(text).digest('hex')}`;
}

function valueOf(name: string, signal: Groupable): string {
  if (name === 'default') return defaultFingerprint(signal);
  if (name === 'title' || name === 'environment' || name === 'severity') return signal[name];
  if (name === 'source') return signal.sourceKey;
  return name.startsWith('labels.') ? (signal.labels[name.slice('labels.'.length)] ?? '') : '';
}
