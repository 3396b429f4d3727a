import { Injectable } from '@nestjs/common';
import { Job, type Work } from '../platform/jobs/job.js';
import { Postman } from './postman.service.js';

/** Sends what is due, one mail after the other. */
@Injectable()
@Job({ name: 'notify/send-mail', every: '* * * * *' })
export class SendMail implements Work {
  constructor(private readonly postman: Postman) {}

  async work(_payload: unknown, signal: AbortSignal): Promise<void> {
    while (!signal.aborted && (await this.postman.bringOne()));
  }
}
