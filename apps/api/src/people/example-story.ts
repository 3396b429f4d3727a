import { Injectable } from '@nestjs/common';

/** Fills a new workspace with the example story, in the name of its first administrator. */
export type StoryTeller = (workspaceId: string, administratorId: string) => Promise<void>;

/** Where the feature that knows the example story leaves word, so that the set-up can ask for it. */
@Injectable()
export class ExampleStory {
  private teller: StoryTeller | null = null;

  toldBy(teller: StoryTeller): void {
    this.teller = teller;
  }

  /** Tells the story, if there is someone to tell it. */
  async tell(workspaceId: string, administratorId: string): Promise<void> {
    await this.teller?.(workspaceId, administratorId);
  }
}
