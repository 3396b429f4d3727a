import { Injectable } from '@nestjs/common';
import { ActivityService } from '../activity/activity.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Job, type Work } from '../platform/jobs/job.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { Outbound, type OutboundAnswer } from '../platform/outbound/outbound.js';
import { nextTry } from './next-try.js';
import { requestOf } from './telling-request.js';
import { TellingsQueries, type DueTelling, type Outcome } from './tellings.queries.js';
import { WebhooksQueries } from './webhooks.queries.js';

export const sendTelling = 'webhooks/send';

interface Which {
  workspaceId: string;
  id: string;
}

/** The receiver says so where it wants nothing more, ever. */
const gone = 410;

/**
 * Makes one try. Whatever comes of it is written down together with the next try; a process that dies in between
 * sends the same once more, under the same id.
 */
@Injectable()
@Job({ name: sendTelling, every: null })
export class SendTelling implements Work {
  constructor(
    private readonly database: Database,
    private readonly tellings: TellingsQueries,
    private readonly webhooks: WebhooksQueries,
    private readonly activity: ActivityService,
    private readonly outbound: Outbound,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  async work(payload: unknown): Promise<void> {
    const which = payload as Which;
    const due = await this.tellings.due(which.workspaceId, which.id);
    if (!due || due.state !== 'waiting') return;
    const why = whyNotSent(due);
    if (why) return this.giveUp(which, due, why);
    const { kind, secrets, title, severity, stage } = due;
    const incident = title === null ? null : { title, severity, stage: stage ?? '' };
    const request = requestOf(
      { id: which.id, kind, secrets, payload: due.payload, incident },
      this.clock.now(),
    );
    const answer = await this.outbound.post(due.url, request.headers, request.body);
    await this.database.transaction(() => this.settle(which, due, answer));
  }

  private async settle(which: Which, due: DueTelling, answer: OutboundAnswer): Promise<void> {
    const now = this.clock.now();
    const attempts = due.attempts + 1;
    const outcome = { attempts, lastAt: now, lastStatus: answer.status, problem: answer.problem };
    if (answer.status !== null && answer.status >= 200 && answer.status < 300)
      return this.write(which, { ...outcome, state: 'delivered', nextAt: null, problem: '' });
    if (answer.status === gone) return this.turnOff(which, due, outcome);
    const wait = nextTry(attempts, answer, now, Math.random());
    if (wait === null) {
      const problem = `Given up after ${attempts} tries. ${saidLast(answer)}`;
      return this.write(which, { ...outcome, state: 'dead', nextAt: null, problem });
    }
    const nextAt = new Date(now.getTime() + wait);
    await this.write(which, { ...outcome, state: 'waiting', nextAt, problem: saidLast(answer) });
    await this.jobs.add(sendTelling, which, { at: nextAt, key: which.id });
  }

  /** Nothing is sent any more until somebody turns it on again. */
  private async turnOff(
    which: Which,
    { webhookId }: DueTelling,
    outcome: Omit<Outcome, 'state' | 'nextAt'>,
  ): Promise<void> {
    const because = 'The receiver answered 410: it wants nothing more.';
    await this.write(which, { ...outcome, state: 'dead', nextAt: null, problem: because });
    await this.tellings.giveUpAll(which.workspaceId, webhookId, because);
    if (!(await this.webhooks.disable(which.workspaceId, webhookId, because, outcome.lastAt))) return;
    await this.activity.record(
      {
        workspaceId: which.workspaceId,
        actor: { kind: 'system', id: null, name: 'Plumbline' },
        requestId: which.id,
      },
      { verb: 'webhook.disabled', subjectKind: 'webhook', subjectId: webhookId, payload: { because } },
    );
  }

  private async giveUp(which: Which, { attempts }: DueTelling, problem: string): Promise<void> {
    const lastAt = this.clock.now();
    await this.write(which, { state: 'dead', attempts, nextAt: null, lastAt, lastStatus: null, problem });
  }

  private write({ workspaceId, id }: Which, outcome: Outcome): Promise<void> {
    return this.tellings.settle(workspaceId, id, outcome);
  }
}

function whyNotSent({ enabled, hidden }: DueTelling): string | null {
  if (!enabled) return 'The webhook is turned off.';
  return hidden ? 'The incident may no longer be seen by the whole workspace.' : null;
}

function saidLast({ status, problem }: OutboundAnswer): string {
  return status === null ? problem : `Answered ${status}${problem && `: ${problem}`}`;
}
