import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type NavigationEntry, signedInRoute } from '../../frame/routes';
import { provinceRoles } from '../../frame/session';

export const indicatorsNavigation: NavigationEntry = {
  to: '/indicators',
  label: 'indicators',
  roles: provinceRoles,
};

export const indicatorsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/indicators',
  staticData: { roles: provinceRoles },
  component: lazyRouteComponent(() => import('./IndicatorsPage'), 'IndicatorsPage'),
});
