import type { BrowserContext, Page } from 'playwright-core';

export interface View {
  theme?: 'light' | 'dark';
  width?: number;
  height?: number;
}

/** Shows a page in a theme and a size. @returns the page */
export async function show(page: Page, { theme = 'light', width = 1440, height = 900 }: View): Promise<Page> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height });
  return page;
}

/** A context with the page that keeps its process, and the code it has loaded, between two stories. */
interface Room {
  context: BrowserContext;
  keeper: Page;
  /** The story it was lent to; undefined before the first: then it is lent for good. */
  story: string | undefined;
}

/**
 * Browser contexts, each swept and lent again once its story is over: a story meets nothing of the one before, but
 * need not load the whole application anew, which takes longer than most stories.
 */
export class ContextPool {
  private readonly rooms: Room[] = [];
  private readonly idle: Room[] = [];

  /** @param url where the application is, without a path */
  constructor(
    private readonly open: () => Promise<BrowserContext>,
    private readonly url: string,
  ) {}

  /** A page in a context that no other page of this story shares. */
  async page(view: View): Promise<Page> {
    const { currentTestName: story } = expect.getState();
    for (const room of this.rooms.splice(0)) {
      if (room.story === undefined || room.story === story) this.rooms.push(room);
      else this.idle.push(await this.swept(room));
    }
    const room = this.idle.pop() ?? (await this.furnished());
    room.story = story;
    this.rooms.push(room);
    return show(await room.context.newPage(), view);
  }

  private async furnished(): Promise<Room> {
    const context = await this.open();
    const keeper = await context.newPage();
    await keeper.goto(`${this.url}/health/live`);
    return { context, keeper, story: undefined };
  }

  private async swept(room: Room): Promise<Room> {
    const pages = room.context.pages().filter((page) => page !== room.keeper);
    await Promise.all(pages.map((page) => page.close()));
    await room.context.clearCookies();
    await room.keeper.evaluate(() => localStorage.clear());
    return room;
  }
}
