import { Controller } from '@nestjs/common';
import {
  getExampleStory,
  removeExampleStory,
  tellExampleStory,
  type ExampleStoryRemoved,
  type ExampleStoryState,
} from '@plumbline/shared/contract/example-story';
import { Caller, type MemberCaller } from '../../platform/endpoint/caller.js';
import { Endpoint } from '../../platform/endpoint/endpoint.js';
import { ExampleStoryService } from './example-story.service.js';

@Controller()
export class ExampleStoryController {
  constructor(private readonly story: ExampleStoryService) {}

  @Endpoint(getExampleStory)
  state(@Caller() caller: MemberCaller): Promise<ExampleStoryState> {
    return this.story.state(caller.workspaceId);
  }

  @Endpoint(tellExampleStory)
  tell(@Caller() caller: MemberCaller): Promise<ExampleStoryState> {
    return this.story.tell(caller.workspaceId);
  }

  @Endpoint(removeExampleStory)
  remove(@Caller() caller: MemberCaller): Promise<ExampleStoryRemoved> {
    return this.story.remove(caller.workspaceId, caller);
  }
}
