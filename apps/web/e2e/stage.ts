import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { ContextPool, show, type View } from './context-pool.js';
import { type PlumblineProcess, startPlumbline } from './plumbline-process.js';

export type { View } from './context-pool.js';

/** The first administrator, who has set the stage up. */
export const hana = { name: 'Hana Sato', email: 'hana@example.org', password: 'a plumb line hangs true' };
/** The workspace everything happens in: /w/feed-quality/... */
export const workspace = { name: 'Feed quality', slug: 'feed-quality' };

/** Where a browser story plays: a running Plumbline, set up, and a Chromium. */
export class Stage {
  private readonly contexts: ContextPool;

  private constructor(
    readonly plumbline: PlumblineProcess,
    private readonly browser: Browser,
    private readonly cookie: string,
  ) {
    this.contexts = new ContextPool(() => newContext(browser, plumbline.url), plumbline.url);
  }

  /** Starts Plumbline and Chromium and sets the workspace up without the example story. */
  static async open(environment: Record<string, string> = {}): Promise<Stage> {
    const [plumbline, browser] = await Promise.all([startPlumbline(environment), launchChromium()]);
    return new Stage(plumbline, browser, await setUp(plumbline.url));
  }

  get url(): string {
    return this.plumbline.url;
  }

  /**
   * A page of a browser of its own (own cookies, own storage), signed in as the administrator. It ends with the story;
   * what is opened before the first story lasts.
   * @param path below the workspace: `incidents`, `log?title=...`
   */
  async page(path: string, view: View = {}): Promise<Page> {
    const page = await this.contexts.page(view);
    const [name, value] = this.cookie.split('=', 2) as [string, string];
    // Chromium takes a `__Host-` cookie from outside only for an https address, and sends it to loopback anyway.
    const url = this.url.replace('http:', 'https:');
    await page.context().addCookies([{ name, value, url, secure: true, httpOnly: true, sameSite: 'Lax' }]);
    await page.goto(`${this.url}/w/${workspace.slug}/${path}`);
    return page;
  }

  /** A page where nobody is signed in. @param path from the root: `/sign-in` */
  async strangersPage(path: string, view: View = {}): Promise<Page> {
    const page = await this.contexts.page(view);
    await page.goto(this.url + path);
    return page;
  }

  /** Calls the API as the administrator, to prepare what a story begins with. @returns the body of the answer */
  async call<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    ifMatch?: number,
  ): Promise<T> {
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        origin: this.url,
        cookie: this.cookie,
        'plumbline-workspace': workspace.slug,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.plumbline.stop();
  }
}

/** A headless Chromium that asks nothing of the network. Pages of one context share a process, and what it has compiled. */
export function launchChromium(): Promise<Browser> {
  const executablePath = process.env.PLUMBLINE_CHROMIUM;
  if (!executablePath) throw new Error('PLUMBLINE_CHROMIUM must name a Chromium; npm test finds one.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--disable-background-networking',
      '--process-per-site',
    ],
  });
}

/** A page in a fresh browser context. */
export async function blankPage(browser: Browser, url: string, view: View): Promise<Page> {
  const context = await newContext(browser, url);
  return show(await context.newPage(), view);
}

async function newContext(browser: Browser, baseURL: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(30_000);
  return context;
}

async function setUp(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ ...hana, workspaceName: workspace.name, exampleStory: false }),
  });
  if (!answer.ok) throw new Error(`Setting up answered ${answer.status}: ${await answer.text()}`);
  return answer.headers.getSetCookie()[0]!.split(';', 1)[0]!;
}
