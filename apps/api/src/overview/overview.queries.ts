import type { OverviewQuery } from '@plumbline/shared/contract/overview';
import { visibleTo } from '../people/visible-to.js';
import type { Database } from '../platform/database/database.js';
import { Parameters } from '../platform/database/parameters.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';

/** The period that is looked at; the one before begins at `before`. */
export interface Period {
  before: Date;
  from: Date;
  to: Date;
}

/** Everything that an overview counts: an expression `seen` over incidents, to stand after WITH. */
function seenBy(caller: MemberCaller, query: OverviewQuery, parameters: Parameters): string {
  const conditions = [
    `i.workspace_id = ${parameters.add(caller.workspaceId)}`,
    visibleTo(caller, parameters),
    `i.record_kind NOT IN ('drill', 'reference')`,
    `i.triage_state NOT IN ('declined', 'duplicate')`,
  ];
  if (query.team) conditions.push(`i.team_id = ${parameters.add(query.team)}`);
  if (query.example !== undefined) conditions.push(`i.example = ${parameters.add(query.example)}`);
  if (query.system) {
    conditions.push(`EXISTS (SELECT FROM incident_system x WHERE x.workspace_id = i.workspace_id
                                AND x.incident_id = i.id AND x.system_id = ${parameters.add(query.system)})`);
  }
  return `seen AS (
    SELECT i.workspace_id, i.id, i.triage_state, i.status, i.severity, i.reported_at, i.accepted_at, i.mitigated_at,
           i.resolved_at, i.closed_at
      FROM incident i WHERE ${conditions.join(' AND ')})`;
}

export interface FigureRow {
  loggedNow: number;
  loggedBefore: number;
  openNow: number;
  openBefore: number;
  closedNow: number;
  closedBefore: number;
  untriaged: number;
  oldestAt: Date | null;
}

/** The four figures, each with its fellow of the period before. */
export async function countFigures(
  database: Database,
  caller: MemberCaller,
  query: OverviewQuery,
  period: Period,
): Promise<FigureRow> {
  const parameters = new Parameters();
  const seen = seenBy(caller, query, parameters);
  const [before, from, to] = [period.before, period.from, period.to].map((at) => parameters.add(at));
  const within = (column: string, start: string, end: string): string =>
    `count(*) FILTER (WHERE ${column} >= ${start} AND ${column} < ${end})::int`;
  const row = await database.first<FigureRow>(
    `WITH ${seen}
     SELECT ${within('reported_at', from!, to!)} AS "loggedNow", ${within('reported_at', before!, from!)} AS "loggedBefore",
            ${within('closed_at', from!, to!)} AS "closedNow", ${within('closed_at', before!, from!)} AS "closedBefore",
            count(*) FILTER (WHERE status NOT IN ('resolved', 'closed'))::int AS "openNow",
            count(*) FILTER (WHERE accepted_at < ${from} AND (resolved_at IS NULL OR resolved_at >= ${from}))::int
              AS "openBefore",
            count(*) FILTER (WHERE triage_state = 'pending')::int AS untriaged,
            min(reported_at) FILTER (WHERE triage_state = 'pending') AS "oldestAt"
       FROM seen`,
    parameters.values,
  );
  return row!;
}

/** Open incidents by severity and age. `bounds` are the upper ends of the ages, the youngest first. */
export async function countOpenByAge(
  database: Database,
  caller: MemberCaller,
  query: OverviewQuery,
  bounds: readonly Date[],
): Promise<{ severity: string | null; age: number; count: number }[]> {
  const parameters = new Parameters();
  const seen = seenBy(caller, query, parameters);
  const ends = parameters.add(bounds);
  return database.query(
    `WITH ${seen}
     SELECT severity, (SELECT count(*)::int FROM unnest(${ends}::timestamptz[]) bound WHERE reported_at <= bound) AS age,
            count(*)::int AS count
       FROM seen WHERE status NOT IN ('resolved', 'closed')
      GROUP BY 1, 2`,
    parameters.values,
  );
}

export interface TimesRow {
  step: 'triage' | 'mitigate' | 'close';
  n: number;
  median: number | null;
  p90: number | null;
  medianBefore: number | null;
}

