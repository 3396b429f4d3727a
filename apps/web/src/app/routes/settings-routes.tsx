import { createRoute } from '@tanstack/react-router';
import { lazy } from 'react';
import { workspaceRoute } from './workspace-route.js';

const SettingsPage = lazy(() =>
  import('../pages/settings-page.js').then((m) => ({ default: m.SettingsPage })),
);

const getParentRoute = () => workspaceRoute;

export const settingsRoutes = [
  createRoute({ getParentRoute, path: 'settings', component: SettingsPage }),
  createRoute({ getParentRoute, path: 'settings/$part', component: SettingsPage }),
] as const;
