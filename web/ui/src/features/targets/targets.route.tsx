import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { scorecardRoute } from '../scorecards/scorecards.route';

export const amendRoute = createRoute({
  getParentRoute: () => scorecardRoute,
  path: '/targets/$targetId/amend',
  staticData: { roles: ['province-admin'] },
  component: lazyRouteComponent(() => import('./AmendDrawer'), 'AmendDrawer'),
});
