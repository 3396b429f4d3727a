import { createRoute, redirect } from '@tanstack/react-router';
import { lazy } from 'react';
import { sessionQuery, setupQuery } from '../../features/people/people-queries.js';
import { lastWorkspace } from '../last-workspace.js';
import { rootRoute } from './root-route.js';

const SignInPage = lazy(() => import('../pages/sign-in-page.js').then((m) => ({ default: m.SignInPage })));
const SetupPage = lazy(() => import('../pages/setup-page.js').then((m) => ({ default: m.SetupPage })));

const InvitationPage = lazy(() =>
  import('../pages/invitation-page.js').then((m) => ({ default: m.InvitationPage })),
);

/** The address alone: to the first run, to the sign-in, or on to the last workspace. */
const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async ({ context: { queryClient } }) => {
    const { needed } = await queryClient.fetchQuery(setupQuery);
    if (needed) throw redirect({ to: '/setup' });
    const session = await queryClient.fetchQuery(sessionQuery).catch(() => null);
    if (!session) throw redirect({ to: '/sign-in' });
    throw redirect({ href: `/w/${lastWorkspace(session)}/incidents` });
  },
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: ({ return: back }: Record<string, unknown>) =>
    typeof back === 'string' && /^\/(?![/\\])/.test(back) ? { return: back } : {},
  component: SignInPage,
});

const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  component: SetupPage,
});

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation/$token',
  component: InvitationPage,
});

export const entranceRoutes = [homeRoute, signInRoute, setupRoute, invitationRoute] as const;
