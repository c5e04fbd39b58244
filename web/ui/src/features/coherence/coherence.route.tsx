import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { planRoute } from '../plans/plans.route';

export const coherenceRoute = createRoute({
  getParentRoute: () => planRoute,
  path: '/coherence',
  component: lazyRouteComponent(() => import('./CoherencePage'), 'CoherencePage'),
});
