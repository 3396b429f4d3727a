import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.js';
import type { Stage, View } from './stage.js';

/** Wide and light, narrow and dark: what is wrong in one of the others is wrong in one of these. */
export const everyView: readonly View[] = [{ theme: 'light' }, { theme: 'dark', width: 390, height: 844 }];

/**
 * Opens a screen and fails where somebody could not use it.
 * @param path below the workspace, as `Stage.page` takes it
 * @param ready waits for what the screen is there for, and may open a part of it
 */
export async function expectUsable(
  stage: Stage,
  path: string,
  view: View,
  ready: (page: Page) => Promise<unknown>,
): Promise<void> {
  const page = await stage.page(path, view);
  await ready(page);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.close();
}
