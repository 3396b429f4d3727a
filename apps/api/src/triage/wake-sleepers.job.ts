import { Injectable } from '@nestjs/common';
import { IncidentSnoozes } from '../incidents/incident-snoozes.service.js';
import { Job, type Work } from '../platform/jobs/job.js';

/** Brings back every incident whose snooze is over, to the minute. */
@Injectable()
@Job({ name: 'triage/wake-sleepers', every: '* * * * *' })
export class WakeSleepers implements Work {
  constructor(private readonly snoozes: IncidentSnoozes) {}

  async work(_payload: unknown, signal: AbortSignal): Promise<void> {
    while ((await this.snoozes.wakeDue()) > 0 && !signal.aborted);
  }
}
