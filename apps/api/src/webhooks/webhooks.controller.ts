import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  NewWebhook,
  WebhookChanges,
  type Telling,
  type Webhook,
  type WebhookWithSecret,
} from '@plumbline/shared/contract/webhook';
import {
  addWebhook,
  editWebhook,
  getWebhook,
  listTellings,
  listWebhooks,
  removeWebhook,
  replayTelling,
  rotateWebhook,
  testWebhook,
} from '@plumbline/shared/contract/webhook-routes';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { IfMatch } from '../platform/endpoint/if-match.js';
import { WebhooksService } from './webhooks.service.js';

interface At {
  id: string;
}

@Controller()
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksService) {}

  @Endpoint(listWebhooks)
  list(@Caller() caller: MemberCaller): Promise<{ items: Webhook[]; next: null }> {
    return this.webhooks.list(caller);
  }

  @Endpoint(addWebhook)
  add(
    @Caller() caller: MemberCaller,
    @Body({ schema: NewWebhook }) draft: NewWebhook,
  ): Promise<WebhookWithSecret> {
    return this.webhooks.add(caller, draft);
  }

  @Endpoint(getWebhook)
  read(@Caller() caller: MemberCaller, @Param({ schema: getWebhook.params }) { id }: At): Promise<Webhook> {
    return this.webhooks.find(caller, id);
  }

  @Endpoint(editWebhook)
  edit(
    @Caller() caller: MemberCaller,
    @Param({ schema: editWebhook.params }) { id }: At,
    @IfMatch() seen: number,
    @Body({ schema: WebhookChanges }) changes: WebhookChanges,
  ): Promise<Webhook> {
    return this.webhooks.edit(caller, id, seen, changes);
  }

  @Endpoint(removeWebhook)
  remove(@Caller() caller: MemberCaller, @Param({ schema: removeWebhook.params }) { id }: At): Promise<void> {
    return this.webhooks.remove(caller, id);
  }

  @Endpoint(rotateWebhook)
  rotate(
    @Caller() caller: MemberCaller,
    @Param({ schema: rotateWebhook.params }) { id }: At,
  ): Promise<WebhookWithSecret> {
    return this.webhooks.rotate(caller, id);
  }

  @Endpoint(testWebhook)
  test(@Caller() caller: MemberCaller, @Param({ schema: testWebhook.params }) { id }: At): Promise<Telling> {
    return this.webhooks.test(caller, id);
  }

  @Endpoint(listTellings)
  listTellings(
    @Caller() caller: MemberCaller,
    @Param({ schema: listTellings.params }) { id }: At,
    @Query({ schema: listTellings.query }) page: { cursor?: string; limit: number },
  ): Promise<{ items: Telling[]; next: string | null }> {
    return this.webhooks.listTellings(caller, id, page);
  }

  @Endpoint(replayTelling)
  replay(
    @Caller() caller: MemberCaller,
    @Param({ schema: replayTelling.params }) { id, delivery }: At & { delivery: string },
  ): Promise<Telling> {
    return this.webhooks.replay(caller, id, delivery);
  }
}
