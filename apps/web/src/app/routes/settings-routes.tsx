import { createRoute } from '@tanstack/react-router';
import { lazy } from 'react';
import { workspaceRoute } from './workspace-route.js';

const SettingsPage = lazy(() =>
  import('../pages/settings-page.js').then((m) => ({ default: m.SettingsPage })),
);

const SourcePage = lazy(() => import('../pages/source-page.js').then((m) => ({ default: m.SourcePage })));

const WebhookPage = lazy(() => import('../pages/webhook-page.js').then((m) => ({ default: m.WebhookPage })));

const getParentRoute = () => workspaceRoute;

export const settingsRoutes = [
  createRoute({ getParentRoute, path: 'settings', component: SettingsPage }),
  createRoute({ getParentRoute, path: 'settings/$part', component: SettingsPage }),
  createRoute({ getParentRoute, path: 'settings/sources/$source', component: SourcePage }),
  createRoute({ getParentRoute, path: 'settings/webhooks/$webhook', component: WebhookPage }),
] as const;
