import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Job, type Work } from '../platform/jobs/job.js';
import { FindingTakerService } from './finding-taker.service.js';

/** How many alarms are taken up in one transaction. */
const batch = 20;

/** Makes a pending incident of every new alarm, or lets the open incident of its pair have it. */
@Injectable()
@Job({ name: 'incidents/take-up-findings', every: '* * * * *', hears: ['findings.raised'] })
export class TakeUpFindings implements Work {
  constructor(
    private readonly database: Database,
    private readonly taker: FindingTakerService,
  ) {}

  async work(_: unknown, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const taken = await this.database.transaction(() => this.taker.takeUp(batch));
      if (taken < batch) return;
    }
  }
}