/** How long it took to decide, to mitigate and to close, in hours, over what got there within the period. */
export async function measureTimes(
  database: Database,
  caller: MemberCaller,
  query: OverviewQuery,
  period: Period,
): Promise<TimesRow[]> {
  const parameters = new Parameters();
  const seen = seenBy(caller, query, parameters);
  const [before, from, to] = [period.before, period.from, period.to].map((at) => parameters.add(at));
  const now = `at >= ${from} AND at < ${to}`;
  return database.query(
    `WITH ${seen},
     reached AS (
       SELECT step, at, (extract(epoch FROM at - reported_at) / 3600)::float8 AS hours
         FROM seen CROSS JOIN LATERAL
              (VALUES ('triage', accepted_at), ('mitigate', mitigated_at), ('close', closed_at)) AS reached (step, at)
        WHERE at >= ${before})
     SELECT step, count(*) FILTER (WHERE ${now})::int AS n,
            percentile_cont(.5) WITHIN GROUP (ORDER BY hours) FILTER (WHERE ${now}) AS median,
            percentile_cont(.9) WITHIN GROUP (ORDER BY hours) FILTER (WHERE ${now}) AS p90,
            percentile_cont(.5) WITHIN GROUP (ORDER BY hours) FILTER (WHERE at < ${from}) AS "medianBefore"
       FROM reached GROUP BY step`,
    parameters.values,
  );
}

/** What was logged, by week and misalignment type. Weeks begin on Monday, in UTC. */
export async function countWeeks(
  database: Database,
  caller: MemberCaller,
  query: OverviewQuery,
  since: Date,
): Promise<{ weekOn: string; type: string; count: number }[]> {
  const parameters = new Parameters();
  return database.query(
    `WITH ${seenBy(caller, query, parameters)}
     SELECT date_trunc('week', reported_at AT TIME ZONE 'UTC')::date::text AS "weekOn",
            coalesce(l.value, 'undecided') AS type, count(*)::int AS count
       FROM seen
       LEFT JOIN incident_label l ON l.workspace_id = seen.workspace_id AND l.incident_id = seen.id
                                 AND l.facet = 'misalignmentType'
      WHERE reported_at >= ${parameters.add(since)}
      GROUP BY 1, 2`,
    parameters.values,
  );
}

/** Labels of what was logged within the period, of some facets, most frequent first. */
export async function countLabels(
  database: Database,
  caller: MemberCaller,
  query: OverviewQuery,
  period: Period,
): Promise<{ facet: string; value: string; count: number }[]> {
  const parameters = new Parameters();
  return database.query(
    `WITH ${seenBy(caller, query, parameters)}
     SELECT l.facet, l.value, count(*)::int AS count
       FROM seen JOIN incident_label l ON l.workspace_id = seen.workspace_id AND l.incident_id = seen.id
      WHERE reported_at >= ${parameters.add(period.from)} AND l.facet IN ('misalignmentType', 'brokenLink')
      GROUP BY 1, 2 ORDER BY 3 DESC, 2`,
    parameters.values,
  );
}

/** Misalignment type by mechanism, of what was logged within the period. */
export async function crossTypeAndMechanism(
  database: Database,
  caller: MemberCaller,
  query: OverviewQuery,
  period: Period,
): Promise<{ type: string; mechanism: string; count: number }[]> {
  const parameters = new Parameters();
  const of = (label: string, facet: string): string =>
    `JOIN incident_label ${label} ON ${label}.workspace_id = seen.workspace_id AND ${label}.incident_id = seen.id
                                 AND ${label}.facet = '${facet}'`;
  return database.query(
    `WITH ${seenBy(caller, query, parameters)}
     SELECT t.value AS type, m.value AS mechanism, count(*)::int AS count
       FROM seen ${of('t', 'misalignmentType')} ${of('m', 'mechanism')}
      WHERE reported_at >= ${parameters.add(period.from)}
      GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`,
    parameters.values,
  );
}

/** The metrics and the techniques that what was logged within the period names most; ten of each. */
export async function countMetrics(
  database: Database,
  caller: MemberCaller,
  query: OverviewQuery,
  period: Period,
): Promise<{ id: string; name: string; count: number }[]> {
  const parameters = new Parameters();
  return database.query(
    `WITH ${seenBy(caller, query, parameters)}
     SELECT m.id, m.name, count(*)::int AS count
       FROM seen JOIN incident_metric x ON x.workspace_id = seen.workspace_id AND x.incident_id = seen.id
                 JOIN metric m ON m.workspace_id = x.workspace_id AND m.id = x.metric_id
      WHERE reported_at >= ${parameters.add(period.from)}
      GROUP BY 1, 2 ORDER BY 3 DESC, 2 LIMIT 10`,
    parameters.values,
  );
}

export async function countApproaches(
  database: Database,
  caller: MemberCaller,
  query: OverviewQuery,
  period: Period,
): Promise<{ value: string; count: number }[]> {
  const parameters = new Parameters();
  return database.query(
    `WITH ${seenBy(caller, query, parameters)}
     SELECT m.approach AS value, count(DISTINCT seen.id)::int AS count
       FROM seen JOIN incident_mitigation x ON x.workspace_id = seen.workspace_id AND x.incident_id = seen.id
                 JOIN mitigation m ON m.workspace_id = x.workspace_id AND m.id = x.mitigation_id
      WHERE reported_at >= ${parameters.add(period.from)} AND m.approach <> ''
      GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10`,
    parameters.values,
  );
}
