import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { Job, type Work } from '../platform/jobs/job.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { Bell } from '../platform/live/bell.js';
import { eventOf } from './event-of.js';
import { NewsQueries, type Listener, type News } from './news.queries.js';
import { sendTelling } from './send-telling.job.js';
import { TellingsQueries, type NewTelling } from './tellings.queries.js';

const tellChanges = 'webhooks/tell-changes';
const webhooksAtOnce = 200;
const actsAtOnce = 500;
const lookEveryMs = 1000;

/** Reads the record for each webhook from where it stopped, and writes down what it is to be told. */
@Injectable()
@Job({ name: tellChanges, every: '* * * * *' })
export class TellChanges implements Work, OnApplicationBootstrap, OnApplicationShutdown {
  private stopListening: (() => void) | null = null;
  /** When it was last looked whether anybody listens at all. */
  private lookedAt = 0;
  private anybody = false;

  constructor(
    private readonly database: Database,
    private readonly queries: NewsQueries,
    private readonly tellings: TellingsQueries,
    private readonly jobs: Jobs,
    private readonly bell: Bell,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.jobs === 'in_background')
      this.stopListening = this.bell.listen(() => void this.askIfHeard());
  }

  onApplicationShutdown(): void {
    this.stopListening?.();
  }

  async work(_: unknown, signal: AbortSignal): Promise<void> {
    for (const { workspaceId, id } of await this.queries.behind(webhooksAtOnce))
      for (let more = true; more && !signal.aborted;)
        more = await this.database.transaction(() => this.tell(workspaceId, id));
  }

  /** The bell rings at every change: where nobody listens the queue is left alone. */
  private async askIfHeard(): Promise<void> {
    const now = this.clock.now().getTime();
    if (now - this.lookedAt > lookEveryMs) {
      this.lookedAt = now;
      // Without a database there is nothing to tell either; the sweep's own turn comes within a minute.
      this.anybody = await this.queries.anybody().catch(() => false);
    }
    if (this.anybody) this.jobs.soon(tellChanges);
  }

  /** One stretch of the record for one webhook. @returns whether there may be more */
  private async tell(workspaceId: string, id: string): Promise<boolean> {
    const listener = await this.queries.hold(workspaceId, id);
    if (!listener) return false;
    const { news, last } = await this.queries.after(listener, actsAtOnce);
    if (last === null) return false;
    const wanted = news.filter((act) => wants(listener, act));
    const fresh = wanted.map((act) => tellingOf(listener, act, this.config.publicUrl));
    const ids = fresh.length > 0 ? await this.tellings.insert(workspaceId, fresh, this.clock.now()) : [];
    for (const telling of ids)
      await this.jobs.add(sendTelling, { workspaceId, id: telling }, { key: telling });
    await this.queries.lookedAt(workspaceId, id, last);
    return true;
  }
}

/** On-call tools are not woken by every edit. */
const calls = [
  'incident.logged',
  'incident.triaged',
  'incident.escalated',
  'incident.moved',
  'incident.resolved',
];

function wants({ kind, events, severities, systemIds, teamIds }: Listener, act: News): boolean {
  const event = eventOf(act.verb);
  const named = (list: readonly string[], value: string | null): boolean =>
    list.length === 0 || (value !== null && list.includes(value));
  return (
    named(events, event) &&
    (kind !== 'pagerduty' || calls.includes(event)) &&
    named(severities, act.severity) &&
    named(teamIds, act.teamId) &&
    (systemIds.length === 0 || act.systemIds.some((id) => systemIds.includes(id)))
  );
}

function tellingOf({ id: webhookId, workspaceSlug }: Listener, act: News, publicUrl: string): NewTelling {
  const event = eventOf(act.verb);
  const key = `INC-${act.number}`;
  const url = `${publicUrl}/w/${workspaceSlug}/incidents/${key}`;
  const data = { workspace: workspaceSlug, key, version: act.version, url, plumbline_incident: key };
  const payload = { type: event, timestamp: act.at.toISOString(), data };
  return { id: newId(), webhookId, seq: act.seq, event, incidentId: act.incidentId, payload };
}
