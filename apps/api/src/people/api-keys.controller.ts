import { Body, Controller, Param } from '@nestjs/common';
import {
  ApiKeyParams,
  createApiKey,
  listApiKeys,
  NewApiKey,
  revokeApiKey,
  type ApiKey,
  type IssuedApiKey,
} from '@plumbline/shared/contract/api-key';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { ApiKeysService } from './api-keys.service.js';

@Controller()
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  @Endpoint(listApiKeys)
  list(@Caller() caller: MemberCaller) {
    return this.keys.list(caller);
  }

  @Endpoint(createApiKey)
  create(
    @Caller() caller: MemberCaller,
    @Body({ schema: NewApiKey }) draft: NewApiKey,
  ): Promise<IssuedApiKey> {
    return this.keys.issue(caller, draft);
  }

  @Endpoint(revokeApiKey)
  revoke(
    @Caller() caller: MemberCaller,
    @Param({ schema: ApiKeyParams }) { id }: { id: string },
  ): Promise<ApiKey> {
    return this.keys.revoke(caller, id);
  }
}
