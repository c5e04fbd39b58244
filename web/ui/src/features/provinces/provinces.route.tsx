import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type NavigationEntry, signedInRoute } from '../../frame/routes';

const platform = ['platform-admin'] as const;

export const provincesNavigation: NavigationEntry = { to: '/provinces', label: 'provinces', roles: platform };

export const provincesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/provinces',
  staticData: { roles: platform },
  component: lazyRouteComponent(() => import('./ProvincesPage'), 'ProvincesPage'),
});
