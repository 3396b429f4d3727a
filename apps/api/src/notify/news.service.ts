import { Injectable } from '@nestjs/common';
import { type NotificationKind, usualTiming } from '@plumbline/shared/taxonomy/values/notification';
import { v7 as newId } from 'uuid';
import { maySee, viewerOf } from '../people/who-sees.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { MailSender } from '../platform/mail/mail-sender.js';
import { addressees, canBeUndone, type Circle, isNews } from './addressees.js';
import { circleOf, holdCursor, moveCursor, type News, newsAfter, wasUndone } from './news.queries.js';

/** How long a decision may be taken back, and so is kept to ourselves. */
const undoWindowMs = 10_000;
const batch = 200;
const nobody: Circle = { ownerId: null, followers: [], systemFollowers: [], snoozedBy: null };

/** Turns the record into notifications: in its order, each entry once, whatever is killed in between. */
@Injectable()
export class NewsService {
  constructor(
    private readonly database: Database,
    private readonly mail: MailSender,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads on where the last reading ended. Notifications and the cursor commit together.
   * @returns whether there is more at once, and when one that is held back may be looked at
   */
  async tell(workspaceId: string): Promise<{ more: boolean; heldUntil: Date | null }> {
    return this.database.transaction(async () => {
      const from = await holdCursor(this.database, workspaceId);
      const news = await newsAfter(this.database, workspaceId, from, batch);
      let seq = from;
      let heldUntil: Date | null = null;
      for (const one of news) {
        heldUntil = this.heldUntil(one);
        if (heldUntil) break;
        await this.tellOne(workspaceId, one);
        seq = one.seq;
      }
      if (seq > from) await moveCursor(this.database, workspaceId, seq);
      return { more: !heldUntil && news.length === batch, heldUntil };
    });
  }

  private heldUntil({ verb, at }: News): Date | null {
    if (!canBeUndone(verb)) return null;
    const until = new Date(at.getTime() + undoWindowMs);
    return until > this.clock.now() ? until : null;
  }

  private async tellOne(workspaceId: string, news: News): Promise<void> {
    // The example story is made up; nobody is told of it.
    if (news.requestId === 'example-story' || !isNews(news.verb)) return;
    const incidentId = await this.incidentOf(workspaceId, news);
    const circle = incidentId ? await circleOf(this.database, workspaceId, incidentId) : nobody;
    if (!circle) return;
    const told = addressees(news, circle);
    if (told.size === 0) return;
    if (canBeUndone(news.verb) && (await wasUndone(this.database, workspaceId, news))) return;
    for (const [personId, kind] of told)
      await this.tellPerson(workspaceId, news, { personId, kind, incidentId });
  }

  private async incidentOf(workspaceId: string, { subjectKind, subjectId }: News): Promise<string | null> {
    if (subjectKind === 'incident') return subjectId;
    if (subjectKind !== 'task') return null;
    const row = await this.database.first<{ id: string | null }>(
      'SELECT incident_id AS id FROM task WHERE workspace_id = $1 AND id = $2',
      [workspaceId, subjectId],
    );
    return row?.id ?? null;
  }

  private async tellPerson(
    workspaceId: string,
    news: News,
    { personId, kind, incidentId }: { personId: string; kind: NotificationKind; incidentId: string | null },
  ): Promise<void> {
    const viewer = await viewerOf(this.database, workspaceId, personId);
    if (!viewer || viewer.example) return;
    if (incidentId && !(await maySee(this.database, viewer, incidentId))) return;
    const { inApp, mail } = await this.wish(workspaceId, personId, kind);
    const sent = this.mail.configured ? mail : 'off';
    if (!inApp && sent === 'off') return;
    const id = newId();
    const rows = await this.database.query(
      `INSERT INTO notification (workspace_id, id, person_id, seq, kind, verb, actor_name, incident_id, comment_id,
                                 task_id, in_app, mail, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8,
               (SELECT c.id FROM incident_comment c WHERE c.workspace_id = $1 AND c.id = $9::uuid),
               (SELECT t.id FROM task t WHERE t.workspace_id = $1 AND t.id = $10::uuid), $11, $12, $13)
       ON CONFLICT (workspace_id, person_id, seq) DO NOTHING RETURNING id`,
      [
        workspaceId,
        id,
        personId,
        news.seq,
        kind,
        news.verb,
        news.actorName,
        incidentId,
        typeof news.payload?.commentId === 'string' ? news.payload.commentId : null,
        news.subjectKind === 'task' ? news.subjectId : null,
        inApp,
        sent,
        news.at,
      ],
    );
    if (rows.length > 0 && sent === 'at_once') await this.post(workspaceId, personId, id);
  }

  private async wish(workspaceId: string, personId: string, kind: NotificationKind) {
    const row = await this.database.first<{ inApp: boolean; mail: 'at_once' | 'daily' | 'off' }>(
      `SELECT in_app AS "inApp", mail FROM notification_preference
        WHERE workspace_id = $1 AND person_id = $2 AND kind = $3`,
      [workspaceId, personId, kind],
    );
    return row ?? { inApp: true, mail: usualTiming[kind] };
  }

  /** Puts a mail about one notification on its way. */
  private async post(workspaceId: string, personId: string, notificationId: string): Promise<void> {
    const id = newId();
    await this.database.query(
      `INSERT INTO mail_delivery (workspace_id, id, person_id, kind, state, next_at, created_at)
       VALUES ($1, $2, $3, 'at_once', 'waiting', $4, $4)`,
      [workspaceId, id, personId, this.clock.now()],
    );
    await this.database.query(
      'UPDATE notification SET delivery_id = $3 WHERE workspace_id = $1 AND id = $2',
      [workspaceId, notificationId, id],
    );
    this.jobs.soon('notify/send-mail');
  }
}
