import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type NavigationEntry, signedInRoute } from '../../frame/routes';

const ministry = ['ministry-viewer', 'ministry-rule-author'] as const;

export const overviewNavigation: NavigationEntry = {
  to: '/overview',
  label: 'overview',
  roles: ministry,
  dated: true,
};

export const overviewRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/overview',
  staticData: { roles: ministry },
  component: lazyRouteComponent(() => import('./OverviewPage'), 'OverviewPage'),
});
