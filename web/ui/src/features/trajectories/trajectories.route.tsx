import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { targetRoute } from '../targets/targets.route';

/** Stands inside the target's sheet. */
export const trajectoryRoute = createRoute({
  getParentRoute: () => targetRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./TrajectorySection'), 'TrajectorySection'),
});
