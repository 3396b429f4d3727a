import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type {
  NewWebhook,
  Telling,
  Webhook,
  WebhookChanges,
  WebhookWithSecret,
} from '@plumbline/shared/contract/webhook';
import { v7 as newId } from 'uuid';
import { ActivityService } from '../activity/activity.service.js';
import { Edits } from '../activity/edits.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { pageFrom, readCursor } from '../platform/endpoint/cursor.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { Outbound } from '../platform/outbound/outbound.js';
import { notFound, Problem } from '../platform/problem/problem.js';
import { sendTelling } from './send-telling.job.js';
import { TellingsQueries } from './tellings.queries.js';
import { WebhooksQueries } from './webhooks.queries.js';

const columns = {
  name: 'name',
  url: 'url',
  events: 'events',
  severities: 'severities',
  systemIds: 'system_ids',
  teamIds: 'team_ids',
  enabled: 'enabled',
};

/** As Standard Webhooks writes them: 32 random bytes. */
const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** Who is told of what happens here. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly database: Database,
    private readonly queries: WebhooksQueries,
    private readonly tellings: TellingsQueries,
    private readonly outbound: Outbound,
    private readonly activity: ActivityService,
    private readonly edits: Edits,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list({ workspaceId }: MemberCaller): Promise<{ items: Webhook[]; next: null }> {
    return { items: await this.queries.list(workspaceId), next: null };
  }

  /** @throws Problem 404 */
  async find({ workspaceId }: MemberCaller, id: string): Promise<Webhook> {
    const webhook = await this.queries.byId(workspaceId, id);
    if (!webhook) throw notFound('webhook');
    return webhook;
  }

  /** @throws Problem 422 for an address within this machine or its network */
  async add(caller: MemberCaller, draft: NewWebhook): Promise<WebhookWithSecret> {
    this.checkAddress(draft.url);
    const secret = draft.kind === 'standard' ? newSecret() : null;
    const id = newId();
    return this.database.transaction(async () => {
      const secrets = [secret ?? draft.routingKey ?? ''];
      await this.queries.insert(caller.workspaceId, { ...draft, id, secrets, createdAt: this.clock.now() });
      const webhook = await this.find(caller, id);
      await this.record(caller, 'added', id, { version: 1, after: webhook });
      return { webhook, secret };
    });
  }

  /** @throws Problem 404, 412, 422 */
  async edit(caller: MemberCaller, id: string, seen: number, changes: WebhookChanges): Promise<Webhook> {
    if (changes.url !== undefined) this.checkAddress(changes.url);
    return this.database.transaction(async () => {
      const before = await this.find(caller, id);
      const read = () => this.queries.byId(caller.workspaceId, id);
      const edit = { kind: 'webhook', table: 'webhook', id, columns, changes, read };
      const after = await this.edits.apply(caller, edit, seen);
      if (!before.enabled && after.enabled) await this.queries.beginAtEnd(caller.workspaceId, id);
      return this.find(caller, id);
    });
  }

  /** @throws Problem 404 */
  async remove(caller: MemberCaller, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const before = await this.find(caller, id);
      await this.queries.remove(caller.workspaceId, id);
      await this.record(caller, 'removed', id, { before });
    });
  }

  /** @throws Problem 404, 409 where there is no secret of ours */
  async rotate(caller: MemberCaller, id: string): Promise<WebhookWithSecret> {
    return this.database.transaction(async () => {
      const { kind, version } = await this.find(caller, id);
      if (kind !== 'standard')
        throw new Problem('conflict/state', 'This kind of receiver checks no secret of ours.');
      const secret = newSecret();
      await this.queries.addSecret(caller.workspaceId, id, secret, this.clock.now());
      await this.record(caller, 'secret_rotated', id, { version: version + 1 });
      return { webhook: await this.find(caller, id), secret };
    });
  }

  /** @throws Problem 404, 409 when it is turned off */
  async test(caller: MemberCaller, id: string): Promise<Telling> {
    return this.database.transaction(async () => {
      const { enabled } = await this.find(caller, id);
      if (!enabled) throw turnedOff();
      const now = this.clock.now();
      const { workspaceId, workspaceSlug } = caller;
      const url = `${this.config.publicUrl}/w/${workspaceSlug}`;
      const data = { workspace: workspaceSlug, key: null, version: null, url, plumbline_incident: null };
      const payload = { type: 'test', timestamp: now.toISOString(), data };
      const telling = { id: newId(), webhookId: id, seq: null, event: 'test', incidentId: null, payload };
      await this.tellings.insert(workspaceId, [telling], now);
      await this.jobs.add(sendTelling, { workspaceId, id: telling.id }, { key: telling.id });
      return (await this.tellings.byId(workspaceId, id, telling.id))!;
    });
  }

  /** @throws Problem 404 */
  async listTellings(
    caller: MemberCaller,
    id: string,
    { cursor, limit }: { cursor?: string; limit: number },
  ): Promise<{ items: Telling[]; next: string | null }> {
    await this.find(caller, id);
    const rows = await this.tellings.list(caller.workspaceId, id, limit, readCursor(cursor, 2));
    return pageFrom(rows, limit, ({ createdAt, id: telling }) => [createdAt, telling]);
  }

  /** @throws Problem 404, 409 when it waits already or the webhook is turned off */
  async replay(caller: MemberCaller, id: string, tellingId: string): Promise<Telling> {
    return this.database.transaction(async () => {
      const { workspaceId } = caller;
      const { enabled } = await this.find(caller, id);
      if (!(await this.tellings.byId(workspaceId, id, tellingId))) throw notFound('delivery');
      if (!enabled) throw turnedOff();
      if (!(await this.tellings.again(workspaceId, id, tellingId, this.clock.now())))
        throw new Problem('conflict/state', 'This one waits for its next try already.');
      await this.jobs.add(sendTelling, { workspaceId, id: tellingId }, { key: tellingId });
      return (await this.tellings.byId(workspaceId, id, tellingId))!;
    });
  }

  private checkAddress(url: string): void {
    const why = this.outbound.whyNot(url);
    if (why) throw new Problem('data/unprocessable', why);
  }

  private async record(
    caller: MemberCaller,
    verb: string,
    subjectId: string,
    payload: Record<string, unknown>,
  ): Promise<void> {
    await this.activity.record(caller, {
      verb: `webhook.${verb}`,
      subjectKind: 'webhook',
      subjectId,
      payload,
    });
  }
}

function turnedOff(): Problem {
  return new Problem('conflict/state', 'This webhook is turned off. Turn it on first.');
}
