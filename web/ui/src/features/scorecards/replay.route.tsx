import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { planRoute } from '../plans/plans.route';

export const replayRoute = createRoute({
  getParentRoute: () => planRoute,
  path: '/runs/$scorecardId/replay',
  component: lazyRouteComponent(() => import('./ReplayPage'), 'ReplayPage'),
});

/** `since` is the run to compare with; without it one is chosen first. */
export const changesRoute = createRoute({
  getParentRoute: () => planRoute,
  path: '/runs/$scorecardId/changes',
  validateSearch: (search: Record<string, unknown>): { since?: string } =>
    typeof search.since === 'string' ? { since: search.since } : {},
  component: lazyRouteComponent(() => import('./ChangesPage'), 'ChangesPage'),
});
