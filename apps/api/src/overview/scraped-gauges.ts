import { Gauge, Registry } from 'prom-client';
import type { ScrapedPair } from './scrape.queries.js';

export interface Scraped {
  workspace: string;
  now: Date;
  pairs: readonly ScrapedPair[];
  openIncidents: readonly { severity: string; count: number }[];
  sources: readonly { source: string; silent: boolean }[];
}

const states = ['learning', 'quiet', 'diverged', 'overdue', 'no_data'] as const;
const ofPair = ['workspace', 'system', 'pair', 'proxy', 'intent'] as const;

/**
 * How a workspace is doing as gauges of Prometheus. What is not known is not there: no figure is better than a wrong
 * one.
 */
export async function gaugesOf({ workspace, now, pairs, openIncidents, sources }: Scraped): Promise<string> {
  const registers = [new Registry()];
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[]): Gauge<L> =>
    new Gauge({ name: `plumbline_${name}`, help, labelNames, registers });
  const state = gauge('pair_state', 'Whether a watched pair is in this state', [...ofPair, 'state']);
  const probability = gauge('pair_diverged_probability', 'Probability that the pair has come apart', ofPair);
  const gap = gauge('pair_gap', 'What the intent has lost, in its own units; positive is worse', ofPair);
  const age = gauge('pair_audit_age_seconds', 'How old the newest measurement of the intent is', ofPair);
  for (const { system, name, proxy, intent, ...pair } of pairs) {
    const labels = { workspace, system, pair: name, proxy, intent };
    for (const each of states) state.set({ ...labels, state: each }, each === pair.state ? 1 : 0);
    if (pair.pDiverged !== null) probability.set(labels, pair.pDiverged);
    if (pair.gap !== null) gap.set(labels, pair.gap);
    if (pair.lastAuditAt) age.set(labels, (now.getTime() - pair.lastAuditAt.getTime()) / 1000);
  }
  const open = gauge('open_incidents', 'Incidents that wait or are worked on, by severity', [
    'workspace',
    'severity',
  ]);
  for (const { severity, count } of openIncidents) open.set({ workspace, severity }, count);
  const silent = gauge('source_silent', 'Whether nothing came for longer than its owners find right', [
    'workspace',
    'source',
  ]);
  for (const each of sources) silent.set({ workspace, source: each.source }, each.silent ? 1 : 0);
  return registers[0]!.metrics();
}
