import { Injectable } from '@nestjs/common';
import type { QueueFigures, QueueQuery, QueueRow } from '@plumbline/shared/contract/triage';
import { startOfDay } from '@plumbline/shared/incident/wall-clock';
import { IncidentQueueService } from '../incidents/incident-queue.service.js';
import { IncidentSnoozes } from '../incidents/incident-snoozes.service.js';
import { WorkspacesService } from '../people/workspaces.service.js';
import { Clock } from '../platform/clock.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { LeasesService } from './leases.service.js';

/** The queue as people work through it: what waits, and who is on it. */
@Injectable()
export class QueueService {
  constructor(
    private readonly undecided: IncidentQueueService,
    private readonly leases: LeasesService,
    private readonly snoozes: IncidentSnoozes,
    private readonly workspaces: WorkspacesService,
    private readonly clock: Clock,
  ) {}

  async list(caller: MemberCaller, query: QueueQuery): Promise<{ items: QueueRow[]; next: string | null }> {
    const { items, next } = await this.undecided.list(caller, query);
    const leases = await this.leases.on(
      caller,
      items.map(({ id }) => id),
    );
    return { items: items.map((row) => ({ ...row, lease: leases.get(row.id) ?? null })), next };
  }

  async figures(caller: MemberCaller): Promise<QueueFigures> {
    const { timeZone } = await this.workspaces.read(caller);
    return {
      waiting: await this.undecided.count(caller, 'waiting'),
      snoozed: await this.undecided.count(caller, 'snoozed'),
      decidedToday: await this.undecided.decidedSince(caller, startOfDay(this.clock.now(), timeZone)),
      nextMeetingAt: (await this.snoozes.nextMeetingAt(caller)).toISOString(),
    };
  }
}
