import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Bell } from '../platform/live/bell.js';
import { Database } from '../platform/database/database.js';
import { Job, type Work } from '../platform/jobs/job.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { workspacesWithNews } from './news.queries.js';
import { NewsService } from './news.service.js';

const name = 'notify/read-activity';

/** Reads the record of every workspace for what people want to know, soon after it was written. */
@Injectable()
@Job({ name, every: '* * * * *' })
export class ReadActivity implements Work, OnApplicationBootstrap, OnApplicationShutdown {
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly database: Database,
    private readonly news: NewsService,
    private readonly jobs: Jobs,
    private readonly bell: Bell,
  ) {}

  onApplicationBootstrap(): void {
    // The record rings under the id of its workspace; who looks at what is no news.
    this.stopListening = this.bell.listen((rung) => {
      if (!rung.includes(':')) this.jobs.soon(name);
    });
  }

  onApplicationShutdown(): void {
    this.stopListening();
  }

  async work(_payload: unknown, signal: AbortSignal): Promise<void> {
    let again: Date | null = null;
    for (const workspaceId of await workspacesWithNews(this.database)) {
      for (;;) {
        if (signal.aborted) return;
        const { more, heldUntil } = await this.news.tell(workspaceId);
        if (heldUntil && (!again || heldUntil < again)) again = heldUntil;
        if (!more) break;
      }
    }
    // One that is held back is looked at again when it may no longer be taken back.
    if (again) await this.jobs.add(name, {}, { at: again, key: `${name} held` });
  }
}
