import { Module } from '@nestjs/common';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { SystemsModule } from '../systems/systems.module.js';
import { FollowingService } from './following.service.js';
import { MailDeliveriesController } from './mail-deliveries.controller.js';
import { MailDeliveriesQueries } from './mail-deliveries.queries.js';
import { NewsService } from './news.service.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsQueries } from './notifications.queries.js';
import { Postman } from './postman.service.js';
import { PreferencesService } from './preferences.service.js';
import { ReadActivity } from './read-activity.job.js';
import { SendMail } from './send-mail.job.js';
import { UnsubscribeController } from './unsubscribe.controller.js';
import { WriteDigests } from './write-digests.job.js';

/** Who is told of what happens, in the app and by mail. */
@Module({
  imports: [IncidentsModule, SystemsModule],
  controllers: [MailDeliveriesController, NotificationsController, UnsubscribeController],
  providers: [
    FollowingService,
    MailDeliveriesQueries,
    NewsService,
    NotificationsQueries,
    Postman,
    PreferencesService,
    ReadActivity,
    SendMail,
    WriteDigests,
  ],
})
export class NotifyModule {}
