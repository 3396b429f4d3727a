import { Injectable } from '@nestjs/common';
import type {
  IncidentClocks,
  NewReportingClock,
  ReportingClock,
  ReportingClockEdit,
  ReportingClockQuery,
} from '@plumbline/shared/contract/clock';
import { clockDue } from '@plumbline/shared/incident/clock-due';
import { dutyOf } from '@plumbline/shared/taxonomy/reporting-duties';
import { v7 as newId } from 'uuid';
import { ActivityService } from '../activity/activity.service.js';
import { Edits } from '../activity/edits.js';
import { IncidentService } from '../incidents/incident.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { notFound, Problem } from '../platform/problem/problem.js';
import { ClocksQueries } from './clocks.queries.js';
import { awareOf, DutyProposalsService } from './duty-proposals.service.js';

const columns = {
  name: 'name',
  authority: 'authority',
  startsAt: 'starts_at',
  dueAt: 'due_at',
  state: 'state',
  note: 'note',
  settledAt: 'settled_at',
  settledById: 'settled_by_id',
  settledByName: 'settled_by_name',
} as const;

/** The clocks of incidents: started by people, for duties of the catalogue or their own. */
@Injectable()
export class ClocksService {
  constructor(
    private readonly database: Database,
    private readonly queries: ClocksQueries,
    private readonly proposals: DutyProposalsService,
    private readonly incidents: IncidentService,
    private readonly activity: ActivityService,
    private readonly edits: Edits,
    private readonly clock: Clock,
  ) {}

  list(
    caller: MemberCaller,
    query: ReportingClockQuery,
  ): Promise<{ items: ReportingClock[]; next: string | null }> {
    return this.queries.list(caller, query);
  }

  async ofIncident(caller: MemberCaller, key: string): Promise<IncidentClocks> {
    const incident = await this.incidents.get(caller, key);
    const items = await this.queries.ofIncident(caller, incident.id);
    const settled = new Set(items.map(({ duty }) => duty));
    return { items, proposals: await this.proposals.of(caller, incident, settled) };
  }

  /** @throws Problem 404, 409 where this duty has a clock here already */
  async add(caller: MemberCaller, key: string, given: NewReportingClock): Promise<ReportingClock> {
    return this.database.transaction(async () => {
      const incident = await this.incidents.get(caller, key);
      const duty = given.duty === null ? null : dutyOf(given.duty);
      const now = this.clock.now();
      const startsAt = given.startsAt ?? (duty?.from === 'own' ? now.toISOString() : awareOf(incident));
      const dueAt =
        given.dueAt === undefined ? (duty?.within ? clockDue(startsAt, duty.within) : null) : given.dueAt;
      checkOrder(startsAt, dueAt);
      const settled = given.state !== 'running';
      const id = newId();
      const made = await this.database.query(
        `INSERT INTO reporting_clock (workspace_id, id, incident_id, duty, name, authority, starts_at, due_at, state,
                                      note, settled_at, settled_by_id, settled_by_name, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14)
         ON CONFLICT (workspace_id, incident_id, duty) DO NOTHING RETURNING id`,
        [
          caller.workspaceId,
          id,
          incident.id,
          given.duty,
          given.name ?? duty?.name,
          given.authority ?? duty?.to ?? '',
          startsAt,
          dueAt,
          given.state,
          given.note ?? '',
          settled ? now : null,
          settled ? caller.actor.id : null,
          settled ? caller.actor.name : null,
          now,
        ],
      );
      if (made.length === 0)
        throw new Problem('conflict/duplicate', `${key} has a clock for this duty already. Edit that one.`);
      const clock = await this.find(caller, incident.id, id);
      await this.record(caller, incident.id, settled ? clock.state : 'started', clock);
      return clock;
    });
  }

  /** @throws Problem 404, 412, 422 for an end before its start, or without a reason why not to report */
  async edit(
    caller: MemberCaller,
    key: string,
    id: string,
    seen: number,
    edit: ReportingClockEdit,
  ): Promise<ReportingClock> {
    return this.database.transaction(async () => {
      const incident = await this.incidents.get(caller, key);
      const before = await this.find(caller, incident.id, id);
      if (before.version === seen) checkWhole({ ...before, ...edit });
      const { version, state } = await this.edits.apply(
        caller,
        {
          kind: 'clock',
          table: 'reporting_clock',
          id,
          columns,
          changes: { ...edit, ...this.settling(caller, before, edit) },
          read: async () => {
            const clock = await this.queries.one(caller, incident.id, id);
            return (
              clock && {
                ...clock,
                settledById: clock.settledBy?.id ?? null,
                settledByName: clock.settledBy?.name ?? null,
              }
            );
          },
        },
        seen,
      );
      const after = await this.find(caller, incident.id, id);
      if (version !== before.version) {
        const act = state === before.state ? 'edited' : state === 'running' ? 'restarted' : state;
        await this.record(caller, incident.id, act, after);
      }
      return after;
    });
  }

  /** Who settled it and when; nothing where its state stays. */
  private settling(caller: MemberCaller, before: ReportingClock, { state }: ReportingClockEdit): object {
    if (!state || state === before.state) return {};
    if (state === 'running') return { settledAt: null, settledById: null, settledByName: null };
    return {
      settledAt: this.clock.now().toISOString(),
      settledById: caller.actor.id,
      settledByName: caller.actor.name,
    };
  }

  private async find(caller: MemberCaller, incidentId: string, id: string): Promise<ReportingClock> {
    const clock = await this.queries.one(caller, incidentId, id);
    if (!clock) throw notFound('clock');
    return clock;
  }

  private record(
    caller: MemberCaller,
    incidentId: string,
    act: string,
    { name, dueAt, note, duty }: ReportingClock,
  ): Promise<number> {
    return this.activity.record(caller, {
      verb: `incident.clock_${act}`,
      subjectKind: 'incident',
      subjectId: incidentId,
      payload: { duty, clock: name, dueAt, note },
    });
  }
}

function checkWhole({
  startsAt,
  dueAt,
  state,
  note,
}: Pick<ReportingClock, 'startsAt' | 'dueAt' | 'state' | 'note'>): void {
  checkOrder(startsAt, dueAt);
  if (state === 'not_reportable' && !note)
    throw new Problem('data/unprocessable', 'Say in the note why it is not reportable.');
}

function checkOrder(startsAt: string, dueAt: string | null): void {
  if (dueAt !== null && dueAt < startsAt)
    throw new Problem('data/unprocessable', 'A clock cannot be due before it starts.');
}
