import { createRoute } from '@tanstack/react-router';
import { lazy } from 'react';
import { workspaceRoute } from './workspace-route.js';

const WordsPage = lazy(() => import('../pages/words-page.js').then((m) => ({ default: m.WordsPage })));

/** `/words?q=` searches, `/words?term=mechanism.sycophancy` shows one card. */
function readSearch(search: Record<string, unknown>): { q?: string; term?: string } {
  const text = (name: string): string | undefined =>
    search[name] ? String(search[name]).slice(0, 200) : undefined;
  return { ...(text('q') ? { q: text('q') } : {}), ...(text('term') ? { term: text('term') } : {}) };
}

export const wordsRoutes = [
  createRoute({
    getParentRoute: () => workspaceRoute,
    path: 'words',
    validateSearch: readSearch,
    component: WordsPage,
  }),
] as const;
