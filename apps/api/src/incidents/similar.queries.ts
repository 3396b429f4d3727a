import type { SimilarIncident, SimilarQuery } from '@plumbline/shared/contract/incident-list';
import type { Database } from '../platform/database/database.js';
import { Parameters } from '../platform/database/parameters.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { keyOf, numberOf } from './incident.queries.js';
import { visibleTo } from '../people/visible-to.js';

interface Candidate {
  number: number;
  title: string;
  severity: SimilarIncident['severity'];
  triageState: SimilarIncident['triageState'];
  status: SimilarIncident['status'];
  text: string;
  titleLikeness: number;
  sameSystem: boolean;
  sameMetric: boolean;
  sameMechanism: boolean;
}

const most = 6;

/** Incidents like the one being written, best first, each with its reasons. Title by trigrams (pg_trgm). */
export async function findSimilar(
  database: Database,
  caller: MemberCaller,
  query: SimilarQuery,
): Promise<SimilarIncident[]> {
  const parameters = new Parameters();
  const title = parameters.add(query.title);
  const hangs = (table: string, column: string, value: string | undefined): string =>
    value
      ? `EXISTS (SELECT 1 FROM ${table} x WHERE x.workspace_id = i.workspace_id AND x.incident_id = i.id
                   AND x.${column} = ${parameters.add(value)})`
      : 'false';
  const system = hangs('incident_system', 'system_id', query.system);
  const metric = hangs('incident_metric', 'metric_id', query.metric);
  const mechanism = query.mechanism
    ? `EXISTS (SELECT 1 FROM incident_label l WHERE l.workspace_id = i.workspace_id AND l.incident_id = i.id
                 AND l.facet = 'mechanism' AND l.value = ${parameters.add(query.mechanism)})`
    : 'false';
  const except = query.except && /^INC-\d{1,9}$/.test(query.except) ? numberOf(query.except) : 0;
  const rows = await database.query<Candidate>(
    `SELECT i.number, i.title, i.severity, i.triage_state AS "triageState", i.status,
            left(i.search_text, 4000) AS text, similarity(i.title, ${title}) AS "titleLikeness",
            ${system} AS "sameSystem", ${metric} AS "sameMetric", ${mechanism} AS "sameMechanism"
       FROM incident i
      WHERE i.workspace_id = ${parameters.add(caller.workspaceId)} AND ${visibleTo(caller, parameters)}
        AND i.number <> ${parameters.add(except)} AND NOT ${setApart(parameters, caller, except)}
        AND (i.title % ${title} OR ${title} <% i.title OR ${system} OR ${metric} OR ${mechanism})
      ORDER BY similarity(i.title, ${title}) DESC, i.reported_at DESC
      LIMIT 60`,
    parameters.values,
  );
  const asked = wordsOf(`${query.title} ${query.text}`);
  return rows
    .map((candidate) => judge(candidate, asked))
    .filter(({ why }) => why.length > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, most);
}

function judge(candidate: Candidate, asked: Set<string>): SimilarIncident {
  const shared = [...wordsOf(`${candidate.title} ${candidate.text}`)].filter((word) => asked.has(word));
  const why: string[] = [];
  if (candidate.sameSystem) why.push('same system');
  if (candidate.sameMetric) why.push('same metric');
  if (candidate.sameMechanism) why.push('same mechanism');
  if (candidate.titleLikeness >= 0.3) why.push('similar title');
  if (shared.length > 0) why.push(...longest(shared).map((word) => `“${word}”`));
  const { number, title, severity, triageState, status } = candidate;
  const score =
    candidate.titleLikeness +
    (candidate.sameSystem ? 0.25 : 0) +
    (candidate.sameMetric ? 0.25 : 0) +
    (candidate.sameMechanism ? 0.15 : 0) +
    Math.min(0.3, shared.length * 0.06);
  return {
    key: keyOf(number),
    title,
    severity,
    triageState,
    status,
    why,
    score: Math.round(score * 1000) / 1000,
  };
}

/** A person said that it is not the same as the one asked about. */
function setApart(parameters: Parameters, caller: MemberCaller, from: number): string {
  if (from === 0) return 'false';
  return `EXISTS (SELECT 1 FROM incident_apart a JOIN incident o ON o.workspace_id = a.workspace_id
                    AND o.number = ${parameters.add(from)} AND o.id IN (a.one_id, a.other_id)
                   WHERE a.workspace_id = ${parameters.add(caller.workspaceId)} AND i.id IN (a.one_id, a.other_id))`;
}

const longest = (words: string[]): string[] =>
  words.sort((one, other) => other.length - one.length).slice(0, 2);

/** Words that could mean something: five letters or more. */
function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{5,}/gu) ?? []);
}
