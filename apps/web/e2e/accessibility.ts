import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Result } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Fails with every place that breaks WCAG 2.2 A or AA, as axe-core sees the page now. It runs in the page itself and
 * describes violations only: the common wrapper opens a second page each time, and takes ten times as long.
 */
export async function expectAccessible(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    if (!(await frame.evaluate("typeof axe === 'object'"))) await frame.evaluate(axe);
  }
  const violations = await page.evaluate(async (values) => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof import('axe-core') };
    const options = { runOnly: { type: 'tag' as const, values }, resultTypes: ['violations' as const] };
    return (await inPage.run(document, options)).violations as Pick<Result, 'id' | 'help' | 'nodes'>[];
  }, standards);
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${help}. ${failureSummary}`),
  );
  expect(found).toEqual([]);
}

/** Fails when the page can be scrolled sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content).toBeLessThanOrEqual(window!);
}
