import { Inject, Injectable } from '@nestjs/common';
import { digestOf, randomText } from '../people/secrets.js';
import { viewerOf } from '../people/who-sees.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { MailRefused, MailSender } from '../platform/mail/mail-sender.js';
import { MailDeliveriesQueries, type DueMail } from './mail-deliveries.queries.js';
import { mailWords } from './mail-words.js';
import { NotificationsQueries } from './notifications.queries.js';

/** After so many attempts, spread over two days, a mail is given up; a person sees it and may send it again. */
const mostAttempts = 8;
const firstPauseMs = 60_000;
const mostInOne = 100;

/** Brings mails out: each written from what its reader may see at that moment. */
@Injectable()
export class Postman {
  constructor(
    private readonly database: Database,
    private readonly deliveries: MailDeliveriesQueries,
    private readonly notifications: NotificationsQueries,
    private readonly mail: MailSender,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Sends the mail that waits the longest. @returns whether there was one */
  async bringOne(): Promise<boolean> {
    if (!this.mail.configured) return false;
    return this.database.transaction(async () => {
      const due = await this.deliveries.holdDue(this.clock.now());
      if (!due) return false;
      try {
        const sent = await this.bring(due);
        await this.deliveries.end(due, sent ? 'sent' : 'withheld', '', this.clock.now());
      } catch (error) {
        if (!(error instanceof MailRefused)) throw error;
        await this.refused(due, error);
      }
      return true;
    });
  }

  private async bring(due: DueMail): Promise<boolean> {
    const viewer = await viewerOf(this.database, due.workspaceId, due.personId);
    const items = viewer ? await this.notifications.list(viewer, { delivery: due.id, limit: mostInOne }) : [];
    if (items.length === 0) return false;
    const unsubscribeUrl = `${this.config.publicUrl}/unsubscribe/${await this.token(due)}`;
    const frame = {
      publicUrl: this.config.publicUrl,
      workspace: { slug: due.slug, name: due.name },
      unsubscribeUrl,
    };
    await this.mail.send({
      to: due.email,
      ...mailWords(items.reverse(), due.kind === 'digest', frame),
      messageId: `<${due.id}@${new URL(this.config.publicUrl).hostname}>`,
      headers: {
        'List-Unsubscribe': `<${unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'Auto-Submitted': 'auto-generated',
      },
    });
    return true;
  }

  /** A link of its own for each attempt; only its digest is kept. */
  private async token({ workspaceId, id }: DueMail): Promise<string> {
    const token = randomText(43);
    await this.database.query(
      `INSERT INTO credential (hash, kind, workspace_id, subject_id) VALUES ($1, 'mail', $2, $3)`,
      [digestOf(token), workspaceId, id],
    );
    return token;
  }

  private async refused(due: DueMail, { message, forGood }: MailRefused): Promise<void> {
    const now = this.clock.now();
    if (forGood || due.attempts + 1 >= mostAttempts) return this.deliveries.end(due, 'dead', message, now);
    const pause = firstPauseMs * 3 ** due.attempts;
    await this.deliveries.postpone(due, new Date(now.getTime() + pause), message);
  }
}
