import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type NavigationEntry, signedInRoute } from '../../frame/routes';
import { provinceRoles } from '../../frame/session';

export const instrumentsNavigation: NavigationEntry = {
  to: '/instruments',
  label: 'instruments',
  roles: provinceRoles,
};

export const instrumentsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/instruments',
  staticData: { roles: provinceRoles },
  component: lazyRouteComponent(() => import('./InstrumentsPage'), 'InstrumentsPage'),
});
