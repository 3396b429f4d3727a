import { Injectable } from '@nestjs/common';
import { ageBoundsDays, type Overview, type OverviewQuery } from '@plumbline/shared/contract/overview';
import { approachOf } from '@plumbline/shared/taxonomy/mitigation-catalogue';
import { severity } from '@plumbline/shared/taxonomy/values/incident';
import { valuesOf } from '@plumbline/shared/taxonomy/values';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import {
  countApproaches,
  countFigures,
  countLabels,
  countMetrics,
  countOpenByAge,
  countWeeks,
  crossTypeAndMechanism,
  measureTimes,
  type Period,
  type TimesRow,
} from './overview.queries.js';

const dayMs = 86_400_000;
/** Fewer weeks say nothing about a trend; more do not fit a screen. */
const [fewestWeeks, mostWeeks] = [8, 53];

/** Is it getting worse, and what needs somebody: every figure counts what the caller may see. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async read(caller: MemberCaller, query: OverviewQuery): Promise<Overview> {
    const to = this.clock.now();
    const ago = (days: number): Date => new Date(to.getTime() - days * dayMs);
    const period: Period = { before: ago(2 * query.days), from: ago(query.days), to };
    const weeks = mondaysUntil(to, Math.min(mostWeeks, Math.max(fewestWeeks, Math.ceil(query.days / 7))));
    const asked = [this.database, caller, query] as const;
    const [figures, ages, times, logged, labels, typeByMechanism, metrics, approaches] = await Promise.all([
      countFigures(...asked, period),
      countOpenByAge(...asked, ageBoundsDays.map(ago)),
      measureTimes(...asked, period),
      countWeeks(...asked, new Date(`${weeks[0]}T00:00:00Z`)),
      countLabels(...asked, period),
      crossTypeAndMechanism(...asked, period),
      countMetrics(...asked, period),
      countApproaches(...asked, period),
    ]);
    const share = (facet: string) =>
      labels.filter((label) => label.facet === facet).map(({ value, count }) => ({ value, count }));
    return {
      from: period.from.toISOString(),
      to: to.toISOString(),
      logged: { now: figures.loggedNow, before: figures.loggedBefore },
      open: { now: figures.openNow, before: figures.openBefore },
      closed: { now: figures.closedNow, before: figures.closedBefore },
      untriaged: { now: figures.untriaged, oldestAt: figures.oldestAt?.toISOString() ?? null },
      openByAge: byAge(ages),
      times: timesOf(times),
      weeks: weeks.map((weekOn) => ({
        weekOn,
        types: typesOf(logged.filter((row) => row.weekOn === weekOn)),
      })),
      types: share('misalignmentType'),
      brokenLinks: share('brokenLink'),
      metrics,
      approaches: approaches.map((one) => ({ ...one, label: approachOf(one.value)?.name ?? one.value })),
      typeByMechanism,
    };
  }
}

/** The Mondays of the last weeks, this one's included, the oldest first; in UTC. */
export function mondaysUntil(now: Date, weeks: number): string[] {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const monday = today - ((now.getUTCDay() + 6) % 7) * dayMs;
  return Array.from({ length: weeks }, (_, index) =>
    new Date(monday - (weeks - 1 - index) * 7 * dayMs).toISOString().slice(0, 10),
  );
}

function typesOf(rows: readonly { type: string; count: number }[]): Record<string, number> {
  return Object.fromEntries(rows.map(({ type, count }) => [type, count]));
}

/** A row for each severity, the worst first; the unrated ones last. */
function byAge(rows: readonly { severity: string | null; age: number; count: number }[]) {
  return [...valuesOf(severity), null].map((rated) => ({
    severity: rated,
    ages: Array.from(
      { length: ageBoundsDays.length + 1 },
      (_, age) => rows.find((row) => row.severity === rated && row.age === age)?.count ?? 0,
    ),
  }));
}

function timesOf(rows: readonly TimesRow[]): Overview['times'] {
  const of = (step: TimesRow['step']) => {
    const {
      n = 0,
      median = null,
      p90 = null,
      medianBefore = null,
    } = rows.find((row) => row.step === step) ?? {};
    return { n, median, p90, medianBefore };
  };
  return { triage: of('triage'), mitigate: of('mitigate'), close: of('close') };
}
