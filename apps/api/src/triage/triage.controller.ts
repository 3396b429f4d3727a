import { Body, Controller, Param, Query } from '@nestjs/common';
import type { Incident } from '@plumbline/shared/contract/incident-record';
import {
  type Lease,
  LeaseRequest,
  listQueue,
  MoveToUndo,
  type QueueFigures,
  type QueueQuery,
  type QueueRow,
  readQueueFigures,
  releaseLease,
  takeLease,
  undoMove,
} from '@plumbline/shared/contract/triage';
import { IncidentUndoService } from '../incidents/incident-undo.service.js';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { LeasesService } from './leases.service.js';
import { QueueService } from './queue.service.js';

interface At {
  key: string;
}

@Controller()
export class TriageController {
  constructor(
    private readonly queue: QueueService,
    private readonly leases: LeasesService,
    private readonly undoing: IncidentUndoService,
  ) {}

  @Endpoint(listQueue)
  list(
    @Caller() caller: MemberCaller,
    @Query({ schema: listQueue.query }) query: QueueQuery,
  ): Promise<{ items: QueueRow[]; next: string | null }> {
    return this.queue.list(caller, query);
  }

  @Endpoint(readQueueFigures)
  figures(@Caller() caller: MemberCaller): Promise<QueueFigures> {
    return this.queue.figures(caller);
  }

  @Endpoint(takeLease)
  look(
    @Caller() caller: MemberCaller,
    @Param({ schema: takeLease.params }) { key }: At,
    @Body({ schema: LeaseRequest }) { takeOver }: LeaseRequest,
  ): Promise<Lease> {
    return this.leases.take(caller, key, takeOver);
  }

  @Endpoint(releaseLease)
  async leave(
    @Caller() caller: MemberCaller,
    @Param({ schema: releaseLease.params }) { key }: At,
  ): Promise<void> {
    await this.leases.release(caller, key);
  }

  @Endpoint(undoMove)
  undo(
    @Caller() caller: MemberCaller,
    @Param({ schema: undoMove.params }) { key }: At,
    @Body({ schema: MoveToUndo }) { version }: MoveToUndo,
  ): Promise<Incident> {
    return this.undoing.undo(caller, key, version);
  }
}
