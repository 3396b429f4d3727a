import { Injectable } from '@nestjs/common';
import type {
  NotificationPreferences,
  NotificationPreferencesChange,
} from '@plumbline/shared/contract/notification';
import { notificationKind, usualTiming } from '@plumbline/shared/taxonomy/values/notification';
import { valuesOf } from '@plumbline/shared/taxonomy/values';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { MailSender } from '../platform/mail/mail-sender.js';

type Preference = NotificationPreferences['items'][number];

/** How people want to be told. */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly database: Database,
    private readonly mail: MailSender,
  ) {}

  async read({ workspaceId, personId }: MemberCaller): Promise<NotificationPreferences> {
    const said = await this.database.query<Preference>(
      `SELECT kind, in_app AS "inApp", mail FROM notification_preference WHERE workspace_id = $1 AND person_id = $2`,
      [workspaceId, personId],
    );
    const person = await this.database.first<{ email: string }>('SELECT email FROM person WHERE id = $1', [
      personId,
    ]);
    return {
      items: valuesOf(notificationKind).map(
        (kind) => said.find((one) => one.kind === kind) ?? { kind, inApp: true, mail: usualTiming[kind] },
      ),
      mailTo: this.mail.configured ? person!.email : null,
    };
  }

  async change(
    caller: MemberCaller,
    { items }: NotificationPreferencesChange,
  ): Promise<NotificationPreferences> {
    return this.database.transaction(async () => {
      for (const { kind, inApp, mail } of items)
        await this.database.query(
          `INSERT INTO notification_preference (workspace_id, person_id, kind, in_app, mail) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (workspace_id, person_id, kind) DO UPDATE SET in_app = excluded.in_app, mail = excluded.mail`,
          [caller.workspaceId, caller.personId, kind, inApp, mail],
        );
      return this.read(caller);
    });
  }

  /** Ends what a mail was about: its reason where it was sent at once, everything daily where it was a digest. */
  async unsubscribe(workspaceId: string, deliveryId: string): Promise<void> {
    await this.database.query(
      `INSERT INTO notification_preference (workspace_id, person_id, kind, in_app, mail)
       SELECT d.workspace_id, d.person_id, k.kind, coalesce(p.in_app, true), 'off'
         FROM mail_delivery d
         CROSS JOIN LATERAL unnest($3::text[], $4::text[]) AS k(kind, usual)
         LEFT JOIN notification_preference p
           ON p.workspace_id = d.workspace_id AND p.person_id = d.person_id AND p.kind = k.kind
        WHERE d.workspace_id = $1 AND d.id = $2
          AND CASE WHEN d.kind = 'digest' THEN coalesce(p.mail, k.usual) = 'daily'
                   ELSE EXISTS (SELECT FROM notification n WHERE n.workspace_id = d.workspace_id
                                   AND n.delivery_id = d.id AND n.kind = k.kind) END
       ON CONFLICT (workspace_id, person_id, kind) DO UPDATE SET mail = 'off'`,
      [workspaceId, deliveryId, Object.keys(usualTiming), Object.values(usualTiming)],
    );
  }
}
