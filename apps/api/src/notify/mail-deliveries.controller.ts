import { Controller, Param, Query } from '@nestjs/common';
import {
  type MailDelivery,
  type MailDeliveryPage,
  MailDeliveryQuery,
} from '@plumbline/shared/contract/notification';
import { listMailDeliveries, retryMailDelivery } from '@plumbline/shared/contract/notification-routes';
import { Clock } from '../platform/clock.js';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { MailSender } from '../platform/mail/mail-sender.js';
import { notFound } from '../platform/problem/problem.js';
import { MailDeliveriesQueries } from './mail-deliveries.queries.js';

@Controller()
export class MailDeliveriesController {
  constructor(
    private readonly queries: MailDeliveriesQueries,
    private readonly mail: MailSender,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  @Endpoint(listMailDeliveries)
  async list(
    @Caller() caller: MemberCaller,
    @Query({ schema: MailDeliveryQuery }) query: MailDeliveryQuery,
  ): Promise<MailDeliveryPage> {
    const page = await this.queries.list(caller.workspaceId, query);
    return { ...page, configured: this.mail.configured, from: this.mail.from };
  }

  @Endpoint(retryMailDelivery)
  async retry(
    @Caller() caller: MemberCaller,
    @Param({ schema: retryMailDelivery.params }) { id }: { id: string },
  ): Promise<MailDelivery> {
    const revived = await this.queries.revive(caller.workspaceId, id, this.clock.now());
    if (!revived) throw notFound('mail that was given up');
    this.jobs.soon('notify/send-mail');
    return revived;
  }
}
