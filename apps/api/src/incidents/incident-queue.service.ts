import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import {
  countDecidedSince,
  countUndecided,
  listUndecided,
  type QueuePage,
  type UndecidedRow,
} from './incident-queue.queries.js';

/** What waits for a decision. Whoever is due to wake stands among the waiting, before any job has woken them. */
@Injectable()
export class IncidentQueueService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  list(caller: MemberCaller, page: QueuePage): Promise<{ items: UndecidedRow[]; next: string | null }> {
    return listUndecided(this.database, caller, page, this.clock.now());
  }

  count(caller: MemberCaller, part: QueuePage['part']): Promise<{ count: number; capped: boolean }> {
    return countUndecided(this.database, caller, part, this.clock.now());
  }

  /** Counts each incident once, and only while its decision stands. */
  decidedSince(caller: MemberCaller, since: Date): Promise<number> {
    return countDecidedSince(this.database, caller, since);
  }
}
