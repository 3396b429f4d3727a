import { Inject, Injectable } from '@nestjs/common';
import { LOGGER, type Logger } from '../platform/log.js';

/** Fills a new workspace with the example story, in the name of its first administrator. */
export type StoryTeller = (workspaceId: string, administratorId: string) => Promise<void>;

/** Where the feature that knows the example story leaves word, so that whoever opens a workspace can ask for it. */
@Injectable()
export class ExampleStory {
  private teller: StoryTeller | null = null;

  constructor(@Inject(LOGGER) private readonly log: Logger) {}

  toldBy(teller: StoryTeller): void {
    this.teller = teller;
  }

  /** Called after the workspace is committed: a story that fails leaves it empty, not broken. */
  async tell(workspaceId: string, administratorId: string): Promise<void> {
    try {
      await this.teller?.(workspaceId, administratorId);
    } catch (error) {
      this.log.error({ err: error, workspaceId }, 'the example story could not be told');
    }
  }
}
