import { Module } from '@nestjs/common';
import { ForgetTellings } from './forget-tellings.job.js';
import { NewsQueries } from './news.queries.js';
import { SendTelling } from './send-telling.job.js';
import { TellChanges } from './tell-changes.job.js';
import { TellingsQueries } from './tellings.queries.js';
import { WebhooksController } from './webhooks.controller.js';
import { WebhooksQueries } from './webhooks.queries.js';
import { WebhooksService } from './webhooks.service.js';

/** Webhooks: others are told of what happens here. */
@Module({
  controllers: [WebhooksController],
  providers: [
    ForgetTellings,
    NewsQueries,
    SendTelling,
    TellChanges,
    TellingsQueries,
    WebhooksQueries,
    WebhooksService,
  ],
})
export class WebhooksModule {}
