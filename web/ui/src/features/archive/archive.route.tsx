import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type NavigationEntry, signedInRoute } from '../../frame/routes';

const admins = ['province-admin'] as const;

export const archiveNavigation: NavigationEntry = { to: '/archive', label: 'archive', roles: admins };

export const archiveRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/archive',
  staticData: { roles: admins },
  component: lazyRouteComponent(() => import('./ArchivePage'), 'ArchivePage'),
});
