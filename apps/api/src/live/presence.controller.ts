import { Controller, Param } from '@nestjs/common';
import { lookAt, lookAway, type Presence } from '@plumbline/shared/contract/presence';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { PresenceService } from './presence.service.js';

@Controller()
export class PresenceController {
  constructor(private readonly presence: PresenceService) {}

  @Endpoint(lookAt)
  look(
    @Caller() caller: MemberCaller,
    @Param({ schema: lookAt.params }) { key }: { key: string },
  ): Promise<Presence> {
    return this.presence.look(caller, key);
  }

  @Endpoint(lookAway)
  async leave(
    @Caller() caller: MemberCaller,
    @Param({ schema: lookAway.params }) { key }: { key: string },
  ): Promise<void> {
    await this.presence.leave(caller, key);
  }
}
